/** The form of a committee's term. */
import { type Choice, DateField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { type TermInput, termSchema } from "./term";
import { termWords } from "./term-words";

interface TermFormProps {
  values: TermInput;
  unit: Choice | null;
  draft: string;
}

export function TermForm({ values, unit, draft }: TermFormProps) {
  const words = useWords(termWords).terms;
  const form = useZodForm(termSchema, values, { draft });
  return (
    <Form form={form}>
      <UnitPicker name="unitId" label={words.committee} chosen={unit} required />
      <TextField name="name" label={words.name} help={words.nameHelp} maxLength={60} required />
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        <DateField name="startsOn" label={words.firstDay} required />
        <DateField name="endsOn" label={words.lastDay} required />
      </div>
      <FormActions cancelTo="/roster/terms/all">
        <SubmitButton>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}
