/** The form that ends one or several appointments: which, from when, why, by which decision. */
import { CheckboxesField, DateField, type Option, SelectField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { type ReleaseInput, releaseReasons, releaseSchema } from "./appointment";
import { releaseKinds } from "./decision";
import { DecisionFields } from "./decision-fields";
import { words as rosterWords } from "./words";

interface ReleaseFormProps {
  speakerId: string;
  values: ReleaseInput;
  appointments: Option[];
}

export function ReleaseForm({ speakerId, values, appointments }: ReleaseFormProps) {
  const words = useWords(rosterWords);
  const form = useZodForm(releaseSchema, values, { draft: `release-${speakerId}` });
  return (
    <Form form={form}>
      <CheckboxesField name="appointmentIds" label={words.fields.which} options={appointments} required />
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        <DateField name="on" label={words.fields.releasedOn} help={words.help.releasedOn} required />
        <SelectField
          name="reason"
          label={words.fields.reason}
          options={releaseReasons.map((value) => ({ value, label: words.reasons[value] }))}
          required
        />
      </div>
      <DecisionFields kinds={releaseKinds} />
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.form.releaseSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
