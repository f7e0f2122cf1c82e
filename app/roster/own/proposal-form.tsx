/** The form of one part of the own record: filled as the record stands, sent as a request. */
import type { FieldValues } from "react-hook-form";
import { useFormContext } from "react-hook-form";
import type { z } from "zod";
import { personalDataIn } from "~/platform/personal-data";
import { noteWords } from "~/roster/record/note-words";
import { withRows } from "~/roster/record/part-rows";
import {
  BirthField,
  EmailField,
  GenderField,
  NameField,
  PhoneNumberField,
  WorkFields,
} from "~/roster/record/person-fields";
import { LanguageFields, TopicFields } from "~/roster/record/skill-fields";
import type { Topic } from "~/roster/record/topic";
import { CheckboxField, TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { type ProposalInput, type ProposalPart, proposalSchemas } from "./proposal";
import { words as ownWords } from "./words";

interface ProposalFormProps {
  part: ProposalPart;
  values: ProposalInput;
  /** A request waits already: this adds to it. */
  isWaiting: boolean;
  topics: Topic[];
}

export function ProposalForm({ part, values, isWaiting, topics }: ProposalFormProps) {
  const words = useWords(ownWords);
  const schema = proposalSchemas[part] as unknown as z.ZodType<FieldValues, FieldValues>;
  const { note, ...fields } = values;
  const rows = part === "languages" || part === "topics" ? withRows(part, fields as never, topics) : fields;
  const form = useZodForm(schema, { ...rows, note, noteChecked: false }, { draft: `me-${part}` });
  return (
    <Form form={form}>
      {part !== "other" && <p className="max-w-prose text-soft">{words.formHelp}</p>}
      {isWaiting && <Notice tone="blue">{words.already}</Notice>}
      <Fields part={part} topics={topics} />
      <OwnNote part={part} />
      <FormActions cancelTo="/me">
        <SubmitButton>{words.send}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Fields({ part, topics }: Pick<ProposalFormProps, "part" | "topics">) {
  if (part === "work") return <WorkFields />;
  if (part === "topics") return <TopicFields topics={topics} />;
  if (part === "languages") return <LanguageFields />;
  if (part === "other") return null;
  if (part === "contact") {
    return (
      <>
        <PhoneNumberField />
        <EmailField />
      </>
    );
  }
  return (
    <>
      <NameField />
      <BirthField />
      <GenderField />
    </>
  );
}

function OwnNote({ part }: { part: ProposalPart }) {
  const words = useWords(ownWords);
  const warn = useWords(noteWords);
  const { watch } = useFormContext<{ note: string }>();
  const found = personalDataIn(watch("note") ?? "");
  const isAll = part === "other";
  return (
    <>
      <TextArea
        name="note"
        label={isAll ? words.message : words.noteField}
        help={isAll ? words.anythingElseHelp : words.noteFieldHelp}
        rows={isAll ? 6 : 3}
        maxLength={2000}
        required={isAll}
      />
      <div aria-live="polite" className="empty:hidden">
        {found.length > 0 && (
          <Notice tone="amber" title={warn.warning}>
            <p>
              {warn.found} {found.map(({ text }) => text).join("; ")}
            </p>
            <CheckboxField name="noteChecked" label={warn.checked} />
          </Notice>
        )}
      </div>
    </>
  );
}
