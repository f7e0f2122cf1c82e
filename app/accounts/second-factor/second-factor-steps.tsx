/** Three steps with the phone in hand: install, scan, type the first code. */

import { firstCodeSchema } from "~/accounts/sign-in/sign-in";
import { words } from "~/accounts/words";
import { ButtonLink } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import type { SecondFactorSetup } from "./second-factor.server";

interface StepsProps {
  setup: SecondFactorSetup;
  /** The day has not come on which it must be done. */
  canWait: boolean;
  onDone: (recoveryCodes: string[]) => void;
}

export function SecondFactorSteps({ setup, canWait, onDone }: StepsProps) {
  const say = useWords(words);
  const form = useZodForm(firstCodeSchema, { code: "" });
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-1">
        <h2 className="font-semibold">{say.secondFactorStep1}</h2>
        <p className="text-soft">{say.secondFactorStep1Text}</p>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{say.secondFactorStep2}</h2>
        <img
          src={setup.qr}
          alt={say.secondFactorQr}
          width={208}
          height={208}
          className="rounded-card border border-line bg-[#ffffff]"
        />
        <a
          href={setup.address}
          className="hidden min-h-12 items-center font-semibold text-accent phone:inline-flex"
        >
          {say.secondFactorOpen}
        </a>
        <p className="text-table text-soft">
          {say.secondFactorTyped}
          <span className="mt-1 block font-mono text-base break-words text-ink select-all">
            {setup.secret}
          </span>
        </p>
      </section>
      <Form form={form} onDone={(answer) => onDone((answer as { recoveryCodes: string[] }).recoveryCodes)}>
        <h2 className="font-semibold">{say.secondFactorStep3}</h2>
        <TextField name="code" label={say.code} required inputMode="numeric" autoComplete="one-time-code" />
        <span className="flex flex-wrap gap-2">
          <SubmitButton>{say.secondFactorTurnOn}</SubmitButton>
          {canWait && (
            <ButtonLink to="/account" variant="quiet">
              {say.secondFactorLater}
            </ButtonLink>
          )}
        </span>
      </Form>
    </div>
  );
}
