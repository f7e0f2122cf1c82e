/** The small forms that change an account: closing it, the second factor, a one-time code. */
import { z } from "zod";
import { delaySchema, disablingSchema } from "~/accounts/account";
import { words } from "~/accounts/words";
import { DateField, TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";

const nothing = z.object({});

export function DisablingForm({ id }: { id: string }) {
  const say = useWords(words);
  const form = useZodForm(disablingSchema, { reason: "" });
  return (
    <Form form={form}>
      <TextArea name="reason" label={say.reason} required rows={2} />
      <FormActions cancelTo={`/accounts/${id}`}>
        <SubmitButton variant="danger">{say.disable}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function DelayForm({ until }: { until: string }) {
  const say = useWords(words);
  const form = useZodForm(delaySchema, { until });
  return (
    <Form form={form}>
      <DateField name="until" label={say.delayUntil} required />
      <FormActions>
        <SubmitButton>{say.delay}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function MakeCodeForm({
  id,
  again,
  onDone,
}: {
  id: string;
  again: boolean;
  onDone: (answer: unknown) => void;
}) {
  const say = useWords(words);
  const form = useZodForm(nothing, {});
  return (
    <Form form={form} onDone={onDone}>
      <FormActions cancelTo={`/accounts/${id}`}>
        <SubmitButton>{again ? say.makeNewCode : say.makeCode}</SubmitButton>
      </FormActions>
    </Form>
  );
}
