/** When the person can speak, as they say it themselves. */
import { AvailabilityFields } from "~/roster/record/availability-fields";
import { type PartInput, partSchemas } from "~/roster/record/part";
import { withRows } from "~/roster/record/part-rows";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { words as ownWords } from "./words";

interface TimesFormProps {
  values: PartInput["availability"];
  version: string;
}

export function TimesForm({ values, version }: TimesFormProps) {
  const words = useWords(ownWords);
  const rows = withRows("availability", values) as PartInput["availability"];
  const form = useZodForm(partSchemas.availability, { ...rows, version }, { draft: "me-availability" });
  return (
    <Form form={form}>
      <p className="max-w-prose text-soft">{words.timesHelp}</p>
      <AvailabilityFields />
      <FormActions cancelTo="/me">
        <SubmitButton>{words.saveTimes}</SubmitButton>
      </FormActions>
    </Form>
  );
}
