/** The bar above the pairs: by likeness, by sign, by unit. */
import { PlainSelectField } from "~/ui/field";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { withParams } from "~/ui/url";
import { useSearch } from "~/ui/use-search";
import { PlainUnitPicker } from "~/units";
import { bands, type PairQuery } from "./pair-query";
import { type Sign, signs } from "./score";
import { words as doubleWords } from "./words";

interface PairBarProps {
  query: PairQuery;
  unit: { id: string; name: string } | null;
  counts: Record<(typeof bands)[number], number>;
}

export function PairBar({ query, unit, counts }: PairBarProps) {
  const words = useWords(doubleWords);
  const search = useSearch();
  const pills = [
    ...(unit ? [{ name: "unit", label: unit.name }] : []),
    ...(query.sign ? [{ name: "sign", label: words.signs[query.sign as Sign] }] : []),
  ];
  return (
    <>
      <FilterLinks
        label={words.filters.band}
        links={bands.map((band) => ({
          to: withParams(search, { band: query.band === band ? null : band }),
          label: words.bands[band],
          count: counts[band],
          isCurrent: query.band === band,
        }))}
      />
      <ListBar
        pills={pills}
        filters={
          <>
            <PlainUnitPicker name="unit" label={words.filters.unit} chosen={unit} />
            <PlainSelectField
              name="sign"
              label={words.filters.sign}
              options={signs.map((value) => ({ value, label: words.signs[value] }))}
              defaultValue={query.sign ?? ""}
            />
          </>
        }
      />
    </>
  );
}
