/** Giving a speaker the way in: a login and a slip; or, where there is an account, its state and a new slip. */
import { useState } from "react";
import { z } from "zod";
import { type AccessValues, accessSchema } from "~/accounts/account";
import { CodeSlip, type Slip } from "~/accounts/administration/code-slip";
import { words as accountWords } from "~/accounts/words";
import { dayOf, showDay, showMoment } from "~/platform/clock";
import { PhoneField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Facts } from "~/ui/page";
import type { AccessState } from "./access";
import { words as accessWords } from "./words";

const nothing = z.object({});

interface AccessViewProps {
  /** The page of the record. */
  at: string;
  access: AccessState | null;
  phone: string;
}

export function AccessView({ at, access, phone }: AccessViewProps) {
  const say = useWords(accessWords);
  const [slip, setSlip] = useState<Slip>();
  if (slip) return <CodeSlip {...slip} backTo={at} />;
  const show = (answer: unknown) => setSlip(answer as Slip);
  if (!access) {
    return (
      <>
        <p className="max-w-prose text-soft">{say.explain}</p>
        <GiveForm at={at} values={{ phone, username: "" }} onDone={show} />
      </>
    );
  }
  return (
    <>
      <AccessFacts access={access} />
      {access.state === "disabled" ? (
        <Notice tone="neutral">{say.disabled}</Notice>
      ) : (
        <>
          {access.openUntil && (
            <Notice tone="amber">{say.open(showDay(dayOf(new Date(access.openUntil))))}</Notice>
          )}
          <p className="max-w-prose text-soft">{say.againHelp}</p>
          <AgainForm at={at} onDone={show} />
        </>
      )}
    </>
  );
}

function AccessFacts({ access: { login, state, lastSignInAt } }: { access: AccessState }) {
  const say = useWords(accessWords);
  const { states } = useWords(accountWords);
  return (
    <Facts
      facts={[
        { label: say.login, value: login },
        { label: say.state, value: states[state] },
        { label: say.lastSignIn, value: lastSignInAt ? showMoment(lastSignInAt) : say.never },
      ]}
    />
  );
}

interface DoneProps {
  at: string;
  onDone: (answer: unknown) => void;
}

function GiveForm({ at, values, onDone }: DoneProps & { values: AccessValues }) {
  const say = useWords(accessWords);
  const { phone, username } = useWords(accountWords);
  const form = useZodForm(accessSchema, values);
  return (
    <Form form={form} onDone={onDone}>
      <PhoneField name="phone" label={phone} help={say.phoneHelp} />
      <TextField name="username" label={username} help={say.usernameHelp} autoComplete="off" />
      <FormActions cancelTo={at}>
        <SubmitButton>{say.give}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function AgainForm({ at, onDone }: DoneProps) {
  const say = useWords(accessWords);
  const form = useZodForm(nothing, {});
  return (
    <Form form={form} action={`${at}/access-code`} onDone={onDone}>
      <FormActions cancelTo={at}>
        <SubmitButton>{say.again}</SubmitButton>
      </FormActions>
    </Form>
  );
}
