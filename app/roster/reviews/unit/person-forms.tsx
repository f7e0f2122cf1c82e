/** Who comes instead of somebody, and who is proposed: a person of the roster, or somebody new with the warning of doubles. */
import { type ReactNode, useState } from "react";
import { networks, roles } from "~/roster/appointment";
import { NoteField } from "~/roster/record/note-field";
import {
  BirthField,
  GenderField,
  NameField,
  PhoneNumberField,
  WorkFields,
} from "~/roster/record/person-fields";
import { SimilarPeople } from "~/roster/similar-people";
import { words as rosterWords } from "~/roster/words";
import { ComboboxField, SelectField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import type { Entry } from "./entries.server";
import { proposeKnownSchema, proposeNewSchema, replaceByKnownSchema, replaceByNewSchema } from "./mark";
import { markWords } from "./mark-words";
import { nobody } from "./person-input";
import { ReasonField } from "./reason-field";

interface PersonFormProps {
  action: string;
  unit: { id: string; name: string };
  /** Of the record to be: the server gives a new one each time. */
  newId: string;
  onDone: () => void;
}

interface ReplaceFormProps extends PersonFormProps {
  entry: Entry;
}

export function ReplaceForm(props: ReplaceFormProps) {
  const [isNew, setNew] = useState(false);
  return (
    <>
      <KnownOrNew isNew={isNew} onChange={setNew} />
      {isNew ? <ReplaceByNew {...props} /> : <ReplaceByKnown {...props} />}
    </>
  );
}

export function ProposeForm(props: PersonFormProps) {
  const [isNew, setNew] = useState(true);
  return (
    <>
      <KnownOrNew isNew={isNew} onChange={setNew} />
      {isNew ? <ProposeNew {...props} /> : <ProposeKnown {...props} />}
    </>
  );
}

function KnownOrNew({ isNew, onChange }: { isNew: boolean; onChange: (isNew: boolean) => void }) {
  const { sheet } = useWords(markWords);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, no form
    <div role="group" aria-label={sheet.who} className="flex gap-2">
      {[false, true].map((value) => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={isNew === value}
          onClick={() => onChange(value)}
          className="min-h-control grow rounded-control border border-line bg-paper px-3 font-medium hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {value ? sheet.fresh : sheet.known}
        </button>
      ))}
    </div>
  );
}

function ReplaceByKnown({ action, entry, onDone }: ReplaceFormProps) {
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    replaceByKnownSchema,
    {
      ...{ verdict: "replace_known", entryId: entry.id, newcomerId: "", note: entry.note ?? "" },
      reason: entry.reason ?? undefined,
    },
    { draft: `review-replace-${entry.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <ComboboxField name="newcomerId" label={sheet.whoComes} source="/roster/choices" required />
      <ReasonField />
      <Rest save={sheet.replaceSave} />
    </Form>
  );
}

function ReplaceByNew(props: ReplaceFormProps) {
  const { action, entry, onDone } = props;
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    replaceByNewSchema,
    {
      ...{ verdict: "replace_new", entryId: entry.id, note: entry.note ?? "", ...newcomer(props) },
      reason: entry.reason ?? undefined,
    },
    { draft: `review-replace-new-${entry.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <NewcomerFields />
      <ReasonField />
      <Rest save={sheet.replaceSave} />
    </Form>
  );
}

const seat = { role: "communicator", network: "party" } as const;

function ProposeKnown({ action, onDone }: PersonFormProps) {
  const { sheet } = useWords(markWords);
  const form = useZodForm(proposeKnownSchema, {
    verdict: "propose_known",
    newcomerId: "",
    ...seat,
    note: "",
  });
  return (
    <Form form={form} action={action} onDone={onDone}>
      <ComboboxField name="newcomerId" label={sheet.who} source="/roster/choices" required />
      <SeatFields />
      <Rest save={sheet.proposeSave} />
    </Form>
  );
}

function ProposeNew(props: PersonFormProps) {
  const { action, unit, onDone } = props;
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    proposeNewSchema,
    { verdict: "propose_new", ...newcomer(props), ...seat, note: "" },
    { draft: `review-propose-${unit.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <NewcomerFields />
      <SeatFields />
      <Rest save={sheet.proposeSave} />
    </Form>
  );
}

/** The unit is for the search of doubles: who has the same given name there. */
function newcomer({ unit, newId }: PersonFormProps) {
  return { ...nobody, id: newId, unitId: unit.id };
}

function NewcomerFields() {
  return (
    <>
      <NameField />
      <BirthField />
      <PhoneNumberField />
      <SimilarPeople />
      <GenderField />
      <WorkFields />
    </>
  );
}

function SeatFields() {
  const { fields, roles: roleNames, networks: networkNames } = useWords(rosterWords);
  return (
    <>
      <SelectField
        name="role"
        label={fields.role}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
        required
      />
      <SelectField
        name="network"
        label={fields.network}
        options={networks.map((value) => ({ value, label: networkNames[value] }))}
        required
      />
    </>
  );
}

function Rest({ save }: { save: ReactNode }) {
  return (
    <>
      <NoteField />
      <FormActions>
        <SubmitButton>{save}</SubmitButton>
      </FormActions>
    </>
  );
}
