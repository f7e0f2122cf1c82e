/** The bar above the list of decisions: search by number, kind, unit, year, and which have no scan. */
import { decisionKinds } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import { PlainSelectField, PlainTextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { PlainUnitPicker } from "~/units";
import type { DecisionQuery } from "./decision-query";
import { words as decisionWords } from "./words";

interface DecisionBarProps {
  query: DecisionQuery;
  unit: { id: string; name: string } | null;
}

export function DecisionBar({ query, unit }: DecisionBarProps) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const pills: Pill[] = [
    ...(query.kind ? [{ name: "kind", label: roster.kinds[query.kind] }] : []),
    ...(query.unit ? [{ name: "unit", label: words.list.unitIs(unit?.name ?? "…") }] : []),
    ...(query.year ? [{ name: "year", label: words.list.yearIs(query.year) }] : []),
    ...(query.scan
      ? [{ name: "scan", label: query.scan === "missing" ? words.list.scanMissing : words.list.scanThere }]
      : []),
  ];
  return (
    <ListBar
      search={{ label: words.list.search, placeholder: words.list.search }}
      pills={pills}
      filters={
        <>
          <PlainSelectField
            name="kind"
            label={words.fields.kind}
            options={decisionKinds.map((value) => ({ value, label: roster.kinds[value] }))}
            defaultValue={query.kind ?? ""}
          />
          <PlainUnitPicker name="unit" label={words.fields.unit} chosen={unit} closedToo />
          <PlainTextField
            name="year"
            label={words.list.year}
            inputMode="numeric"
            maxLength={4}
            defaultValue={query.year ? String(query.year) : ""}
          />
          <PlainSelectField
            name="scan"
            label={words.list.scan}
            options={[
              { value: "missing", label: words.list.scanMissing },
              { value: "there", label: words.list.scanThere },
            ]}
            defaultValue={query.scan ?? ""}
          />
        </>
      }
    />
  );
}
