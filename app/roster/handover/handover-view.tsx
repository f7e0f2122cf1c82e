/** What hangs on a person, kind by kind, with what can be done about each; who takes over; and why. */
import { CircleCheck } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { EmptyState } from "~/ui/empty-state";
import { ComboboxField, DateField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import { type Hanging, handoverSchema } from "./hanging";
import { words as handoverWords } from "./words";

interface HandoverViewProps {
  hanging: Hanging[];
  /** The page it belongs to. */
  backTo: string;
}

export function HandoverView({ hanging, backTo }: HandoverViewProps) {
  const words = useWords(handoverWords);
  const open = hanging.filter(({ fate, isHeld }) => fate !== "tell" && !isHeld);
  const form = useZodForm(handoverSchema, {
    kinds: open.map(({ kind }) => kind),
    ...{ successorId: "", on: "", reason: "" },
  });
  if (hanging.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={words.nothing}>
        {words.nothingHelp}
      </EmptyState>
    );
  }
  return (
    <Form form={form}>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
        {hanging.map((one) => (
          <li key={one.kind} className="flex flex-col gap-1 py-4">
            <Head hanging={one} />
            <Things things={one.things} />
            <p className="text-table text-soft">{one.isHeld ? words.held : one.help}</p>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <>
          {open.some(({ fate }) => fate === "pass") && (
            <ComboboxField
              name="successorId"
              label={words.successor}
              help={words.successorHelp}
              source="/roster/handover/choices"
            />
          )}
          {open.some(({ fate }) => fate === "end") && (
            <DateField name="on" label={words.on} help={words.onHelp} />
          )}
          <TextField name="reason" label={words.reason} help={words.reasonHelp} maxLength={300} required />
          <FormActions cancelTo={backTo}>
            <SubmitButton>{words.submit}</SubmitButton>
          </FormActions>
        </>
      )}
    </Form>
  );
}

function Head({ hanging: { kind, label, fate, things, isHeld } }: { hanging: Hanging }) {
  const words = useWords(handoverWords);
  const { register } = useFormContext();
  const head = (
    <>
      <span className="font-semibold">
        {label} <span className="font-normal text-soft tabular-nums">({things.length})</span>
      </span>
      <span className="ml-auto shrink-0 text-caption text-soft">{words.fates[fate]}</span>
    </>
  );
  if (fate === "tell" || isHeld) return <p className="flex min-h-8 items-center gap-3">{head}</p>;
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        {...register("kinds")}
        type="checkbox"
        value={kind}
        defaultChecked
        aria-label={words.choose(label)}
        className="size-5 shrink-0 accent-accent"
      />
      {head}
    </label>
  );
}

const mostShown = 5;

function Things({ things }: Pick<Hanging, "things">) {
  const words = useWords(handoverWords);
  return (
    <ul className="flex flex-col">
      {things.slice(0, mostShown).map(({ text, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things may read the same
        <li key={at} className="[overflow-wrap:anywhere]">
          {to ? <TextLink to={to}>{text}</TextLink> : text}
        </li>
      ))}
      {things.length > mostShown && <li className="text-soft">{words.more(things.length - mostShown)}</li>}
    </ul>
  );
}
