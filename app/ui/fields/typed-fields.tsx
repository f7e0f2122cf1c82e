/** Fields whose text stands for something else: numbers and days, read leniently and written out when left. */
import { type ChangeEvent, useState } from "react";
import { useController, useFormContext } from "react-hook-form";
import { type Day, showDay } from "~/platform/clock";
import { useLanguage, useWords } from "~/ui/language";
import { readNumber, showNumber } from "~/ui/number";
import { type PartialDay, readDay, readPartialDay, showPartialDay } from "~/ui/typed-day";
import { uiWords } from "~/ui/words";
import { DayInput } from "./day-input";
import { useFieldError } from "./field-error";
import { type FieldProps, Frame } from "./frame";

export function NumberField({ name, label, help, required, unit }: FieldProps & { unit?: string }) {
  const language = useLanguage();
  const words = useWords(uiWords);
  const typed = useTyped<number>(name, {
    read: (text) => notANumber(readNumber(text, language)),
    show: (value) => showNumber(value, language),
    complaint: words.numberNotUnderstood,
  });
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            {...control}
            {...typed.input}
            inputMode="decimal"
            autoComplete="off"
            className="control max-w-48 tabular-nums"
          />
          {unit && <span className="text-soft">{unit}</span>}
        </span>
      )}
    </Frame>
  );
}

/** Typed dd/MM/yyyy or nearly so; the form holds "yyyy-MM-dd", or null. */
export function DateField({ name, label, help, required }: FieldProps) {
  const words = useWords(uiWords);
  const typed = useTyped<Day>(name, { read: readDay, show: showDay, complaint: words.dayNotUnderstood });
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => (
        <DayInput
          input={{ ...control, ...typed.input }}
          day={typeof typed.value === "string" && readDay(typed.input.value) ? typed.value : null}
          onChoose={typed.set}
        />
      )}
    </Frame>
  );
}

/** "1975", "3/1975" or "05/03/1975"; the form holds { year, month?, day? }, or null. */
export function PartialDateField({ name, label, help, required }: FieldProps) {
  const words = useWords(uiWords);
  const typed = useTyped<PartialDay>(name, {
    read: readPartialDay,
    show: showPartialDay,
    complaint: words.partialDayNotUnderstood,
  });
  return (
    <Frame label={label} help={help ?? words.partialDay} required={required} error={useFieldError(name)}>
      {(control) => (
        <input {...control} {...typed.input} autoComplete="off" className="control max-w-56 tabular-nums" />
      )}
    </Frame>
  );
}

interface Reading<T> {
  read: (text: string) => T | null | undefined;
  show: (value: T) => string;
  complaint: string;
}

/** What is not understood stays in the form as the text it is: the schema refuses it, and nothing typed is lost. */
function useTyped<T extends string | number | object>(name: string, { read, show, complaint }: Reading<T>) {
  const { field } = useController({ name });
  const { setError } = useFormContext();
  const [typing, setTyping] = useState<string | null>(null);
  const held: T | string | null = field.value ?? null;
  const written = write(held, show);
  const meant = typing === null ? null : (read(typing) ?? (typing.trim() && typing));
  // A reset or a restored draft replaces what was typed.
  const text = typing !== null && write(meant || null, show) === written ? typing : written;
  return {
    value: held,
    set: (value: T) => {
      setTyping(null);
      field.onChange(value);
    },
    input: {
      ref: field.ref,
      name,
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const value = read(event.target.value);
        setTyping(event.target.value);
        field.onChange(value === undefined ? event.target.value : value);
      },
      onBlur: () => {
        field.onBlur();
        if (typing !== null && read(typing) === undefined)
          setError(name, { type: "typed", message: complaint });
        else setTyping(null);
      },
    },
  };
}

/** A value as people write it; text that was not understood stands as it is. */
function write<T>(held: T | string | null, show: (value: T) => string): string {
  if (held === null) return "";
  return typeof held === "string" && !isDay(held) ? held : show(held as T);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function notANumber(value: number | null): number | null | undefined {
  return Number.isNaN(value) ? undefined : value;
}
