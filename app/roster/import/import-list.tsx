/** Files that were read before: by whom, when, and what became of them. */
import { FileSpreadsheet } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable } from "~/ui/table";
import { words as importWords } from "./words";

export interface ListedImport {
  id: string;
  fileName: string;
  unitName: string;
  by: string;
  at: string;
  state: string;
  added: number;
}

const tones: Record<string, Tone> = { done: "green", failed: "red", running: "blue", waiting: "blue" };

export function ImportList({ imports }: { imports: ListedImport[] }) {
  const words = useWords(importWords).list;
  const stateWords: Record<string, string> = words.states;
  const columns: Column<ListedImport>[] = [
    { key: "file", label: words.file, cell: ({ fileName }) => fileName, always: true },
    {
      key: "result",
      label: words.result,
      cell: ({ state, added }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge tone={tones[state]}>{stateWords[state]}</Badge>
          {added > 0 && <span className="tabular-nums">{words.added(added)}</span>}
        </span>
      ),
    },
    { key: "unit", label: words.unit, cell: ({ unitName }) => unitName },
    { key: "by", label: words.by, cell: ({ by }) => by },
    { key: "at", label: words.at, cell: ({ at }) => showMoment(at) },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/import/${id}`}
      empty={
        <EmptyState icon={FileSpreadsheet} title={words.emptyTitle}>
          {words.empty}
        </EmptyState>
      }
    />
  );
}
