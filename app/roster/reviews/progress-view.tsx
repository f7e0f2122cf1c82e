/** The progress of a review: figures, ways to look at it, the units, and reminding those that are behind. */
import { Bell } from "lucide-react";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { Progress } from "~/ui/progress";
import type { ListedUnit, ProgressFigures } from "./progress.server";
import { filters, type ProgressQuery, pageSize } from "./progress-query";
import { ProgressTable } from "./progress-table";
import { words as reviewWords } from "./words";

export interface ProgressViewProps {
  review: { id: string; dueOn: string; closedOn: string | null; isOurs: boolean; note: string | null };
  query: ProgressQuery;
  figures: ProgressFigures;
  units: ListedUnit[];
  total: number;
  /** Of those that match: to be reminded now, and with nobody to remind. Null: not the actor's to do. */
  remindable: { now: number; silent: number } | null;
  day: string;
}

export function ProgressView({ review, query, figures, units, total, remindable, day }: ProgressViewProps) {
  const { progress: words } = useWords(reviewWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const link = (state: ProgressQuery["state"], label: string, count: number) => ({
    ...{ label, count, isCurrent: query.state === state },
    to: state ? `?state=${state}` : "?",
  });
  const search = new URLSearchParams({
    ...(query.q && { q: query.q }),
    ...(query.state && { state: query.state }),
  });
  return (
    <>
      {review.note && <p className="max-w-prose whitespace-pre-line text-soft">{review.note}</p>}
      <Progress label={words.percent} done={figures.marked} total={figures.listed} />
      <FilterLinks
        label={words.state}
        links={[
          link(null, words.all, figures.units),
          ...filters
            .filter((state) => state !== "late" || figures.late > 0)
            .map((state) =>
              link(state, state === "late" ? words.onlyLate : words.states[state], figures[state]),
            ),
        ]}
      />
      {remindable && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
          {remindable.now > 0 ? (
            <PostButton action={`/roster/reviews/${review.id}/reminders?${search}`} icon={Bell}>
              {words.remind(show(remindable.now))}
            </PostButton>
          ) : (
            <p className="text-caption text-soft">{words.remindNobody}</p>
          )}
          <p className="text-caption text-soft">{words.closeHelp(figures.units - figures.confirmed)}</p>
          {remindable.silent > 0 && (
            <p className="text-caption text-amber">{words.remindSilent(show(remindable.silent))}</p>
          )}
        </div>
      )}
      <ListBar
        search={{ label: words.search, placeholder: words.search }}
        exportTo={`/roster/reviews/${review.id}/progress.xlsx`}
      />
      <ProgressTable units={units} dueOn={review.dueOn} day={day} />
      <Paging page={query.page} pageSize={pageSize} total={total} />
    </>
  );
}
