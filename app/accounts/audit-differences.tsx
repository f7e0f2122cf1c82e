/** What a line changed, fact by fact: before, an arrow, after. */
import { useWords } from "~/ui/language";
import type { Difference } from "./audit-line";
import { words as auditWords } from "./audit-words";

const shown = 4;

export function Differences({ differences }: { differences: Difference[] }) {
  const words = useWords(auditWords);
  if (differences.length === 0) return <span className="text-faint">{words.noFacts}</span>;
  const rest = differences.slice(shown);
  return (
    <>
      <Facts differences={differences.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-9 cursor-pointer items-center font-medium text-accent">
            {words.showMore(rest.length)}
          </summary>
          <Facts differences={rest} />
        </details>
      )}
    </>
  );
}

function Facts({ differences }: { differences: Difference[] }) {
  const words = useWords(auditWords);
  return (
    <dl className="changes">
      {differences.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{`${label}:`}</dt>
          <dd>
            {before !== "" && <del>{before}</del>}
            {after === "" ? <span className="text-faint">{words.nothing}</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
