/** The bar above appointments without a decision: of which unit, begun on which day. */
import { showDay } from "~/platform/clock";
import { termWords } from "~/roster/terms/term-words";
import { PlainDateField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { PlainUnitPicker } from "~/units";
import type { UnknownQuery } from "./unknown-query";

interface UnknownBarProps {
  query: UnknownQuery;
  unit: { id: string; name: string } | null;
}

export function UnknownBar({ query, unit }: UnknownBarProps) {
  const words = useWords(termWords).unknown;
  return (
    <ListBar
      pills={[
        ...(query.unit ? [{ name: "unit", label: unit?.name ?? "…" }] : []),
        ...(query.startsOn ? [{ name: "startsOn", label: words.from(showDay(query.startsOn)) }] : []),
      ]}
      filters={
        <>
          <PlainUnitPicker name="unit" label={words.unit} chosen={unit} closedToo />
          <PlainDateField name="startsOn" label={words.startsOn} defaultValue={query.startsOn ?? undefined} />
        </>
      }
    />
  );
}
