/** What the importer is not sure of, each thing once: answered by a press or from the keyboard, and every row alike follows. */
import { type KeyboardEvent, useRef, useState } from "react";
import { fold } from "~/platform/text";
import type { ImportPage } from "~/roster/import/import-page.server";
import { asInFile } from "~/roster/import/repairs";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { DataTable, TwoFacts } from "~/ui/table";
import { usePost } from "~/ui/use-post";
import { PlainUnitPicker } from "~/units";
import { useAnswerWords } from "./answer-words";
import { words as answerWords } from "./words";

export type ShownQuestion = ImportPage["questions"][number];

export function Questions({ id, questions }: { id: string; questions: ShownQuestion[] }) {
  const words = useWords(answerWords);
  const open = questions.filter(({ answer }) => answer === null).length;
  // Once opened it stays so while the last answers are given.
  const [isOpen] = useState(open > 0);
  if (questions.length === 0) return null;
  return (
    <Fold title={words.title} note={open > 0 ? words.open(open) : words.allAnswered} isOpen={isOpen}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-3xl text-table text-soft">{words.help}</p>
        <span className="flex flex-wrap gap-2">
          <AcceptAll id={id} questions={questions} />
          <LeaveAll id={id} questions={questions} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk between the buttons inside */}
      <div onKeyDown={walk}>
        <DataTable
          label={words.label}
          columns={[
            { key: "original", label: words.original, cell: (one) => <About question={one} />, always: true },
            { key: "rows", label: words.rows, align: "end", cell: ({ count }) => count },
            { key: "samples", label: words.samples, cell: (one) => <Samples question={one} /> },
            { key: "answer", label: words.answer, cell: (one) => <Answer id={id} question={one} /> },
          ]}
          rows={questions}
          rowKey={(question) => question.id}
          empty={null}
        />
      </div>
    </Fold>
  );
}

/** All that the importer would rather think, in one press. */
function AcceptAll({ id, questions }: { id: string; questions: ShownQuestion[] }) {
  const words = useWords(answerWords);
  const { busy, send } = usePost(`/roster/import/${id}/answers`);
  const proposed = questions.filter(({ answer, lead }) => answer === null && lead !== null);
  if (proposed.length < 2) return null;
  const answers = Object.fromEntries(proposed.map((question) => [question.id, question.lead]));
  return (
    <Button busy={busy} onPress={() => send({ answers })}>
      {words.acceptAll(proposed.length)}
    </Button>
  );
}

/** A whole kind left as it stands in the file, in one press; what is answered already stays answered. */
function LeaveAll({ id, questions }: { id: string; questions: ShownQuestion[] }) {
  const words = useWords(answerWords);
  const { busy, send } = usePost(`/roster/import/${id}/answers`);
  const kinds = new Map<string, Record<string, string>>();
  for (const question of questions) {
    const leaving = question.answer === null && leavingOf(question);
    if (leaving) kinds.set(question.kind, { ...kinds.get(question.kind), [question.id]: leaving });
  }
  return [...kinds].map(([kind, answers]) => {
    const count = Object.keys(answers).length;
    return (
      count > 1 && (
        <Button key={kind} busy={busy} onPress={() => send({ answers })}>
          {words.leaveAll(words.kinds[kind] ?? kind, count)}
        </Button>
      )
    );
  });
}

/** The answer that leaves the text alone; a unit, a role and an order of dates have none. */
function leavingOf({ kind, original, options }: ShownQuestion): string | undefined {
  const value = kind === "letters" ? original : asInFile;
  return options.find((option) => option.value === value)?.value;
}

function About({ question: { kind, original } }: { question: ShownQuestion }) {
  const words = useWords(answerWords);
  return (
    <TwoFacts
      first={
        kind === "dateOrder" ? words.sheet(original) : kind === "century" ? words.year(original) : original
      }
      second={words.kinds[kind] ?? kind}
    />
  );
}

