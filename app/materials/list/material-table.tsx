/** The list of materials: title with number and issuer, kind, state, how far it may circulate, days, unit. */
import type { ReactNode } from "react";
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { ListedMaterial } from "./material-list.server";
import { StateBadges } from "./state-badges";
import { words as listWords } from "./words";

export function MaterialTable({ materials, empty }: { materials: ListedMaterial[]; empty: ReactNode }) {
  const words = useWords(listWords);
  const { fields, kinds, circulations } = useWords(materialWords);
  const columns: Column<ListedMaterial>[] = [
    {
      key: "title",
      label: fields.title,
      sort: "title",
      always: true,
      cell: ({ title, number, issuer }) => (
        <TwoFacts first={title} second={[number, issuer].filter(Boolean).join(" · ")} />
      ),
    },
    { key: "kind", label: fields.kind, cell: ({ kind }) => kinds[kind] },
    { key: "state", label: fields.state, cell: (material) => <StateBadges material={material} /> },
    {
      key: "circulation",
      label: fields.circulation,
      hideOnPhone: true,
      cell: ({ circulation }) => circulations[circulation],
    },
    {
      key: "issued",
      label: fields.issuedOn,
      sort: "issued",
      className: "tight tabular-nums",
      cell: ({ issuedOn }) => (issuedOn ? showDay(issuedOn) : ""),
    },
    {
      key: "published",
      label: words.publishedOn,
      sort: "published",
      hideOnPhone: true,
      className: "tight tabular-nums",
      cell: ({ publishedOn }) => (publishedOn ? showDay(publishedOn) : ""),
    },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={materials}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/materials/${id}`}
      empty={empty}
    />
  );
}
