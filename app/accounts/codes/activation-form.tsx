/** First the code from the slip; once it is right, the new password. Plain forms: an old phone is enough. */

import { words } from "~/accounts/words";
import { Button } from "~/ui/button";
import { PlainPasswordField, PlainTextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";

interface ActivationFormProps {
  code: string;
  /** How the person will sign in from now on; known once the code is right. */
  login?: string;
  /** What is wrong, and with which field; none named: the code. */
  error?: string | null;
  field?: string;
}

export function ActivationForm({ code, login, error, field }: ActivationFormProps) {
  const say = useWords(words);
  if (!login) {
    return (
      <form method="get" className="flex flex-col gap-5">
        <PlainTextField
          name="code"
          label={say.activationCode}
          help={say.activationCodeHelp}
          required
          defaultValue={code}
          error={error ?? undefined}
          autoComplete="off"
          autoFocus
        />
        <Button type="submit" variant="primary">
          {say.goOn}
        </Button>
      </form>
    );
  }
  return (
    <form method="post" className="flex flex-col gap-5">
      {error && field !== "password" && (
        <Notice tone="red" role="alert">
          {error}
        </Notice>
      )}
      <Notice tone="blue">{say.yourLogin(login)}</Notice>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="username" autoComplete="username" value={login} />
      <PlainPasswordField
        name="password"
        label={say.newPassword}
        help={say.passwordHelp}
        required
        autoComplete="new-password"
        error={field === "password" ? (error ?? undefined) : undefined}
      />
      <Button type="submit" variant="primary">
        {say.activateSubmit}
      </Button>
    </form>
  );
}
