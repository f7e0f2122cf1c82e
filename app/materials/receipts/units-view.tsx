/** How far each unit is with a version: the worst first, or in the order of the organisation. */
import { Megaphone } from "lucide-react";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { pageSize, type UnitsQuery } from "./reader";
import { type HeadProps, ReadersChoices, ReadersNotices } from "./readers-head";
import type { UnitOfReaders } from "./units.server";
import { words as receiptWords } from "./words";

export interface UnitsViewProps extends HeadProps {
  query: UnitsQuery;
  units: UnitOfReaders[];
  total: number;
  /** With an account and not acknowledged, of all units shown and not shown. */
  left: number;
  mayEscalate: boolean;
}

export function UnitsView(props: UnitsViewProps) {
  const { material, version, base, query, units, total, mayEscalate } = props;
  const words = useWords(receiptWords);
  const language = useLanguage();
  const chosen = version.isCurrent ? "" : `version=${version.number}&`;
  const link = (sort: UnitsQuery["sort"], label: string) => ({
    ...{ label, isCurrent: query.sort === sort },
    to: `?${chosen}${query.q ? `q=${encodeURIComponent(query.q)}&` : ""}sort=${sort}`,
  });
  return (
    <>
      <ReadersChoices {...props} view="units" />
      <ReadersNotices {...props} />
      <FilterLinks
        label={words.order}
        links={[link("worst", words.worstFirst), link("tree", words.treeOrder)]}
      />
      <ListBar
        search={{ label: words.searchUnit, placeholder: words.searchUnit }}
        exportTo={`/materials/${material.id}/readers/units.xlsx`}
      />
      <DataTable
        label={words.unitsLabel}
        columns={unitColumns({
          words,
          show: (count) => showNumber(count, language),
          version,
          mayEscalate,
          material,
        })}
        rows={units}
        rowKey={({ unitId }) => unitId}
        rowHref={({ unitId }) => `${base}?${chosen}unit=${unitId}`}
        defaultSort="worst"
        empty={<EmptyState title={words.nobody}>{words.noneWhy}</EmptyState>}
      />
      <Paging page={query.page} pageSize={pageSize} total={total} />
    </>
  );
}

interface ColumnsProps extends Pick<UnitsViewProps, "version" | "mayEscalate" | "material"> {
  words: (typeof receiptWords)["vi"];
  show: (count: number) => string;
}

function unitColumns({ words, show, version, mayEscalate, material }: ColumnsProps): Column<UnitOfReaders>[] {
  const isAsked = version.acknowledgeBy !== null;
  const number = (
    key: keyof UnitOfReaders & string,
    label: string,
    sort?: string,
  ): Column<UnitOfReaders> => ({
    ...{ key, label, sort, align: "end" },
    cell: (unit) => show(unit[key] as number),
  });
  return [
    {
      ...{ key: "unit", label: words.unit, always: true },
      cell: ({ name, path }) => <TwoFacts first={name} second={path} />,
    },
    number("people", words.people, "people"),
    number("opened", words.opened),
    number("downloaded", words.downloaded),
    ...(isAsked ? [number("acknowledged", words.acknowledged), number("left", words.left, "left")] : []),
    number("silent", words.noAccount),
    ...(mayEscalate
      ? [
          {
            ...{ key: "escalate", label: words.escalate },
            cell: ({ unitId, left, silent }: UnitOfReaders) =>
              left + silent > 0 && (
                <PostButton
                  action={`/materials/${material.id}/escalation`}
                  values={{ unitId }}
                  variant="quiet"
                  icon={Megaphone}
                >
                  {words.escalateUnit}
                </PostButton>
              ),
          },
        ]
      : []),
  ];
}
