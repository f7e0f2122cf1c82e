/** Fields side by side: as they stood when the request was sent, as proposed, as they are now. */
import type { ReactNode } from "react";
import { useWords } from "~/ui/language";
import type { ComparedLine } from "./corrections.server";
import { words as ownWords } from "./words";

interface ComparedLinesProps {
  lines: ComparedLine[];
  /** What stands at the head of each: its name, or the choice to take it. */
  box: (line: ComparedLine) => ReactNode;
}

export function ComparedLines({ lines, box }: ComparedLinesProps) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
      {lines.map((line) => (
        <li key={line.field} className="grid grid-cols-[14rem_1fr] gap-x-6 gap-y-1 py-4 phone:grid-cols-1">
          <div>{box(line)}</div>
          <Values line={line} />
        </li>
      ))}
    </ul>
  );
}

function Values({ line: { before, proposed, now, isMoved } }: { line: ComparedLine }) {
  const words = useWords(ownWords);
  const { decision } = words;
  const values = [
    { label: decision.before, value: before, looks: "text-soft" },
    { label: decision.proposed, value: proposed, looks: "font-semibold" },
    { label: decision.now, value: now, looks: isMoved ? "font-medium text-amber" : "" },
  ];
  return (
    <div>
      <dl className="grid grid-cols-3 gap-x-6 gap-y-2 phone:grid-cols-1">
        {values.map(({ label, value, looks }) => (
          <div key={label} className="min-w-0">
            <dt className="text-caption text-soft">{label}</dt>
            <dd className={`[overflow-wrap:anywhere] ${looks}`}>{value || words.nothing}</dd>
          </div>
        ))}
      </dl>
      {isMoved && <p className="mt-2 text-table font-medium text-amber">{decision.moved}</p>}
      {now === proposed && <p className="mt-2 text-table text-soft">{decision.same}</p>}
    </div>
  );
}
