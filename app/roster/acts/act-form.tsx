/** Carrying out a decision on many people: what holds for all, who, and what would become of each before it is done. */
import type { ReactNode } from "react";
import type { DecisionKind } from "~/roster/decision";
import { DecisionFields } from "~/roster/decision-fields";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { type ActInput, actSchema, type LineInput } from "./act";
import { ActCommonFields, type TermChoice } from "./act-common-fields";
import { type ActKind, countsIn, withChange, withoutSome, withPeople } from "./act-lines";
import { ActTable } from "./act-table";
import { actWords } from "./act-words";
import type { Candidate } from "./candidates";
import { PeopleAdder } from "./people-adder";
import { keyOf, useOutcomes } from "./use-outcomes";
import { usePeople } from "./use-people";

interface ActFormProps {
  kind: ActKind;
  values: ActInput;
  people: Candidate[];
  terms: TermChoice[];
  /** The kinds that a new decision may have; none: the decision is there. */
  newDecision?: readonly DecisionKind[];
  draft: string;
  cancelTo: string;
  /** Stands above the list. */
  children?: ReactNode;
}

export function ActForm({
  kind,
  values,
  people,
  terms,
  newDecision,
  draft,
  cancelTo,
  children,
}: ActFormProps) {
  const words = useWords(actWords);
  const form = useZodForm(actSchema, values, { draft });
  const now = form.watch() as ActInput;
  const lines = now.lines ?? [];
  const outcomes = useOutcomes(now);
  const { personOf, remember } = usePeople(people, lines, kind === "recognition" ? null : now.startsOn);
  const hopeless = new Set(lines.map(keyOf).filter((key) => (outcomes.get(key)?.problems.length ?? 0) > 0));
  const obstacle =
    hopeless.size > 0
      ? words.problems(hopeless.size)
      : lines.every(({ does }) => does === "lapse")
        ? words.nobodyYet
        : undefined;
  function setLines(next: LineInput[]) {
    form.setValue("lines", next, { shouldDirty: true, shouldTouch: true });
  }
  return (
    <Form form={form} isWide>
      <div className="flex max-w-2xl flex-col gap-5">
        {newDecision && <DecisionFields kinds={newDecision} startField="startsOn" isNeeded />}
        <ActCommonFields kind={kind} terms={terms} />
      </div>
      <Section title={words.people}>
        {children}
        {kind !== "renewal" && (
          <PeopleAdder
            kind={kind}
            day={now.startsOn}
            onFound={(found) => {
              remember(found);
              setLines(withPeople(form.getValues("lines") ?? [], found, kind));
            }}
          />
        )}
        <ActTable
          kind={kind}
          lines={lines}
          outcomes={outcomes}
          personOf={personOf}
          onChange={(key, change) => setLines(withChange(lines, key, change))}
          onLeaveOut={(keys) => setLines(withoutSome(lines, keys, kind))}
          onTickAll={(isOn) =>
            setLines(lines.map((line) => ({ ...line, does: isOn ? "renew" : "lapse", reason: "" })))
          }
        />
      </Section>
      <FormActions cancelTo={cancelTo}>
        <SubmitButton isDisabled={Boolean(obstacle)} reason={obstacle}>
          {submitText(kind, lines)}
        </SubmitButton>
      </FormActions>
    </Form>
  );

  function submitText(of: ActKind, all: LineInput[]): string {
    const { begin, renew, release, replace } = countsIn(all);
    if (of === "recognition") return words.recognise(begin);
    if (of === "replacement") return words.replace(replace);
    if (of === "release") return words.releaseSome(release);
    return release > 0 ? words.renewAndRelease(renew, release) : words.renew(renew);
  }
}
