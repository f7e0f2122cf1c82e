/** The two forms of signing in. Plain ones: they work before the scripts are there, and without them. */

import { words } from "~/accounts/words";
import { Button } from "~/ui/button";
import { PlainPasswordField, PlainTextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";

interface SignInFormProps {
  to: string;
  login?: string;
  error?: string;
  /** Nothing stands above it that people should see first. */
  first: boolean;
}

export function SignInForm({ to, login, error, first }: SignInFormProps) {
  const say = useWords(words);
  return (
    <form method="post" className="flex flex-col gap-5">
      {error && (
        <Notice tone="red" role="alert">
          {error}
        </Notice>
      )}
      <input type="hidden" name="to" value={to} />
      <PlainTextField
        name="login"
        label={say.login}
        required
        autoComplete="username"
        defaultValue={login}
        autoFocus={first}
      />
      <PlainPasswordField name="password" label={say.password} required autoComplete="current-password" />
      <Button type="submit" variant="primary">
        {say.signIn}
      </Button>
      <p className="text-table text-soft">{say.signInHelp}</p>
      <a
        href="/activate"
        className="inline-flex min-h-control items-center font-semibold text-accent underline-offset-4 hover:underline"
      >
        {say.haveCode}
      </a>
    </form>
  );
}

export function SecondStepForm({ to, error }: { to: string; error?: string }) {
  const say = useWords(words);
  return (
    <form method="post" className="flex flex-col gap-5">
      <input type="hidden" name="to" value={to} />
      <PlainTextField
        name="code"
        label={say.code}
        help={say.secondStepHelp}
        required
        autoComplete="one-time-code"
        error={error}
        autoFocus
      />
      <Button type="submit" variant="primary">
        {say.confirm}
      </Button>
      <a
        href="/sign-in"
        className="inline-flex min-h-control items-center text-soft hover:text-ink hover:underline"
      >
        {say.backToSignIn}
      </a>
    </form>
  );
}
