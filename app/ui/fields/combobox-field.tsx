/** The combobox as a field of a form. */
import { useState } from "react";
import { useController } from "react-hook-form";
import { type Choice, Combobox, type SourceProps } from "./combobox";
import { useFieldError } from "./field-error";
import { Frame } from "./frame";

/** The form holds the id, "" for none. */
export function ComboboxField({ name, label, help, required, chosen, onChoose, ...box }: SourceProps) {
  const { field } = useController({ name });
  const [known, setKnown] = useState<Choice | null>(chosen ?? null);
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => (
        <Combobox
          {...box}
          control={control}
          inputRef={field.ref}
          value={
            known && known.id === field.value
              ? known
              : field.value
                ? { id: field.value, name: field.value }
                : null
          }
          onBlur={field.onBlur}
          onChange={(choice) => {
            setKnown(choice);
            field.onChange(choice?.id ?? "");
            onChoose?.(choice);
          }}
        />
      )}
    </Frame>
  );
}
