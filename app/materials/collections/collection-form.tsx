/** The form of a collection: making one, and changing what it says. */
import { type Choice, DateField, RadioField, SelectField, TextArea, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { type CollectionInput, collectionKinds, collectionSchema } from "./collection";
import { words as collectionWords } from "./words";

interface CollectionFormProps {
  values: CollectionInput;
  unit: Choice | null;
  topics: { id: string; name: string }[];
  /** Key of what is typed and not yet sent. */
  draft: string;
  submit: string;
  cancelTo: string;
}

export function CollectionForm({ values, unit, topics, draft, submit, cancelTo }: CollectionFormProps) {
  const words = useWords(collectionWords);
  const form = useZodForm(collectionSchema, values, { draft });
  const kind = form.watch("kind");
  return (
    <Form form={form}>
      <RadioField
        name="kind"
        label={words.fields.collectionKind}
        options={collectionKinds.map((value) => ({ value, label: words.kinds[value] }))}
        required
      />
      <TextField name="title" label={words.fields.title} help={words.help.title} maxLength={200} required />
      <DateField name="heldOn" label={words.fields.heldOn} required={kind === "conference"} />
      <SelectField
        name="topicId"
        label={words.fields.topic}
        options={topics.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <UnitPicker name="unitId" label={words.fields.unit} chosen={unit} required />
      <TextArea name="note" label={words.fields.note} maxLength={1000} rows={3} />
      <FormActions cancelTo={cancelTo}>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
