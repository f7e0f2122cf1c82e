/** Why somebody is to be released. */
import { NoteField } from "~/roster/record/note-field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import type { Entry } from "./entries.server";
import { releaseSchema } from "./mark";
import { markWords } from "./mark-words";
import { ReasonField } from "./reason-field";

interface ReleaseFormProps {
  action: string;
  entry: Entry;
  onDone: () => void;
}

export function ReleaseForm({ action, entry, onDone }: ReleaseFormProps) {
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    releaseSchema,
    {
      ...{ verdict: "release", entryId: entry.id, note: entry.note ?? "" },
      reason: entry.reason ?? undefined,
    },
    { draft: `review-release-${entry.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <ReasonField />
      <NoteField />
      <FormActions>
        <SubmitButton>{sheet.releaseSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
