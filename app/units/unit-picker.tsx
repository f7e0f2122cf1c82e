/** The form field that chooses a unit by a few letters of its present or former name. */
import { ComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { sourceOf, type UnitPickerProps } from "./plain-unit-picker";
import { unitWords } from "./words";

export function UnitPicker({ closedToo, ...field }: UnitPickerProps) {
  const words = useWords(unitWords);
  return <ComboboxField {...field} source={sourceOf(closedToo)} placeholder={words.pickerPlaceholder} />;
}
