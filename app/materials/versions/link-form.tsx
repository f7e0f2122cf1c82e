/** Adding a link to the version that is being prepared. */
import { linkSchema } from "~/materials/intake/link";
import { TextField } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { words as versionWords } from "./words";

export function LinkForm({ materialId }: { materialId: string }) {
  const words = useWords(versionWords);
  const form = useZodForm(linkSchema, { name: "", url: "" });
  return (
    <Form form={form} action={`/materials/${materialId}/links`}>
      <TextField name="name" label={words.linkName} maxLength={200} required />
      <TextField name="url" label={words.linkUrl} inputMode="url" maxLength={2000} required />
      <div>
        <SubmitButton>{words.addLink}</SubmitButton>
      </div>
    </Form>
  );
}
