/** Which unit a name in the file means, chosen from all of them. */
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { unitChoiceSchema } from "./choices";
import type { ShownUnit } from "./import-page.server";
import { words as importWords } from "./words";

export function UnitChoiceForm({ id, unit, onDone }: { id: string; unit: ShownUnit; onDone: () => void }) {
  const words = useWords(importWords).units;
  const form = useZodForm(unitChoiceSchema, { text: unit.text, unitId: unit.unit?.id ?? "" });
  return (
    <Form form={form} action={`/roster/import/${id}/units`} onDone={onDone}>
      <UnitPicker name="unitId" label={words.meant} help={words.missingHelp} chosen={unit.unit} />
      <FormActions>
        <SubmitButton>{words.choose}</SubmitButton>
      </FormActions>
    </Form>
  );
}
