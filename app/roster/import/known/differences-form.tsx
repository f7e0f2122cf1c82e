/** One person's fields side by side, the roster's and the file's: what stays is chosen with the mouse, the arrows or the finger. */
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { usePost } from "~/ui/use-post";
import type { ShownDifference, ShownPerson } from "./known-page.server";
import { words as knownWords } from "./words";

const columns = "grid grid-cols-[10rem_1fr_1fr] gap-x-4 gap-y-1 phone:grid-cols-2";

export function DifferencesForm({ id, person }: { id: string; person: ShownPerson }) {
  const words = useWords(knownWords);
  const { busy, refusal, send } = usePost(`/roster/import/${id}/known`);
  const form = useRef<HTMLFormElement>(null);
  const { sheet, row, differences } = person;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send({ sheet, row, fields: Object.fromEntries(new FormData(event.currentTarget)) });
    goOn(event.currentTarget);
  };
  const tickAll = (choice: string) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>(`input[value="${choice}"]`) ?? [])
      box.checked = true;
  };
  return (
    <form ref={form} onSubmit={save} className="flex flex-col">
      <div className={`${columns} border-line border-b pb-1 text-caption text-soft`}>
        <span className="phone:hidden">{words.field}</span>
        <span>{words.inRoster}</span>
        <span>{words.inFile}</span>
      </div>
      {differences.map((difference) => (
        <Row key={difference.field} difference={difference} />
      ))}
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        <Button type="submit" busy={busy}>
          {words.save}
        </Button>
        <Button variant="quiet" onPress={() => tickAll("take")}>
          {words.allFile}
        </Button>
        <Button variant="quiet" onPress={() => tickAll("keep")}>
          {words.allRoster}
        </Button>
      </div>
      {refusal && (
        <p role="alert" className="text-caption text-red">
          {refusal}
        </p>
      )}
    </form>
  );
}

/** The keyboard goes on with the next person: this one leaves the list. */
function goOn(from: HTMLFormElement) {
  const next = from.closest("li")?.nextElementSibling;
  next?.querySelector<HTMLElement>("form input, button")?.focus();
}

function Row({
  difference: { field, label, roster, file, choice, isFilling },
}: {
  difference: ShownDifference;
}) {
  const words = useWords(knownWords);
  const labelId = useId();
  return (
    <fieldset aria-labelledby={labelId} className={`${columns} border-line border-b py-1.5`}>
      <p id={labelId} className="py-1 text-table text-soft phone:col-span-2 phone:py-0">
        {label}
        {choice === null && <span className="sr-only"> ?</span>}
      </p>
      <Choice name={field} value="keep" isChosen={choice === "keep"}>
        {roster ?? <span className="text-soft italic">{words.nothing}</span>}
      </Choice>
      <Choice name={field} value="take" isChosen={choice === "take"}>
        {file} {isFilling && <Badge tone="green">{words.fills}</Badge>}
      </Choice>
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  value: "keep" | "take";
  isChosen: boolean;
  children: ReactNode;
}

function Choice({ name, value, isChosen, children }: ChoiceProps) {
  return (
    <label className="flex min-h-9 min-w-0 cursor-pointer items-start gap-2.5 rounded-control py-1 has-checked:font-semibold phone:min-h-11">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0 break-words whitespace-pre-line">{children}</span>
    </label>
  );
}
