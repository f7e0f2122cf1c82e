/** The form of what stands in front of a material's files. */
import { audienceGroups } from "~/materials/audience-group";
import { languageLabels } from "~/materials/language-labels";
import {
  circulations,
  type MaterialInput,
  materialKinds,
  materialLanguages,
  materialSchema,
} from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import {
  CheckboxesField,
  type Choice,
  ComboboxField,
  DateField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "~/ui/field";
import { Fold } from "~/ui/fold";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useLanguage, useWords } from "~/ui/language";
import { UnitPicker } from "~/units";

interface MaterialFormProps {
  id: string;
  values: MaterialInput;
  unit: Choice;
  conference: Choice | null;
  topics: { id: string; name: string }[];
}

export function MaterialForm({ id, values, unit, conference, topics }: MaterialFormProps) {
  const {
    fields,
    kinds,
    circulations: names,
    circulationHelp,
    groups,
    form: words,
  } = useWords(materialWords);
  const languages = languageLabels(useLanguage());
  const form = useZodForm(materialSchema, values, { draft: `material-${id}-${values.revision}` });
  return (
    <Form form={form}>
      <TextField name="title" label={fields.title} maxLength={300} required />
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        <TextField name="number" label={fields.number} maxLength={60} />
        <DateField name="issuedOn" label={fields.issuedOn} />
      </div>
      <TextField name="issuer" label={fields.issuer} maxLength={200} />
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
      <TextArea name="summary" label={fields.summary} maxLength={2000} rows={3} />
      {topics.length > 0 && (
        <Fold title={fields.topics} note={chosenOf(topics, values.topicIds)}>
          <CheckboxesField
            name="topicIds"
            label={fields.topics}
            options={topics.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Fold>
      )}
      <Fold
        title={fields.audienceGroups}
        note={values.audienceGroups.map((group) => groups[group]).join(", ")}
      >
        <CheckboxesField
          name="audienceGroups"
          label={fields.audienceGroups}
          options={audienceGroups.map((value) => ({ value, label: groups[value] }))}
        />
      </Fold>
      <Fold title={words.validityGroup} isOpen={Boolean(values.validFrom || values.validUntil || conference)}>
        <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
          <DateField name="validFrom" label={fields.validFrom} />
          <DateField name="validUntil" label={fields.validUntil} />
        </div>
        <ComboboxField
          name="conferenceId"
          label={fields.conference}
          source="/materials/collections/choices?kind=conference"
          placeholder={words.pickPlaceholder}
          chosen={conference}
        />
        <SelectField
          name="language"
          label={fields.language}
          options={materialLanguages.map((value) => ({ value, label: languages[value] ?? value }))}
          required
        />
        <UnitPicker name="unitId" label={fields.unit} chosen={unit} required />
      </Fold>
      <FormActions cancelTo={`/materials/${id}`}>
        <SubmitButton>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function chosenOf(topics: MaterialFormProps["topics"], ids: string[]): string {
  return topics
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ");
}
