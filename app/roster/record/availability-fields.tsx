/** The fields of availability: the week as a small grid, and the days that are otherwise. */
import type { KeyboardEvent } from "react";
import { useFormContext } from "react-hook-form";
import { DateField, SelectField, TextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { dayParts, exceptionParts, weekdays } from "./availability";
import type { PartInput } from "./part";
import { words as recordWords } from "./words";

export function AvailabilityFields() {
  return (
    <>
      <WeekFields />
      <ExceptionFields />
    </>
  );
}

function WeekFields() {
  const words = useWords(recordWords);
  const { register, formState } = useFormContext<{ weekly: string[] }>();
  const chosen = formState.defaultValues?.weekly ?? [];
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-semibold text-table">{words.weekly}</legend>
      <table
        onKeyDown={walk}
        className="w-full max-w-lg table-fixed rounded-card border border-line bg-paper text-center"
      >
        <thead>
          <tr>
            <td className="w-28 phone:w-25" />
            {dayParts.map((part) => (
              <th key={part} scope="col" className="py-2 font-medium text-caption text-soft">
                {words.dayParts[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday} className="border-t border-line">
              <th scope="row" className="px-4 text-left font-medium text-table phone:px-3">
                {words.weekdays[weekday]}
              </th>
              {dayParts.map((part) => (
                <td key={part} className="p-0">
                  {/* The whole cell takes the finger. */}
                  <label className="flex min-h-11 cursor-pointer items-center justify-center hover:bg-hover">
                    <input
                      {...register("weekly")}
                      type="checkbox"
                      value={`${weekday}-${part}`}
                      defaultChecked={chosen.includes(`${weekday}-${part}`)}
                      aria-label={words.weekPart(words.weekdays[weekday], words.dayParts[part])}
                      className="size-5 accent-accent"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-caption text-soft">{words.weeklyHelp}</p>
    </fieldset>
  );
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -dayParts.length,
  ArrowDown: dayParts.length,
};

function walk(event: KeyboardEvent<HTMLTableElement>) {
  const step = steps[event.key];
  if (!step) return;
  const boxes = [...event.currentTarget.querySelectorAll("input")];
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function ExceptionFields() {
  const words = useWords(recordWords);
  const { watch } = useFormContext<Pick<PartInput["availability"], "exceptions">>();
  const rows = watch("exceptions");
  const shown = rows.slice(0, rows.findLastIndex(({ firstDay }) => firstDay) + 2);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-semibold text-table">{words.exceptions}</legend>
      <p className="text-caption text-soft">{words.exceptionsHelp}</p>
      {shown.map(({ firstDay }, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          key={at}
          className="grid grid-cols-2 gap-x-4 gap-y-3 rounded-card border border-line bg-paper px-5 py-4 phone:grid-cols-1 phone:px-4"
        >
          <DateField name={`exceptions.${at}.firstDay`} label={words.firstDay} />
          {firstDay && <ExceptionRest at={at} />}
        </div>
      ))}
    </fieldset>
  );
}

/** Asked once there is a day. */
function ExceptionRest({ at }: { at: number }) {
  const words = useWords(recordWords);
  return (
    <>
      <DateField name={`exceptions.${at}.lastDay`} label={words.lastDay} />
      <SelectField
        name={`exceptions.${at}.part`}
        label={words.dayPart}
        required
        options={exceptionParts.map((value) => ({ value, label: words.dayParts[value] }))}
      />
      <SelectField
        name={`exceptions.${at}.available`}
        label={words.availableThen}
        required
        options={[
          { value: "no", label: words.unavailable },
          { value: "yes", label: words.available },
        ]}
      />
      <div className="col-span-full">
        <TextField name={`exceptions.${at}.note`} label={words.exceptionNote} maxLength={200} />
      </div>
    </>
  );
}
