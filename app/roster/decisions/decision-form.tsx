/** The form of a decision: adding one, and changing what it says. */
import { decisionKinds } from "~/roster/decision";
import { DecisionDoubts } from "~/roster/decision-fields";
import { words as rosterWords } from "~/roster/words";
import { type Choice, DateField, SelectField, TextArea, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { type DecisionRecordInput, decisionRecordSchema } from "./decision-record";
import { words as decisionWords } from "./words";

interface DecisionFormProps {
  values: DecisionRecordInput;
  unit: Choice | null;
  /** Key of what is typed and not yet sent. */
  draft: string;
  submit: string;
  cancelTo: string;
}

export function DecisionForm({ values, unit, draft, submit, cancelTo }: DecisionFormProps) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const form = useZodForm(decisionRecordSchema, values, { draft });
  return (
    <Form form={form}>
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        <TextField
          name="number"
          label={words.fields.decisionNumber}
          help={words.help.number}
          maxLength={60}
          required
        />
        <DateField name="decidedOn" label={words.fields.decidedOn} required />
      </div>
      <DecisionDoubts decidedOn={form.watch("decidedOn") ?? null} />
      <SelectField
        name="kind"
        label={words.fields.kind}
        options={decisionKinds.map((value) => ({ value, label: roster.kinds[value] }))}
        required
      />
      <UnitPicker name="unitId" label={words.fields.unit} help={words.help.unit} chosen={unit} required />
      <TextField name="issuer" label={words.fields.issuer} maxLength={200} />
      <TextField name="signer" label={words.fields.signer} maxLength={120} />
      <TextArea name="note" label={words.fields.note} maxLength={1000} rows={3} />
      <FormActions cancelTo={cancelTo}>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
