/** What a review would write into the roster, line by line; each may be left out. */
import type { ReactNode } from "react";
import { EmptyState } from "~/ui/empty-state";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import type { Acceptance, Newcomer } from "./acceptance.server";
import { acceptanceSchema } from "./result";
import type { ResultEntry } from "./result.server";
import { Corrections } from "./result-table";
import { resultWords } from "./result-words";

interface AcceptanceFormProps extends Acceptance {
  /** Left out at first: almost surely in the roster already. */
  doubtful: string[];
  draft: string;
  back: string;
}

export function AcceptanceForm({ corrections, newcomers, doubtful, draft, back }: AcceptanceFormProps) {
  const { acceptance: words } = useWords(resultWords);
  const form = useZodForm(acceptanceSchema, { leftOut: doubtful }, { draft });
  const leftOut = new Set(form.watch("leftOut") ?? []);
  const count = [...corrections.map(({ id }) => id), ...newcomers.map(({ entryId }) => entryId)].filter(
    (id) => !leftOut.has(id),
  ).length;
  function include(id: string, isOn: boolean) {
    const others = [...leftOut].filter((one) => one !== id);
    form.setValue("leftOut", isOn ? others : [...others, id], { shouldDirty: true });
  }
  if (corrections.length + newcomers.length === 0) return <EmptyState title={words.nothing} />;
  const box = (id: string, name: string) => (
    <Box label={words.include(name)} isOn={!leftOut.has(id)} onChange={(isOn) => include(id, isOn)} />
  );
  return (
    <Form form={form} isWide>
      {corrections.length > 0 && (
        <Section title={words.corrections(corrections.length)}>
          <Lines label={words.corrections(corrections.length)}>
            {corrections.map((entry) => (
              <CorrectionLine key={entry.id} entry={entry} box={box(entry.id, entry.fullName)} />
            ))}
          </Lines>
        </Section>
      )}
      {newcomers.length > 0 && (
        <Section title={words.newcomers(newcomers.length)}>
          <Lines label={words.newcomers(newcomers.length)}>
            {newcomers.map((person) => (
              <NewcomerLine key={person.entryId} person={person} box={box(person.entryId, person.fullName)} />
            ))}
          </Lines>
        </Section>
      )}
      <FormActions cancelTo={back}>
        <SubmitButton isDisabled={count === 0} reason={words.none}>
          {words.save(count)}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function Lines({ label, children }: { label: string; children: ReactNode }) {
  const words = useWords(resultWords);
  return (
    <div className="rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent">
      <table aria-label={label} className="list-table">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface LineProps {
  person: Pick<ResultEntry | Newcomer, "fullName" | "birthYear" | "position" | "unitName">;
  box: ReactNode;
  children: ReactNode;
}

function CorrectionLine({ entry, box }: { entry: ResultEntry; box: ReactNode }) {
  return (
    <PersonLine person={entry} box={box}>
      <Corrections corrections={entry.corrections} />
    </PersonLine>
  );
}

function NewcomerLine({ person, box }: { person: Newcomer; box: ReactNode }) {
  const words = useWords(resultWords);
  return (
    <PersonLine person={person} box={box}>
      {person.similar.length === 0 && words.acceptance.fresh}
      {person.similar.map(({ id, score, fullName, unitName }) => (
        <a
          key={id}
          href={`/roster/${id}`}
          target="_blank"
          rel="noreferrer"
          className="block font-medium text-amber underline underline-offset-4"
        >
          {words.acceptance.mayBe(score, fullName, unitName)}
        </a>
      ))}
    </PersonLine>
  );
}

/** Who it is, and behind that what would become of the record. */
function PersonLine({ person, box, children }: LineProps) {
  const words = useWords(resultWords);
  return (
    <tr>
      <td className="name">
        <span className="flex items-start gap-3">
          {box}
          <span>
            {person.fullName}
            <span className="second">{[person.birthYear, person.position].filter(Boolean).join(" · ")}</span>
          </span>
        </span>
      </td>
      <td data-label={words.unit}>{person.unitName}</td>
      <td data-label={words.change}>{children}</td>
    </tr>
  );
}

function Box({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="-m-3 shrink-0 p-3">
      <input
        type="checkbox"
        aria-label={label}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 block size-5 accent-accent"
      />
    </label>
  );
}
