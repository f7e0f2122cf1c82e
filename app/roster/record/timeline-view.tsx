/** The timeline of a person: by year, newest first, of all kinds or of one; it prints. */
import { showDay, today } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import type { Timeline, TimelineEvent } from "./timeline";
import { words as recordWords } from "./words";

interface TimelineViewProps {
  timeline: Timeline;
  /** The kind that is chosen; null: all. */
  kind: string | null;
}

export function TimelineView({ timeline: { years, kinds, total }, kind }: TimelineViewProps) {
  const { time } = useWords(recordWords);
  return (
    <div className="flex flex-col gap-5">
      {kinds.length > 1 && (
        <FilterLinks
          label={time.filter}
          links={[
            { to: "?", label: time.all, count: total, isCurrent: !kind },
            ...kinds.map((one) => ({
              to: `?kind=${one.kind}`,
              label: one.label,
              count: one.count,
              isCurrent: one.kind === kind,
            })),
          ]}
        />
      )}
      {years.length === 0 && <EmptyState title={kind ? time.emptyKind : time.empty} />}
      {years.map(({ year, events }) => (
        <section
          key={year}
          aria-labelledby={`year-${year}`}
          className="grid grid-cols-[5rem_1fr] gap-x-4 phone:grid-cols-1"
        >
          <h2
            id={`year-${year}`}
            className="text-section font-semibold tabular-nums phone:mb-2 print:break-after-avoid"
          >
            {year}
          </h2>
          <ol className="flex flex-col border-l border-line pl-5">
            {events.map((event, at) => (
              <Event
                // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice on a day
                key={at}
                event={event}
                label={kinds.find((one) => one.kind === event.kind)?.label}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Event({ event: { day, text, note, to }, label }: { event: TimelineEvent; label?: string }) {
  const { time } = useWords(recordWords);
  const isToCome = day > today();
  return (
    <li className="relative pb-5 last:pb-0 print:break-inside-avoid">
      <span
        aria-hidden
        className={`absolute top-2 -left-[1.4rem] size-2 rounded-pill ${isToCome ? "border border-edge bg-paper" : "bg-edge"}`}
      />
      <p className="font-medium">{to ? <TextLink to={to}>{text}</TextLink> : text}</p>
      <p className="text-caption text-soft">
        <span className="tabular-nums">{showDay(day)}</span>
        {label && ` · ${label}`}
        {isToCome && ` · ${time.toCome}`}
      </p>
      {note && <p className="mt-0.5 text-table">{note}</p>}
    </li>
  );
}
