/** Correcting somebody on the list: the record as it is, each field free to change. */
import { NoteField } from "~/roster/record/note-field";
import {
  BirthField,
  EmailField,
  GenderField,
  NameField,
  PhoneNumberField,
  WorkFields,
} from "~/roster/record/person-fields";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { useGet } from "~/ui/use-get";
import type { Entry } from "./entries.server";
import { correctSchema } from "./mark";
import { markWords } from "./mark-words";
import type { PersonInput } from "./person-input";

interface CorrectFormProps {
  listId: string;
  action: string;
  entry: Entry;
  onDone: () => void;
}

export function CorrectForm({ listId, ...props }: CorrectFormProps) {
  const { sheet } = useWords(markWords);
  const known = useGet<{ values: PersonInput }>(`/roster/reviews/lists/${listId}/entries/${props.entry.id}`);
  if (!known?.values) return <p role="status">{sheet.loading}</p>;
  return <Fields {...props} values={known.values} />;
}

function Fields({
  action,
  entry,
  values,
  onDone,
}: Omit<CorrectFormProps, "listId"> & { values: PersonInput }) {
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    correctSchema,
    { verdict: "correct", entryId: entry.id, ...values, note: entry.note ?? "" },
    { draft: `review-correct-${entry.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <p className="text-soft">{sheet.correctHelp}</p>
      <NameField />
      <BirthField />
      <GenderField />
      <PhoneNumberField />
      <EmailField />
      <WorkFields />
      <NoteField />
      <FormActions>
        <SubmitButton>{sheet.correctSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
