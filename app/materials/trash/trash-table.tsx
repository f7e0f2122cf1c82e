/** What lies in the trash, and the way back. */
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { PostButton } from "~/ui/post-button";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { TrashedMaterial } from "./trash.server";
import { words as trashWords } from "./words";

export function TrashTable({ materials }: { materials: TrashedMaterial[] }) {
  const words = useWords(trashWords);
  const { fields, kinds } = useWords(materialWords);
  const columns: Column<TrashedMaterial>[] = [
    {
      key: "title",
      label: fields.title,
      cell: ({ title, number }) => <TwoFacts first={title} second={number} />,
    },
    { key: "kind", label: fields.kind, cell: ({ kind }) => kinds[kind] },
    { key: "unit", label: fields.unit, hideOnPhone: true, cell: ({ unitName }) => unitName },
    {
      key: "trashed",
      label: words.trashedOn,
      className: "tight tabular-nums",
      cell: ({ trashedOn }) => showDay(trashedOn),
    },
    {
      key: "until",
      label: words.until,
      className: "tight tabular-nums",
      cell: ({ until }) => showDay(until),
    },
    {
      key: "restore",
      label: words.restore,
      cell: ({ id }) => <PostButton action={`/materials/${id}/restoration`}>{words.restore}</PostButton>,
    },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={materials}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/materials/${id}`}
      empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
    />
  );
}
