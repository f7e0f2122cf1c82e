/** The form field that chooses a unit by a few letters of its present or former name. */
import type { ReactNode } from "react";
import { type Choice, ComboboxField, PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { unitWords } from "./words";

interface UnitPickerProps {
  name: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
  /** What the form holds already: the server knows its name. */
  chosen?: Choice | null;
  /** Closed units are offered too, for looking back. */
  closedToo?: boolean;
  onChoose?: (choice: Choice | null) => void;
}

export function UnitPicker({ closedToo, ...field }: UnitPickerProps) {
  const words = useWords(unitWords);
  return <ComboboxField {...field} source={sourceOf(closedToo)} placeholder={words.pickerPlaceholder} />;
}

/** The same for GET forms. */
export function PlainUnitPicker({ closedToo, ...field }: UnitPickerProps) {
  const words = useWords(unitWords);
  return <PlainComboboxField {...field} source={sourceOf(closedToo)} placeholder={words.pickerPlaceholder} />;
}

function sourceOf(closedToo = false) {
  return closedToo ? "/units/choices?closed=1" : "/units/choices";
}
