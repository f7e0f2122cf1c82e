/** The forms of one's own account: name and language; the password. */

import {
  type OwnAccountValues,
  ownAccountSchema,
  passwordChangeSchema,
  passwordSchema,
} from "~/accounts/account";
import { words } from "~/accounts/words";
import { PasswordField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";

export function OwnAccountForm({ values }: { values: OwnAccountValues }) {
  const say = useWords(words);
  const form = useZodForm(ownAccountSchema, values);
  const options = [
    { value: "", label: say.languageOfBrowser },
    { value: "vi", label: say.vietnamese },
    { value: "en", label: say.english },
  ];
  return (
    <Form form={form}>
      <TextField name="name" label={say.name} required autoComplete="name" />
      <SelectField name="language" label={say.language} options={options} />
      <FormActions>
        <SubmitButton>{say.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function PasswordForm() {
  const say = useWords(words);
  const form = useZodForm(passwordChangeSchema, { current: "", password: "" });
  return (
    <Form form={form}>
      <PasswordField name="current" label={say.currentPassword} required />
      <PasswordField
        name="password"
        label={say.newPassword}
        help={say.passwordHelp}
        required
        autoComplete="new-password"
      />
      <FormActions cancelTo="/account">
        <SubmitButton>{say.changePassword}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Asks for the password once more before something that matters. */
export function ConfirmPasswordForm({
  submit,
  onDone,
}: {
  submit: string;
  onDone?: (answer: unknown) => void;
}) {
  const say = useWords(words);
  const form = useZodForm(passwordSchema, { password: "" });
  return (
    <Form form={form} onDone={onDone}>
      <PasswordField name="password" label={say.currentPassword} required />
      <FormActions cancelTo="/account">
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