function Samples({ question: { samples, answer, kind } }: { question: ShownQuestion }) {
  const words = useWords(answerWords);
  const label = useAnswerWords();
  return (
    <span className="flex flex-col gap-1">
      {samples.map(({ sheet, row, fullName, text, becomes }) => {
        const read =
          answer === null ? null : becomes ? becomes[answer] : kind === "unit" ? null : label(answer);
        return (
          <span key={`${row} ${sheet}`}>
            {read ? words.becomes(text, read) : becomes && text}
            <span className={read || becomes ? "second" : ""}>
              {words.row(row)}
              {fullName && `, ${fullName}`}
            </span>
          </span>
        );
      })}
    </span>
  );
}

function Answer({ id, question }: { id: string; question: ShownQuestion }) {
  const words = useWords(answerWords);
  const label = useAnswerWords();
  const { busy, refusal, send } = usePost(`/roster/import/${id}/answers`);
  const [pressed, setPressed] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(question.kind === "unit" && question.options.length === 0);
  const cell = useRef<HTMLSpanElement>(null);
  const given = busy ? pressed : question.answer;
  const say = (value: string | null) => {
    setPressed(value);
    send({ answers: { [question.id]: value } });
  };
  return (
    <span
      ref={cell}
      data-question
      data-open={given === null || undefined}
      className="flex flex-col items-start gap-2 phone:-ml-31 phone:pt-6"
    >
      <span className="flex flex-wrap gap-2">
        {question.options.map(({ value, name, becomes }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === given}
            data-lead={value === question.lead || undefined}
            onClick={() => say(value === given ? null : value)}
            className="min-h-control rounded-pill border border-edge bg-paper px-4 py-1.5 text-left text-table font-medium hover:bg-hover data-lead:border-accent aria-pressed:border-green aria-pressed:bg-green-soft aria-pressed:text-green"
          >
            {name ?? label(value)}
            {becomes && <span className="block text-caption font-normal">{becomes}</span>}
          </button>
        ))}
        {question.kind === "unit" && !isTyping && (
          <Button variant="quiet" onPress={() => setTyping(true)}>
            {words.otherUnit}
          </Button>
        )}
      </span>
      {isTyping && (
        <span className="w-full">
          <PlainUnitPicker
            name="unitId"
            label={words.chooseUnit}
            onChoose={(unit) => {
              if (!unit) return;
              say(unit.id);
              setTyping(false);
              focusNextOpen(cell.current);
            }}
          />
        </span>
      )}
      {given === null && question.lead !== null && <Badge tone="amber">{words.proposed}</Badge>}
      {refusal && (
        <span role="alert" className="text-caption text-red">
          {refusal}
        </span>
      )}
    </span>
  );
}

/** The box that was typed in goes away: the next question takes the focus. */
function focusNextOpen(cell: HTMLElement | null) {
  const cells = [...(cell?.closest("table")?.querySelectorAll("[data-question]") ?? [])];
  const next = cells
    .slice(cells.indexOf(cell as HTMLElement) + 1)
    .find((other) => other.matches("[data-open]"));
  firstOf(next)?.focus();
}

/** Up and down between questions, left and right between answers, a letter to the answer that begins with it. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const here = event.target as HTMLElement;
  const cell = here.closest<HTMLElement>("[data-question]");
  if (!cell || here.tagName === "INPUT" || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = neighbour(event.key, here, cell, [...event.currentTarget.querySelectorAll("[data-question]")]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function neighbour(key: string, here: HTMLElement, cell: Element, cells: Element[]): HTMLElement | undefined {
  const buttons = controlsOf(cell);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step) return buttons[buttons.indexOf(here) + step];
  const line = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (line) return firstOf(cells[cells.indexOf(cell) + line]);
  if (key.length !== 1 || key === " ") return undefined;
  return buttons.find(({ textContent }) => fold(textContent ?? "").startsWith(fold(key)));
}

/** Where an answer stands or is proposed, the focus comes to it. */
function firstOf(cell: Element | undefined): HTMLElement | undefined {
  const chosen = cell?.querySelector<HTMLElement>("[aria-pressed=true], [data-lead]");
  return chosen ?? (cell ? controlsOf(cell)[0] : undefined);
}

function controlsOf(cell: Element): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>("button, input:not([type=hidden])")];
}
