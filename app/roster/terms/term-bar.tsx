/** The bar above the list of terms: those of one unit and what stands under it. */
import { useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { PlainUnitPicker } from "~/units";
import { termWords } from "./term-words";

export function TermBar({ unit }: { unit: { id: string; name: string } | null }) {
  const words = useWords(termWords).terms;
  return (
    <ListBar
      pills={unit ? [{ name: "unit", label: unit.name }] : []}
      filters={<PlainUnitPicker name="unit" label={words.committee} chosen={unit} closedToo />}
    />
  );
}
