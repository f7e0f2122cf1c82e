/** Fields that choose: one of a few, yes or no, several. */
import { get, useFormContext } from "react-hook-form";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import { type Option, Options, Select, Tick } from "./choice-inputs";
import { useFieldError } from "./field-error";
import { type FieldProps, Frame } from "./frame";
import { useRegistered } from "./text-fields";

export interface SelectFieldProps extends FieldProps {
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
