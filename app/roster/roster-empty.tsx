/** What an empty list of people says: the first step, or which condition to drop. */
import { Link, useLocation } from "@remix-run/react";
import { Plus, SearchX, Upload, Users } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { withoutParam } from "~/ui/url";
import { filtersOf } from "./roster-filters";
import type { RosterQuery } from "./roster-query";
import { words as rosterWords } from "./words";

interface RosterEmptyProps {
  query: RosterQuery;
  unitName: string | null;
  may: { edit: boolean; import: boolean };
}

export function RosterEmpty({ query, unitName, may }: RosterEmptyProps) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const { search } = useLocation();
  const filters = filtersOf(query, unitName);
  if (filters.length === 0) {
    return (
      <EmptyState
        icon={Users}
        title={words.list.emptyTitle}
        actions={
          <>
            {may.import && (
              <ButtonLink to="/roster/import" icon={Upload}>
                {words.list.import}
              </ButtonLink>
            )}
            {may.edit && (
              <ButtonLink to="/roster/new" icon={Plus}>
                {words.list.add}
              </ButtonLink>
            )}
          </>
        }
      >
        {may.edit ? words.list.empty : words.list.emptyReader}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={words.list.noneTitle}>
      <p>{query.q ? words.list.noneSearch : words.list.none}</p>
      <ul className="mt-2 flex flex-wrap justify-center gap-2">
        {filters.map(({ name, label }) => (
          <li key={name}>
            <Link
              to={withoutParam(search, name)}
              className="inline-flex min-h-control items-center rounded-pill border border-line px-3.5 text-ink hover:bg-hover"
            >
              {words.list.without(label[language])}
            </Link>
          </li>
        ))}
        {filters.length > 1 && (
          <li>
            <Link
              to="/roster"
              className="inline-flex min-h-control items-center rounded-pill border border-line px-3.5 font-semibold text-ink hover:bg-hover"
            >
              {words.list.clearAll}
            </Link>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
