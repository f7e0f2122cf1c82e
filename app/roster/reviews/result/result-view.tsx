/** The result of a review: its lists, what to do next with each, and the draft annexes. */
import { FileText } from "lucide-react";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Card } from "~/ui/page";
import { PlainUnitPicker } from "~/units";
import { type ResultQuery, resultLists, resultPageSize } from "./result";
import type { ResultCounts, ResultEntry } from "./result.server";
import { ResultTable } from "./result-table";
import { resultWords } from "./result-words";

interface ResultViewProps {
  reviewId: string;
  query: ResultQuery;
  unit: { id: string; name: string } | null;
  counts: ResultCounts;
  entries: ResultEntry[];
  may: { accept: boolean; decide: boolean; export: boolean };
}

export function ResultView({ reviewId, query, unit, counts, entries, may }: ResultViewProps) {
  const words = useWords(resultWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const to = `/roster/reviews/${reviewId}`;
  const search = (more: Record<string, string> = {}) =>
    `?${new URLSearchParams({ ...(query.unit && { unit: query.unit }), ...more })}`;
  const { all, done } = counts;
  return (
    <>
      <p className="text-soft">
        {words.ofConfirmed} {counts.openUnits > 0 && words.openUnits(show(counts.openUnits))}
      </p>
      <FilterLinks
        label={words.tab}
        links={resultLists.map((list) => ({
          ...{
            to: search({ list }),
            label: words.lists[list],
            count: all[list],
            isCurrent: list === query.list,
          },
        }))}
      />
      <NextSteps {...{ to, search, counts, may }} />
      <ListBar
        pills={unit ? [{ name: "unit", label: unit.name }] : []}
        filters={
          <>
            <input type="hidden" name="list" value={query.list} />
            <PlainUnitPicker name="unit" label={words.unit} chosen={unit} />
          </>
        }
      />
      {query.list !== "keep" && all[query.list] > 0 && (
        <p className="text-caption text-soft">
          {words.doneOf(show(done[query.list]), show(all[query.list]))}
        </p>
      )}
      <ResultTable list={query.list} entries={entries} />
      <Paging page={query.page} pageSize={resultPageSize} total={all[query.list]} />
    </>
  );
}

interface NextStepsProps extends Pick<ResultViewProps, "counts" | "may"> {
  to: string;
  search: (more?: Record<string, string>) => string;
}

/** What is left, each a press away; the annexes need no decision. */
function NextSteps({ to, search, counts, may }: NextStepsProps) {
  const words = useWords(resultWords);
  const { networks } = useWords(rosterWords);
  const { all, done, toAccept } = counts;
  const accepts = may.accept && toAccept.corrected + toAccept.added > 0;
  const open = (list: "replace" | "release") => all[list] - done[list];
  const proposed = Object.entries(counts.networks) as [keyof typeof networks, number][];
  const decides = may.decide && (proposed.length > 0 || open("replace") > 0 || open("release") > 0);
  const annexed = (["recognise", "replace", "release"] as const).filter((list) => all[list] > 0);
  if (!accepts && !decides && annexed.length === 0) return null;
  return (
    <Card>
      <div className="flex flex-col gap-3">
        {(accepts || decides) && (
          <div className="flex flex-wrap items-center gap-2">
            {accepts && (
              <ButtonLink to={`${to}/acceptance${search()}`} variant="primary">
                {words.accept(toAccept.corrected, toAccept.added)}
              </ButtonLink>
            )}
            {may.decide &&
              proposed.map(([network, count]) => (
                <ButtonLink key={network} to={`${to}/recognition${search({ network })}`}>
                  {words.recognise(count, proposed.length > 1 ? networks[network] : null)}
                </ButtonLink>
              ))}
            {may.decide && open("replace") > 0 && (
              <ButtonLink to={`${to}/replacement${search()}`}>{words.replaceDo(open("replace"))}</ButtonLink>
            )}
            {may.decide && open("release") > 0 && (
              <ButtonLink to={`${to}/release${search()}`}>{words.releaseDo(open("release"))}</ButtonLink>
            )}
          </div>
        )}
        {may.decide && toAccept.added > 0 && <p className="text-caption text-soft">{words.recordsFirst}</p>}
        {may.export && annexed.length > 0 && (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-table font-medium">{words.annexes}</span>
            {annexed.length > 1 && (
              <Annex to={`${to}/annex.docx${search({ annex: "all" })}`}>{words.annexAll}</Annex>
            )}
            {annexed.map((list) => (
              <Annex key={list} to={`${to}/annex.docx${search({ annex: list })}`}>
                {words.lists[list]}
              </Annex>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}

function Annex({ to, children }: { to: string; children: string }) {
  return (
    <ButtonLink to={to} icon={FileText} variant="quiet" download>
      {children}
    </ButtonLink>
  );
}
