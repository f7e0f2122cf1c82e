/** The name of a grouping, and a note. */
import type { z } from "zod";
import { TextField } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { groupingSchema } from "./grouping";
import { unitWords } from "./words";

interface GroupingFormProps {
  values: z.input<typeof groupingSchema>;
  /** What the button says. */
  verb: string;
}

export function GroupingForm({ values, verb }: GroupingFormProps) {
  const words = useWords(unitWords).groupings;
  const form = useZodForm(groupingSchema, values);
  return (
    <Form form={form}>
      <TextField name="name" label={words.name} maxLength={120} required />
      <TextField name="note" label={words.note} maxLength={300} />
      <div>
        <SubmitButton>{verb}</SubmitButton>
      </div>
    </Form>
  );
}
