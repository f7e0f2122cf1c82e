/** The tree of units with its search: at the side of each record, alone on the phone. */
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { SearchForm } from "~/ui/search-form";
import { TextLink } from "~/ui/text-link";
import { Tree } from "~/ui/tree";
import { type OpenTree, top } from "~/ui/tree-rows";
import type { UnitHit } from "./unit-tree";
import { unitWords } from "./words";

interface UnitTreePanelProps {
  q: string;
  closed: boolean;
  /** Whether the reader may see how many people there are. */
  countsPeople: boolean;
  tree: OpenTree | null;
  hits: UnitHit[] | null;
  selected?: string;
}

export function UnitTreePanel({ q, closed, countsPeople, tree, hits, selected }: UnitTreePanelProps) {
  const words = useWords(unitWords);
  const place = selected ? `/units/${selected}` : "/units";
  return (
    <aside
      aria-label={words.tree.label}
      className={`flex flex-col gap-3 py-7 pl-6 lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto phone:p-4 phone:pt-0 print:hidden max-lg:px-6 ${selected ? "max-lg:hidden" : "max-lg:order-last"}`}
    >
      <SearchForm
        label={words.tree.search}
        placeholder={words.tree.searchPlaceholder}
        action={place}
        clearTo={place}
        value={q}
      />
      {hits && <Hits q={q} hits={hits} selected={selected} />}
      {tree?.[top]?.nodes[0] && (
        <>
          <Tree
            key={String(closed)}
            label={words.tree.label}
            tree={tree}
            source={(of, from) => `/units/children?of=${of}&from=${from}${closed ? "&closed=1" : ""}`}
            href={pageOf}
            allOf={(of) => (of === top ? "/units/list" : `/units/list?under=${of}`)}
            late={countsPeople ? { source: countsOf, label: words.tree.activePeople } : undefined}
          />
          {countsPeople && (
            <p data-scripted-only className="text-caption text-soft">
              {words.tree.figures}
            </p>
          )}
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <TextLink to={closed ? "?" : "?closed=1"}>
              {closed ? words.tree.hideClosed : words.tree.showClosed}
            </TextLink>
            <TextLink to="/units/groupings">{words.overview.groupings}</TextLink>
          </p>
        </>
      )}
    </aside>
  );
}

function pageOf(id: string): string {
  return `/units/${id}`;
}

function countsOf(ids: string[]): string {
  return `/units/people?ids=${ids.join(",")}`;
}

function Hits({ q, hits, selected }: { q: string; hits: UnitHit[]; selected?: string }) {
  const words = useWords(unitWords);
  if (hits.length === 0) {
    return (
      <EmptyState
        title={words.tree.noHits}
        actions={
          <ButtonLink to={selected ? `/units/${selected}` : "/units"}>{words.tree.backToTree}</ButtonLink>
        }
      >
        {words.tree.noHitsHelp}
      </EmptyState>
    );
  }
  return (
    <>
      <p aria-live="polite" className="text-caption text-soft">
        {hits.length < 50 ? words.tree.found(String(hits.length)) : words.tree.firstFound(hits.length)}
      </p>
      <ul className="flex flex-col rounded-card border border-line bg-paper">
        {hits.map((hit) => (
          <li
            key={hit.id}
            className={`border-b border-line px-4 py-2.5 last:border-0 ${hit.id === selected ? "bg-accent-soft" : ""}`}
          >
            <TextLink to={`/units/${hit.id}?q=${encodeURIComponent(q)}`}>{hit.name}</TextLink>
            {hit.formerName && (
              <span className="ml-2 text-caption text-soft">{words.tree.formerly(hit.formerName)}</span>
            )}
            <span className="block text-caption text-soft">
              {[hit.path, hit.closedOn && words.states.closed].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <TextLink to={selected ? `/units/${selected}` : "/units"}>{words.tree.backToTree}</TextLink>
    </>
  );
}
