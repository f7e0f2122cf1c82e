/** What a unit is told when its list goes back to it. */
import { returnSchema } from "~/roster/reviews/review";
import { TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { markWords } from "./mark-words";

export function ReturnForm({ action, onDone }: { action: string; onDone: () => void }) {
  const { steps } = useWords(markWords);
  const form = useZodForm(returnSchema, { note: "" });
  return (
    <Form form={form} action={action} onDone={onDone}>
      <TextArea name="note" label={steps.giveBackNote} rows={4} maxLength={1000} required />
      <FormActions>
        <SubmitButton>{steps.giveBackSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
