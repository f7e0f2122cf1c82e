/** The form of one qualification, and the way to remove it. */
import { Trash2 } from "lucide-react";
import { DateField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { PostButton } from "~/ui/post-button";
import { Pair } from "./person-fields";
import { type QualificationInput, qualificationSchema } from "./qualification";
import { words as recordWords } from "./words";

interface QualificationFormProps {
  speakerId: string;
  values: QualificationInput;
  isNew: boolean;
}

export function QualificationForm({ speakerId, values, isNew }: QualificationFormProps) {
  const words = useWords(recordWords);
  const { fields, qualificationHelp: help } = words;
  const form = useZodForm(qualificationSchema, values, {
    draft: `qualification-${isNew ? speakerId : values.id}`,
  });
  const version = form.formState.errors.version?.message;
  return (
    <Form form={form}>
      {version && <p className="font-medium text-red">{version}</p>}
      <TextField name="name" label={fields.name} help={help.name} maxLength={200} required />
      <Pair>
        <TextField name="issuer" label={fields.issuer} maxLength={200} />
        <TextField name="number" label={fields.number} maxLength={60} />
        <DateField name="issuedOn" label={fields.issuedOn} />
        <DateField name="expiresOn" label={fields.expiresOn} help={help.expiresOn} />
      </Pair>
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.qualificationSave}</SubmitButton>
        {!isNew && (
          <PostButton
            action={`/roster/${speakerId}/qualifications/${values.id}/removal`}
            variant="danger"
            icon={Trash2}
          >
            {words.qualificationRemove}
          </PostButton>
        )}
      </FormActions>
    </Form>
  );
}
