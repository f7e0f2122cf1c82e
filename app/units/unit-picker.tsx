/** The form field that chooses a unit by a few letters of its present or former name. */
import { ComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { doorWords } from "./door-words";
import { sourceOf, type UnitPickerProps } from "./plain-unit-picker";

export function UnitPicker({ closedToo, ...field }: UnitPickerProps) {
  const words = useWords(doorWords);
  return <ComboboxField {...field} source={sourceOf(closedToo)} placeholder={words.pickerPlaceholder} />;
}
