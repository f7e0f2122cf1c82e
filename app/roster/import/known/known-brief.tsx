/** On the page of an import: how many of its people are in the roster already, and the way to them. */
import { ButtonLink } from "~/ui/button";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { type KnownGroup, knownGroups } from "./fields";
import { words as knownWords } from "./words";

export function KnownInBrief({ id, counts }: { id: string; counts: Record<KnownGroup, number> }) {
  const words = useWords(knownWords);
  const path = `/roster/import/${id}/people`;
  const all = knownGroups.reduce((sum, group) => sum + counts[group], 0);
  if (all === 0) return null;
  return (
    <Section title={words.title} actions={<ButtonLink to={path}>{words.open}</ButtonLink>}>
      <p className="text-soft">{words.brief(all)}</p>
      <FilterLinks
        label={words.filters}
        links={knownGroups
          .filter((group) => counts[group] > 0)
          .map((group) => ({
            to: `${path}?group=${group}`,
            label: words.groups[group],
            count: counts[group],
            isCurrent: false,
          }))}
      />
    </Section>
  );
}
