/** The form of one part of a record. */
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import type { Choice } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { AvailabilityFields } from "./availability-fields";
import { NoteField } from "./note-field";
import { type PartInput, partSchemas, type RecordPart } from "./part";
import { PartConflict } from "./part-conflict";
import { withRows } from "./part-rows";
import { EmailField, PersonFields, PhoneNumberField, WorkFields } from "./person-fields";
import { LanguageFields, TopicFields } from "./skill-fields";
import type { Topic } from "./topic";
import { words as recordWords } from "./words";

interface PartFormProps {
  speakerId: string;
  part: RecordPart;
  values: PartInput[RecordPart];
  version: string;
  unit: Choice;
  /** For the part that chooses among them. */
  topics: Topic[];
}

export function PartForm({ speakerId, part, values, version, unit, topics }: PartFormProps) {
  const words = useWords(recordWords);
  const schema = partSchemas[part] as unknown as z.ZodType<FieldValues, FieldValues>;
  const form = useZodForm(
    schema,
    { ...withRows(part, values, topics), version },
    { draft: `speaker-${speakerId}-${part}` },
  );
  return (
    <Form form={form}>
      <PartConflict speakerId={speakerId} part={part} topics={topics} />
      <Fields part={part} unit={unit} topics={topics} />
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.save[part]}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Fields({ part, unit, topics }: Pick<PartFormProps, "part" | "unit" | "topics">) {
  if (part === "person") return <PersonFields unit={unit} />;
  if (part === "work") return <WorkFields />;
  if (part === "note") return <NoteField />;
  if (part === "topics") return <TopicFields topics={topics} />;
  if (part === "languages") return <LanguageFields />;
  if (part === "availability") return <AvailabilityFields />;
  return (
    <>
      <PhoneNumberField />
      <EmailField />
    </>
  );
}
