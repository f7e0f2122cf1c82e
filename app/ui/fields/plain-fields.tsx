/** Fields for GET forms and for pages that must work without JavaScript: they know no form but the browser's. */
import { useState } from "react";
import { showDay } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { readDay } from "~/ui/typed-day";
import { uiWords } from "~/ui/words";
import type { SelectFieldProps } from "./choice-fields";
import { Options, Select } from "./choice-inputs";
import { DayInput } from "./day-input";
import { type FieldProps, Frame } from "./frame";
import { PasswordInput } from "./password-input";
import type { PasswordFieldProps, TextFieldProps } from "./text-fields";

interface PlainProps extends FieldProps {
  defaultValue?: string;
  error?: string;
}

export function PlainTextField({
  label,
  help,
  required,
  error,
  ...input
}: PlainProps & Omit<TextFieldProps, "readOnly">) {
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => <input type="text" {...control} {...input} className="control" />}
    </Frame>
  );
}

export function PlainPasswordField({
  label,
  help,
  required,
  error,
  ...input
}: PlainProps & PasswordFieldProps) {
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => <PasswordInput autoComplete="current-password" {...control} {...input} />}
    </Frame>
  );
}

export function PlainSelectField({
  label,
  help,
  required,
  error,
  options,
  placeholder,
  ...select
}: SelectFieldProps & { defaultValue?: string; error?: string }) {
  const words = useWords(uiWords);
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => (
        <Select {...control} {...select}>
          {!required && <option value="">{placeholder ?? words.all}</option>}
          <Options options={options} />
        </Select>
      )}
    </Frame>
  );
}

interface PlainDateFieldProps extends FieldProps {
  /** "yyyy-MM-dd" */
  defaultValue?: string;
  error?: string;
}

/** For GET forms: sends what is typed, "05/03/1975"; read it with `readDay`. */
export function PlainDateField({ name, label, help, required, defaultValue, error }: PlainDateFieldProps) {
  const [text, setText] = useState(defaultValue ? showDay(defaultValue) : "");
  const day = readDay(text);
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => (
        <DayInput
          input={{
            ...control,
            name,
            value: text,
            onChange: (event) => setText(event.target.value),
            onBlur: () => day && setText(showDay(day)),
          }}
          day={day ?? null}
          onChoose={(chosen) => setText(showDay(chosen))}
        />
      )}
    </Frame>
  );
}
