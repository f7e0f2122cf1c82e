/** People of a file who are in the roster already, one card each: is it this person, and which values stay. */
import { words as importWords } from "~/roster/import/words";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { PostButton } from "~/ui/post-button";
import { DifferencesForm } from "./differences-form";
import { knownGroups } from "./fields";
import type { KnownPage, ShownPerson } from "./known-page.server";
import { LikelyPeople } from "./likely-people";
import { RulesForAll } from "./rules-for-all";
import { words as knownWords } from "./words";

export function KnownPeople({ id, page }: { id: string; page: KnownPage }) {
  const words = useWords(knownWords);
  const { group, counts, people } = page;
  return (
    <div className="flex flex-col gap-5">
      <FilterLinks
        label={words.filters}
        links={knownGroups
          .filter((one) => counts[one] > 0 || one === group)
          .map((one) => ({
            to: `?group=${one}`,
            label: words.groups[one],
            count: counts[one],
            isCurrent: one === group,
          }))}
      />
      {page.fields.length > 0 && <RulesForAll id={id} fields={page.fields} isOpen={group === "differs"} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-soft">{words.groupHelp[group]}</p>
        {group === "maybe" && counts.maybe > 1 && (
          <span className="flex flex-col gap-1">
            <PostButton action={`/roster/import/${id}/known-people`}>
              {words.sameAll(counts.maybe)}
            </PostButton>
            <span className="text-caption text-soft">{words.sameAllHelp}</span>
          </span>
        )}
      </div>
      {people.length === 0 && <EmptyState title={words.empty} />}
      <ul aria-label={words.list} className="flex flex-col gap-4">
        {people.map((person) => (
          <li key={person.key} className="rounded-card border border-line bg-paper p-5 phone:p-4">
            <PersonCard id={id} person={person} />
          </li>
        ))}
      </ul>
      <Paging page={page.page} pageSize={page.pageSize} total={page.total} />
    </div>
  );
}

function PersonCard({ id, person }: { id: string; person: ShownPerson }) {
  const words = useWords(knownWords);
  const imports = useWords(importWords);
  const { name, facts, row, isSure, differences, gains, post } = person;
  return (
    <article aria-label={name} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-semibold">{name || imports.rows.noName}</h2>
        <span className="text-caption text-soft">{words.row(row)}</span>
        <p className="w-full text-table text-soft">{facts}</p>
      </header>
      <LikelyPeople id={id} person={person} />
      {isSure && differences.length > 0 && (
        // Another set of choices is another form: what stands in it begins anew.
        <DifferencesForm key={JSON.stringify(differences)} id={id} person={person} />
      )}
      {isSure && gains && (
        <p className="text-table">
          <span className="text-soft">{words.gains}:</span> {gains}
        </p>
      )}
      {isSure && (
        <p className="text-table">
          <span className="text-soft">{words.appointment}:</span> {post}
        </p>
      )}
    </article>
  );
}
