/** How far each unit has come: the list that the department looks at until the last one is in. */
import { dayOf, showDay, showMoment } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { ListedUnit } from "./progress.server";
import { isLate, type Progress, percentOf, progressOf } from "./review-state";
import { words as reviewWords } from "./words";

const tones: Record<Progress, Tone> = {
  not_started: "neutral",
  in_progress: "blue",
  returned: "amber",
  submitted: "blue",
  confirmed: "green",
};

interface ProgressTableProps {
  units: ListedUnit[];
  dueOn: string;
  day: string;
}

export function ProgressTable({ units, dueOn, day }: ProgressTableProps) {
  const { progress: words } = useWords(reviewWords);
  const columns: Column<ListedUnit>[] = [
    {
      key: "unit",
      label: words.unit,
      sort: "unit",
      always: true,
      cell: ({ name, path }) => <TwoFacts first={name} second={path} />,
    },
    {
      key: "state",
      label: words.state,
      cell: (unit) => {
        const progress = progressOf(unit);
        return (
          <span className="flex flex-wrap gap-1">
            <Badge tone={tones[progress]}>{words.states[progress]}</Badge>
            {isLate(unit.state, dueOn, day) && <Badge tone="red">{words.late}</Badge>}
            {!unit.isAnswered && <Badge tone="amber">{words.nobody}</Badge>}
          </span>
        );
      },
    },
    {
      key: "percent",
      label: words.percent,
      sort: "percent",
      align: "end",
      cell: (unit) => `${percentOf(unit)} %`,
    },
    {
      key: "left",
      label: words.left,
      sort: "left",
      align: "end",
      cell: ({ listed, marked }) => `${listed - marked} / ${listed}`,
    },
    {
      key: "submitted",
      label: words.submitted,
      sort: "submitted",
      cell: ({ submittedAt }) => <Moment at={submittedAt} />,
    },
    {
      key: "reminded",
      label: words.reminded,
      cell: ({ remindedAt }) =>
        remindedAt && <span className="tabular-nums">{showDay(dayOf(new Date(remindedAt)))}</span>,
    },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={units}
      rowKey={({ listId }) => listId}
      rowHref={({ listId }) => `/roster/reviews/lists/${listId}`}
      defaultSort="unit"
      empty={<EmptyState title={words.noneTitle}>{words.none}</EmptyState>}
    />
  );
}

function Moment({ at }: { at: string | null }) {
  return at && <span className="whitespace-nowrap tabular-nums">{showMoment(at)}</span>;
}
