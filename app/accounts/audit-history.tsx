/** What happened to one record, newest first: the history on its page. */
import { showMoment } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { Differences } from "./audit-differences";
import type { ReadableLine } from "./audit-line";
import { pageSize } from "./audit-query";
import { words as auditWords } from "./audit-words";

interface HistoryProps {
  /** From `listHistory`; null: this person does not read the trail, so nothing is shown. */
  lines: ReadableLine[] | null;
  /** Where the whole of it stands in the trail. */
  of: { kind: string; id: string };
  /** Without it the heading stands above. */
  untitled?: boolean;
}

export function History({ lines, of, untitled = false }: HistoryProps) {
  const words = useWords(auditWords);
  if (lines === null) return null;
  const list =
    lines.length === 0 ? <p className="text-soft">{words.noHistory}</p> : <Lines lines={lines} of={of} />;
  return untitled ? list : <Section title={words.history}>{list}</Section>;
}

function Lines({ lines, of }: { lines: ReadableLine[]; of: HistoryProps["of"] }) {
  const words = useWords(auditWords);
  return (
    <>
      <ol className="flex flex-col border-l border-line pl-5">
        {lines.map((line) => (
          <li key={line.id} className="relative pb-5 last:pb-0">
            <span aria-hidden className="absolute top-2 -left-[1.4rem] size-2 rounded-pill bg-edge" />
            <p className="font-medium">{line.action}</p>
            <p className="text-caption text-soft">
              <span className="tabular-nums">{showMoment(line.at)}</span> · {line.who}
            </p>
            <div className="mt-1 text-table">
              <Differences differences={line.differences} />
            </div>
          </li>
        ))}
      </ol>
      {lines.length >= pageSize && (
        <TextLink to={`/audit?kind=${of.kind}&subject=${of.id}`}>{words.olderInTrail}</TextLink>
      )}
    </>
  );
}
