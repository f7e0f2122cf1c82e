/** The forms that take a unit to another place, or to its end. */
import type { z } from "zod";
import { DateField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Facts } from "~/ui/page";
import { unitClosingSchema, unitMoveSchema } from "./unit";
import { UnitPicker } from "./unit-picker";
import { unitWords } from "./words";

interface UnitMoveFormProps {
  id: string;
  parentName: string | null;
  values: z.input<typeof unitMoveSchema>;
}

export function UnitMoveForm({ id, parentName, values }: UnitMoveFormProps) {
  const words = useWords(unitWords);
  const form = useZodForm(unitMoveSchema, values);
  return (
    <Form form={form}>
      <Facts facts={[{ label: words.form.parentNow, value: parentName ?? words.record.top }]} />
      <UnitPicker name="parentId" label={words.form.parentNew} help={words.form.parentHelp} required />
      <DateField name="from" label={words.form.from} help={words.form.moveFromHelp} required />
      <TextField name="reason" label={words.fields.reason} help={words.form.reasonHelp} maxLength={300} />
      <FormActions cancelTo={`/units/${id}`}>
        <SubmitButton>{words.buttons.move}</SubmitButton>
      </FormActions>
    </Form>
  );
}

interface UnitClosingFormProps {
  id: string;
  values: z.input<typeof unitClosingSchema>;
}

export function UnitClosingForm({ id, values }: UnitClosingFormProps) {
  const words = useWords(unitWords);
  const form = useZodForm(unitClosingSchema, values);
  return (
    <Form form={form}>
      <DateField name="on" label={words.form.lastDay} help={words.form.lastDayHelp} required />
      <TextField name="reason" label={words.fields.reason} help={words.form.reasonHelp} maxLength={300} />
      <FormActions cancelTo={`/units/${id}`}>
        <SubmitButton variant="danger">{words.buttons.close}</SubmitButton>
      </FormActions>
    </Form>
  );
}
