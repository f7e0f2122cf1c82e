/** What is said of a further version: begun with it, and changed while it is being prepared. */
import { CheckboxField, RadioField, TextArea } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { newVersionSchema } from "./version";
import { words as versionWords } from "./words";

interface VersionFormProps {
  action: string;
  /** Of the one that is being prepared; without it a new one is begun. */
  draft?: { change: string | null; asksAgain: boolean };
}

export function VersionForm({ action, draft }: VersionFormProps) {
  const words = useWords(versionWords);
  const form = useZodForm(newVersionSchema, {
    change: draft?.change ?? "",
    asksAgain: draft && !draft.asksAgain ? "no" : "yes",
    keepFiles: false,
  });
  return (
    <Form form={form} action={action}>
      <TextArea
        name="change"
        label={words.change}
        help={words.changeHelp}
        maxLength={1000}
        rows={3}
        required
      />
      <RadioField
        name="asksAgain"
        label={words.asksAgain}
        options={[
          { value: "yes", label: words.asksAgainYes, help: words.asksAgainYesHelp },
          { value: "no", label: words.asksAgainNo, help: words.asksAgainNoHelp },
        ]}
        required
      />
      {!draft && <CheckboxField name="keepFiles" label={words.keepFiles} help={words.keepFilesHelp} />}
      <div>
        <SubmitButton>{draft ? words.describe : words.begin}</SubmitButton>
      </div>
    </Form>
  );
}
