/** The first step of putting in: what it is and whose; its files come next. */
import { circulations, materialKinds, type NewMaterialInput, newMaterialSchema } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { type Choice, ComboboxField, RadioField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";

interface NewMaterialFormProps {
  values: NewMaterialInput;
  unit: Choice | null;
  conference: Choice | null;
}

export function NewMaterialForm({ values, unit, conference }: NewMaterialFormProps) {
  const { fields, kinds, circulations: names, circulationHelp, form: words } = useWords(materialWords);
  const form = useZodForm(newMaterialSchema, values, { draft: "material-new" });
  return (
    <Form form={form}>
      <p className="text-soft">{words.addHelp}</p>
      <SelectField
        name="kind"
        label={fields.kind}
        options={materialKinds.map((value) => ({ value, label: kinds[value] }))}
        required
      />
      <RadioField
        name="circulation"
        label={fields.circulation}
        options={circulations.map((value) => ({
          ...{ value, label: names[value], help: circulationHelp[value] },
        }))}
        required
      />
      <TextField name="title" label={fields.title} help={words.titleHelp} maxLength={300} />
      <UnitPicker name="unitId" label={fields.unit} chosen={unit} required />
      <ComboboxField
        name="conferenceId"
        label={fields.conference}
        source="/materials/collections/choices?kind=conference"
        placeholder={words.pickPlaceholder}
        chosen={conference}
      />
      <FormActions cancelTo="/materials">
        <SubmitButton>{words.next}</SubmitButton>
      </FormActions>
    </Form>
  );
}
