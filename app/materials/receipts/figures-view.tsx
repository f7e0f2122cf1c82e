/** The figures of reading over a period: everything together, and line by line by unit, kind or material. */
import { Download } from "lucide-react";
import { words as allMaterialWords } from "~/materials/words";
import { showDay, showTime } from "~/platform/clock";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PlainDateField } from "~/ui/field";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Facts } from "~/ui/page";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { type FigureLine, type FiguresQuery, looks, pageSize, type Sums } from "./figures";
import type { ReadingFigures } from "./figures.server";
import { words as receiptWords } from "./words";

interface FiguresViewProps extends ReadingFigures {
  /** Those of the page are sent; so many there are. */
  count: number;
  query: FiguresQuery;
  since: string | null;
}

export function FiguresView({ lines, count, total, more, since, query }: FiguresViewProps) {
  const { figures: words } = useWords(receiptWords);
  const { kinds } = useWords(allMaterialWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const period = `from=${query.from}&to=${query.to}`;
  const number = (key: keyof Sums): Column<FigureLine> => ({
    ...{ key, label: words[key], align: "end" },
    cell: (line) => show(line[key]),
  });
  const columns: Column<FigureLine>[] = [
    {
      ...{ key: "name", label: words.looks[query.by], always: true },
      cell: ({ name, path }) => (
        <TwoFacts
          first={query.by === "kind" ? (kinds[name as keyof typeof kinds] ?? name) : name}
          second={path}
        />
      ),
    },
    ...(query.by === "material" ? [] : [number("materials")]),
    ...(["addressed", "opened", "inTime", "late", "not"] as const).map(number),
  ];
  return (
    <>
      <form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
        <input type="hidden" name="by" value={query.by} />
        <PlainDateField name="from" label={words.from} defaultValue={query.from} />
        <PlainDateField name="to" label={words.to} defaultValue={query.to} />
        <Button type="submit">{words.show}</Button>
      </form>
      <p className="text-caption text-soft">
        {words.period(showDay(query.from), showDay(query.to))} {words.help} {more && words.more}{" "}
        {since && words.since(showTime(since))}
      </p>
      <Facts
        facts={(["materials", "addressed", "opened", "inTime", "late", "not"] as const).map((key) => ({
          label: words[key],
          value: show(total[key]),
        }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <FilterLinks
          label={words.by}
          links={looks.map((by) => ({
            ...{ label: words.looks[by], isCurrent: by === query.by },
            to: `?by=${by}&${period}`,
          }))}
        />
        <a href={`/materials/figures.xlsx?by=${query.by}&${period}`} download className="pill print:hidden">
          <Download aria-hidden size={18} strokeWidth={1.75} />
          {words.export}
        </a>
      </div>
      <DataTable
        label={words.title}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        rowHref={query.by === "material" ? ({ key }) => `/materials/${key}/people` : undefined}
        empty={<EmptyState title={words.none}>{words.noneWhy}</EmptyState>}
      />
      <Paging page={query.page} pageSize={pageSize} total={count} />
    </>
  );
}
