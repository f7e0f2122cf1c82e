/** The picker of a unit for GET forms; apart from the form's own, so that lists load no form library. */
import type { ReactNode } from "react";
import { type Choice, PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { doorWords } from "./door-words";

export interface UnitPickerProps {
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

export function PlainUnitPicker({ closedToo, ...field }: UnitPickerProps) {
  const words = useWords(doorWords);
  return <PlainComboboxField {...field} source={sourceOf(closedToo)} placeholder={words.pickerPlaceholder} />;
}

export function sourceOf(closedToo = false) {
  return closedToo ? "/units/choices?closed=1" : "/units/choices";
}
