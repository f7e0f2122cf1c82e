/** Fields that choose: one of a few, yes or no, several. */
import { ChevronDown } from "lucide-react";
import { forwardRef, type ReactNode, type SelectHTMLAttributes } from "react";
import { get, useFormContext } from "react-hook-form";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import { type FieldProps, Frame, useFieldError } from "./frame";
import { useRegistered } from "./text-fields";

export interface Option {
  value: string;
  label: string;
  help?: string;
}

interface SelectFieldProps extends FieldProps {
  options: Option[];
  /** What the empty choice says; without it and with `required` there is none once something is chosen. */
  placeholder?: string;
}

export function SelectField({ name, label, help, required, options, placeholder }: SelectFieldProps) {
  const words = useWords(uiWords);
  const registered = useRegistered(name);
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => (
        <Select {...control} {...registered}>
          {(!required || !registered.defaultValue) && <option value="">{placeholder ?? words.choose}</option>}
          <Options options={options} />
        </Select>
      )}
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

const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(function Select(
  { children, ...select },
  ref,
) {
  return (
    <span className="relative block">
      <select {...select} ref={ref} className="control appearance-none pr-10 text-ellipsis">
        {children}
      </select>
      <ChevronDown
        aria-hidden
        size={18}
        className="pointer-events-none absolute inset-y-0 right-3 my-auto text-soft"
      />
    </span>
  );
});

function Options({ options }: { options: Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

export function RadioField({ name, label, help, required, options }: FieldProps & { options: Option[] }) {
  const { register, formState } = useFormContext();
  const chosen = get(formState.defaultValues, name);
  return (
    <Frame group label={label} help={help} required={required} error={useFieldError(name)}>
      {({ "aria-invalid": invalid }) =>
        options.map((option) => (
          <Tick key={option.value} label={option.label} help={option.help}>
            <input
              {...register(name)}
              type="radio"
              value={option.value}
              defaultChecked={chosen === option.value}
              aria-invalid={invalid}
              className="size-5 accent-accent"
            />
          </Tick>
        ))
      }
    </Frame>
  );
}

/** Several of a few; the form holds an array of values. */
export function CheckboxesField({
  name,
  label,
  help,
  required,
  options,
}: FieldProps & { options: Option[] }) {
  const { register, formState } = useFormContext();
  const chosen: unknown = get(formState.defaultValues, name);
  return (
    <Frame group label={label} help={help} required={required} error={useFieldError(name)}>
      {({ "aria-invalid": invalid }) =>
        options.map((option) => (
          <Tick key={option.value} label={option.label} help={option.help}>
            <input
              {...register(name)}
              type="checkbox"
              value={option.value}
              defaultChecked={Array.isArray(chosen) && chosen.includes(option.value)}
              aria-invalid={invalid}
              className="size-5 accent-accent"
            />
          </Tick>
        ))
      }
    </Frame>
  );
}

export function CheckboxField({ name, label, help }: Omit<FieldProps, "required">) {
  const { register, formState } = useFormContext();
  const error = useFieldError(name);
  return (
    <div className="flex flex-col gap-1">
      <Tick label={label} help={help}>
        <input
          {...register(name)}
          type="checkbox"
          defaultChecked={get(formState.defaultValues, name) === true}
          aria-invalid={error ? true : undefined}
          className="size-5 accent-accent"
        />
      </Tick>
      {error && <p className="text-table font-medium text-red">{error}</p>}
    </div>
  );
}

export function PlainCheckboxField({
  label,
  help,
  ...input
}: {
  name: string;
  label: string;
  help?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
}) {
  return (
    <Tick label={label} help={help}>
      <input {...input} type="checkbox" className="size-5 accent-accent" />
    </Tick>
  );
}

function Tick({ label, help, children }: { label: string; help?: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control comes as the child
    <label className="flex min-h-control items-start gap-3 py-2.5 [&>input]:mt-0.5 [&>input]:shrink-0">
      {children}
      <span className="min-w-0">
        {label}
        {help && <span className="block text-caption text-soft">{help}</span>}
      </span>
    </label>
  );
}
