/** The form of the sensitive fields: it never shows what is stored, it replaces or erases. */
import type { z } from "zod";
import { CheckboxesField, DateField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { privateSchema, type TypedField, typedFields } from "./private";
import type { MaskedField } from "./private.server";
import { words as recordWords } from "./words";

const empty: z.input<typeof privateSchema> = {
  ...{ ethnicGroup: "", identityNumber: "", homeAddress: "" },
  ...{ partyJoinedOn: null, partyFullOn: null, erase: [] },
};

export function PrivateForm({ speakerId, masked }: { speakerId: string; masked: MaskedField[] }) {
  const words = useWords(recordWords);
  // No draft: what is typed here does not stay on the device.
  const form = useZodForm(privateSchema, empty);
  const shown = typedFields.filter((field) => masked.some((one) => one.field === field));
  const held = shown.filter((field) => masked.some((one) => one.field === field && one.isHeld));
  if (shown.length === 0) return null;
  return (
    <Form form={form}>
      {shown.map((field) => (
        <PrivateInput key={field} field={field} isHeld={held.includes(field)} />
      ))}
      {held.length > 0 && (
        <CheckboxesField
          name="erase"
          label={words.private.eraseLabel}
          options={held.map((value) => ({ value, label: words.private.erase(words.private.fields[value]) }))}
        />
      )}
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.private.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function PrivateInput({ field, isHeld }: { field: TypedField; isHeld: boolean }) {
  const words = useWords(recordWords);
  const props = {
    name: field,
    label: words.private.fields[field],
    help: isHeld ? words.private.keepHelp : undefined,
  };
  const isDay = field === "partyJoinedOn" || field === "partyFullOn";
  return isDay ? <DateField {...props} /> : <TextField {...props} autoComplete="off" maxLength={200} />;
}
