/** The figures of a review as tables: all units together line by line, then unit by unit. */
import { showDay, showTime } from "~/platform/clock";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";
import { type Column, DataTable } from "~/ui/table";
import { PlainUnitPicker } from "~/units";
import {
  type FiguresQuery,
  figuresPageSize,
  type Metric,
  type Pair,
  shownMetrics,
  type UnitFigures,
} from "./figures";
import { resultWords } from "./result-words";

interface FiguresViewProps {
  reviewId: string;
  query: FiguresQuery;
  unit: { id: string; name: string } | null;
  all: Record<Metric, Pair>;
  units: UnitFigures[];
  total: number;
  day: string;
  /** Since when it is so; null: of this moment. */
  since: string | null;
  mayExport: boolean;
}

/** What stands in the table by unit. */
const ofUnits = ["people", "women", "young", "minority"] as const satisfies Metric[];

export function FiguresView(page: FiguresViewProps) {
  const { reviewId, query, unit, all, units, total, day, since, mayExport } = page;
  const { figures: words, unit: unitLabel } = useWords(resultWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const [, people] = all.people;
  const lines: Column<Metric>[] = [
    { key: "metric", label: words.metric, always: true, cell: (metric) => words.metrics[metric] },
    { key: "before", label: words.before, align: "end", cell: (metric) => show(all[metric][0]) },
    { key: "after", label: words.after, align: "end", cell: (metric) => show(all[metric][1]) },
    { key: "change", label: words.change, align: "end", cell: (metric) => signed(all[metric], show) },
    {
      key: "share",
      label: words.share,
      align: "end",
      cell: (metric) =>
        metric === "people" || people === 0 ? "" : `${show(percent(all[metric][1], people))} %`,
    },
  ];
  const columns: Column<UnitFigures>[] = [
    { key: "unit", label: unitLabel, always: true, cell: ({ name }) => name },
    ...ofUnits.map((metric) => ({
      key: metric,
      label: words.metrics[metric],
      align: "end" as const,
      cell: ({ figures }: UnitFigures) => <Change pair={figures[metric]} />,
    })),
  ];
  return (
    <>
      <p className="text-caption text-soft">
        {words.asOf(showDay(day))}
        {since && ` ${words.countedAt(showTime(since))}`}
      </p>
      <ListBar
        pills={unit ? [{ name: "unit", label: unit.name }] : []}
        filters={<PlainUnitPicker name="unit" label={unitLabel} chosen={unit} />}
        exportTo={mayExport ? `/roster/reviews/${reviewId}/figures.xlsx` : undefined}
      />
      <DataTable
        label={words.label}
        columns={lines}
        rows={shownMetrics(all)}
        rowKey={(metric) => metric}
        empty={null}
      />
      <Section title={words.byUnit}>
        <DataTable
          label={words.byUnit}
          columns={columns}
          rows={units}
          rowKey={({ unitId }) => unitId ?? ""}
          empty={null}
        />
        <Paging page={query.page} pageSize={figuresPageSize} total={total} />
      </Section>
    </>
  );
}

function Change({ pair }: { pair: Pair }) {
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const [before, after] = pair;
  return (
    <>
      {show(after)}
      {before !== after && <span className="second">{signed(pair, show)}</span>}
    </>
  );
}

function signed([before, after]: Pair, show: (count: number) => string): string {
  const change = after - before;
  return change > 0 ? `+${show(change)}` : change < 0 ? `−${show(-change)}` : "0";
}

function percent(part: number, whole: number): number {
  return Math.round((part * 1000) / whole) / 10;
}
