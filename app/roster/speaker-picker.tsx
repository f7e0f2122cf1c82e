/** The form field that chooses a person of the roster by a few letters of the name. */
import type { ReactNode } from "react";
import { type Choice, ComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { words as rosterWords } from "./words";

interface SpeakerPickerProps {
  name: string;
  label?: string;
  help?: ReactNode;
  required?: boolean;
  /** Whom the form holds already: the server knows the name. */
  chosen?: Choice | null;
}

export function SpeakerPicker({ label, ...field }: SpeakerPickerProps) {
  const words = useWords(rosterWords);
  return (
    <ComboboxField
      {...field}
      label={label ?? words.picker.label}
      source="/roster/choices"
      placeholder={words.picker.help}
    />
  );
}
