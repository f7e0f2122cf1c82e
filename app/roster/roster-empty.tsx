/** What an empty list of people says: the first step, or which condition to drop. */
import { Plus, SearchX, Upload, Users } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { withoutParam } from "~/ui/url";
import { useSearch } from "~/ui/use-search";
import { filtersOf } from "./roster-filters";
import type { RosterQuery } from "./roster-query";
import { words as rosterWords } from "./words";

interface RosterEmptyProps {
  query: RosterQuery;
  unitName: string | null;
  topicName: string | null;
  may: { edit: boolean; import: boolean };
}

export function RosterEmpty({ query, unitName, topicName, may }: RosterEmptyProps) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const search = useSearch();
  const filters = filtersOf(query, unitName, topicName);
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
            <ButtonLink to={withoutParam(search, name)}>{words.list.without(label[language])}</ButtonLink>
          </li>
        ))}
        {filters.length > 1 && (
          <li>
            <ButtonLink to="/roster">{words.list.clearAll}</ButtonLink>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
