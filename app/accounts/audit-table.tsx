/** Lines of the trail as a table. */
import { showMoment } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { DataTable, TwoFacts } from "~/ui/table";
import { RowLink } from "~/ui/text-link";
import { Differences } from "./audit-differences";
import type { ReadableLine } from "./audit-line";
import { words as auditWords } from "./audit-words";

export function AuditTable({ lines }: { lines: ReadableLine[] }) {
  const words = useWords(auditWords);
  return (
    <DataTable
      label={words.label}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          label: words.when,
          className: "tight font-normal tabular-nums",
          cell: ({ at }) => showMoment(at),
        },
        {
          key: "who",
          label: words.who,
          className: "min-w-36 phone:min-w-0",
          cell: ({ who, address }) => <TwoFacts first={who} second={address} />,
        },
        {
          key: "what",
          label: words.what,
          className: "min-w-52 phone:min-w-0",
          cell: (line) => <TwoFacts first={line.action} second={<Subject line={line} />} />,
        },
        {
          key: "changes",
          label: words.changes,
          cell: ({ differences }) => <Differences differences={differences} />,
        },
      ]}
      empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
    />
  );
}

function Subject({ line: { path, title, unitName } }: { line: ReadableLine }) {
  return (
    <>
      {path ? <RowLink to={path}>{title}</RowLink> : title}
      {unitName && unitName !== title && ` · ${unitName}`}
    </>
  );
}
