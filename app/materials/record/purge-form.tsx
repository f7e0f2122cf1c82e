/** Removing for good what was found to hold state secrets: which file, and why. */
import { purgeSchema } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { RadioField, TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";

interface PurgeFormProps {
  materialId: string;
  files: { id: string; name: string; version: number }[];
}

export function PurgeForm({ materialId, files }: PurgeFormProps) {
  const { purge } = useWords(materialWords);
  const form = useZodForm(purgeSchema, { fileId: "", reason: "" });
  return (
    <Form form={form}>
      <Notice tone="red" title={purge.warningTitle}>
        {purge.warning}
      </Notice>
      <RadioField
        name="fileId"
        label={purge.which}
        options={files.map(({ id, name, version }) => ({
          value: id,
          label: name,
          help: purge.version(version),
        }))}
        required
      />
      <TextArea name="reason" label={purge.reason} maxLength={1000} rows={3} required />
      <FormActions cancelTo={`/materials/${materialId}`}>
        <SubmitButton variant="danger">{purge.verb}</SubmitButton>
      </FormActions>
    </Form>
  );
}
