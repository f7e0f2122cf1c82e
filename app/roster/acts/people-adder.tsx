/** Ways to put people on the list of an act: one by name, many pasted, a whole unit; and what was not clear. */
import { useState } from "react";
import { addDays } from "~/platform/clock";
import { askAbout } from "~/ui/ask";
import { Button } from "~/ui/button";
import { PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Card } from "~/ui/page";
import { PlainUnitPicker } from "~/units";
import type { ActKind } from "./act-lines";
import { actWords } from "./act-words";
import type { Candidate, Unclear } from "./candidates";

interface PeopleAdderProps {
  kind: ActKind;
  /** The first day of what begins, or the first without what ends. */
  day: string;
  onFound: (people: Candidate[]) => void;
}

export function PeopleAdder({ kind, day, onFound }: PeopleAdderProps) {
  const words = useWords(actWords);
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const [unclear, setUnclear] = useState<Unclear[]>([]);
  const [names, setNames] = useState("");

  async function add(asked: { speakerIds?: string[]; unitId?: string; names?: string }) {
    setBusy(true);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
    const standingOn = kind === "recognition" || !isDay ? null : addDays(day, -1);
    const answer = await askAbout<{ candidates: Candidate[]; unclear: Unclear[] }>(
      "/roster/decisions/people",
      {
        ...asked,
        standingOn,
      },
    );
    setBusy(false);
    setTurn(turn + 1);
    if (!answer) return;
    onFound(answer.candidates);
    if (asked.names === undefined) return;
    setUnclear(answer.unclear);
    setNames("");
  }
  return (
    <Card>
      <div className="flex max-w-2xl flex-col gap-4">
        <PlainComboboxField
          key={turn}
          name="person"
          label={kind === "recognition" ? words.addPerson : words.addHolder}
          source="/roster/choices"
          onChoose={(choice) => choice && add({ speakerIds: [choice.id] })}
        />
        {kind !== "replacement" && (
          <details>
            <summary className="inline-flex min-h-control cursor-pointer items-center text-table font-semibold text-accent">
              {words.more}
            </summary>
            <div className="mt-2 flex flex-col gap-4">
              <label className="flex flex-col gap-1.5">
                <span className="font-medium">{words.paste}</span>
                <span className="text-caption text-soft">{words.pasteHelp}</span>
                <textarea
                  rows={5}
                  value={names}
                  onChange={(event) => setNames(event.target.value)}
                  className="control resize-y"
                />
              </label>
              <span>
                <Button busy={busy} isDisabled={names.trim() === ""} onPress={() => add({ names })}>
                  {words.pasteFind}
                </Button>
              </span>
              <PlainUnitPicker
                key={`unit-${turn}`}
                name="wholeUnit"
                label={words.wholeUnit}
                onChoose={(choice) => choice && add({ unitId: choice.id })}
              />
            </div>
          </details>
        )}
        <UnclearLines
          unclear={unclear}
          onChoose={(line, person) => {
            if (person) onFound([person]);
            setUnclear(unclear.filter((other) => other !== line));
          }}
        />
      </div>
    </Card>
  );
}

interface UnclearLinesProps {
  unclear: Unclear[];
  onChoose: (line: Unclear, person: Candidate | null) => void;
}

function UnclearLines({ unclear, onChoose }: UnclearLinesProps) {
  const words = useWords(actWords);
  if (unclear.length === 0) return null;
  return (
    <section aria-label={words.unclear} className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.unclear}</h3>
      <ul className="divide-y divide-line">
        {unclear.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be pasted twice
          <li key={`${at} ${line.text}`} className="flex flex-col gap-2 py-3">
            <p className="wrap-anywhere">{line.text}</p>
            {line.candidates.length === 0 && <p className="text-table text-soft">{words.unclearNone}</p>}
            <div className="flex flex-wrap gap-2">
              {line.candidates.map((person) => (
                <Button key={person.speakerId} onPress={() => onChoose(line, person)}>
                  {[person.fullName, person.birthYear, person.position, person.unitName]
                    .filter(Boolean)
                    .join(" · ")}
                </Button>
              ))}
              <Button variant="quiet" onPress={() => onChoose(line, null)}>
                {words.leaveOut}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
