/** Everybody on the list of an act, as it is and as it would be, with what speaks against it. */
import { useState } from "react";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import type { LineInput, Outcome } from "./act";
import type { ActKind } from "./act-lines";
import { ActRow } from "./act-row";
import { actWords } from "./act-words";
import type { Candidate } from "./candidates";
import { keyOf } from "./use-outcomes";

interface ActTableProps {
  kind: ActKind;
  lines: LineInput[];
  outcomes: ReadonlyMap<string, Outcome>;
  personOf: (line: LineInput) => Candidate | undefined;
  onChange: (key: string, change: Partial<LineInput>) => void;
  onLeaveOut: (keys: ReadonlySet<string>) => void;
  onTickAll: (isOn: boolean) => void;
}

/** More rows than this are shown when asked for: each holds controls. */
const shownAtFirst = 200;

export function ActTable({
  kind,
  lines,
  outcomes,
  personOf,
  onChange,
  onLeaveOut,
  onTickAll,
}: ActTableProps) {
  const words = useWords(actWords);
  const [all, setAll] = useState(false);
  if (lines.length === 0) {
    return (
      <p role="status" className="rounded-card border border-line bg-paper px-5 py-8 text-center text-soft">
        {kind === "renewal" ? words.sourceEmpty : words.nobodyYet}
      </p>
    );
  }
  const marked = (field: "problems" | "warnings") =>
    lines.map(keyOf).filter((key) => (outcomes.get(key)?.[field].length ?? 0) > 0);
  const hopeless = marked("problems");
  const doubtful = marked("warnings");
  // Whatever needs a decision stands where it is seen.
  const inOrder = [...lines].sort((a, b) => rank(a) - rank(b));
  const isTicked = lines.every(({ does }) => does === "renew");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="font-medium tabular-nums">
          {[
            words.count(lines.length),
            hopeless.length > 0 && words.problems(hopeless.length),
            doubtful.length > 0 && words.warnings(doubtful.length),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {kind === "renewal" && (
          <Button variant="quiet" onPress={() => onTickAll(!isTicked)}>
            {isTicked ? words.tickNone : words.tickAll}
          </Button>
        )}
        {hopeless.length > 0 && kind !== "replacement" && (
          <Button onPress={() => onLeaveOut(new Set(hopeless))}>
            {words.leaveOutProblems(hopeless.length)}
          </Button>
        )}
      </div>
      <div className="rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent">
        <table aria-label={words.people} className="list-table">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
              <th scope="col">{words.change}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.slice(0, all ? undefined : shownAtFirst).map((line) => (
              <ActRow
                key={keyOf(line)}
                kind={kind}
                line={line}
                person={personOf(line)}
                outcome={outcomes.get(keyOf(line))}
                onChange={(change) => onChange(keyOf(line), change)}
                onRemove={() => onLeaveOut(new Set([keyOf(line)]))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!all && lines.length > shownAtFirst && (
        <span>
          <Button onPress={() => setAll(true)}>{words.showAll(lines.length)}</Button>
        </span>
      )}
    </div>
  );

  function rank(line: LineInput): number {
    return outcomes.get(keyOf(line))?.problems.length ? 0 : 1;
  }
}
