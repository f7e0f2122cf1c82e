/** The form of a person's record, for adding and for editing. */
import type { ReactNode } from "react";
import { type Choice, PartialDateField, PhoneField, SelectField, TextArea, TextField } from "~/ui/field";

import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { SimilarPeople } from "./similar-people";
import {
  genders,
  newSpeakerSchema,
  politicalTheoryLevels,
  type SpeakerInput,
  speakerEditSchema,
} from "./speaker";
import { VersionConflict } from "./version-conflict";
import { words as rosterWords } from "./words";

interface NewSpeakerFormProps {
  values: SpeakerInput & { id: string };
  unit: Choice | null;
}

export function NewSpeakerForm({ values, unit }: NewSpeakerFormProps) {
  const words = useWords(rosterWords);
  const form = useZodForm(newSpeakerSchema, values, { draft: "speaker-new" });
  return (
    <Form form={form}>
      <NameFields />
      <SimilarPeople />
      <UnitField unit={unit} />
      <OtherFields />
      <FormActions cancelTo="/roster">
        <SubmitButton>{words.form.addSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}

interface SpeakerEditFormProps {
  id: string;
  values: SpeakerInput & { revision: number };
  unit: Choice;
}

export function SpeakerEditForm({ id, values, unit }: SpeakerEditFormProps) {
  const words = useWords(rosterWords);
  const form = useZodForm(speakerEditSchema, values, { draft: `speaker-${id}` });
  return (
    <Form form={form}>
      <VersionConflict id={id} />
      <NameFields />
      <UnitField unit={unit} />
      <OtherFields />
      <FormActions cancelTo={`/roster/${id}`}>
        <SubmitButton>{words.form.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function NameFields() {
  const { fields, help } = useWords(rosterWords);
  return (
    <>
      <TextField name="fullName" label={fields.fullName} help={help.fullName} maxLength={120} required />
      <Pair>
        <PartialDateField name="birth" label={fields.birth} help={help.birth} />
        <PhoneField name="phone" label={fields.phone} help={help.phone} />
      </Pair>
    </>
  );
}

function UnitField({ unit }: { unit: Choice | null }) {
  const { fields, help } = useWords(rosterWords);
  return <UnitPicker name="unitId" label={fields.unit} help={help.unit} chosen={unit} required />;
}

function OtherFields() {
  const { fields, help, genders: genderWords, theory, choices } = useWords(rosterWords);
  return (
    <>
      <TextField name="position" label={fields.position} maxLength={200} />
      <TextField name="workplace" label={fields.workplace} help={help.workplace} maxLength={200} />
      <Pair>
        <SelectField
          name="gender"
          label={fields.gender}
          placeholder={choices.noneGiven}
          options={genders.map((value) => ({ value, label: genderWords[value] }))}
        />
        <TextField name="email" type="email" label={fields.email} maxLength={200} />
      </Pair>
      <Pair>
        <TextField name="education" label={fields.education} help={help.education} maxLength={200} />
        <SelectField
          name="politicalTheory"
          label={fields.politicalTheory}
          placeholder={choices.noneGiven}
          options={politicalTheoryLevels.map((value) => ({ value, label: theory[value] }))}
        />
      </Pair>
      <TextArea name="note" label={fields.note} help={help.note} rows={3} maxLength={2000} />
      <TextField name="givenName" label={fields.givenName} help={help.givenName} maxLength={60} />
    </>
  );
}

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">{children}</div>;
}
