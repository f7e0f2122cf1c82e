/** Fields that are typed into as they are: text, areas, passwords, phone numbers. */
import type { InputHTMLAttributes } from "react";
import { get, useFormContext } from "react-hook-form";
import { useFieldError } from "./field-error";
import { type FieldProps, Frame } from "./frame";
import { PasswordInput } from "./password-input";

type Input = InputHTMLAttributes<HTMLInputElement>;

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "tel" | "search" | "url";
  autoComplete?: string;
  inputMode?: Input["inputMode"];
  placeholder?: string;
  maxLength?: number;
  autoFocus?: boolean;
  readOnly?: boolean;
}

export function TextField({ name, label, help, required, type = "text", ...input }: TextFieldProps) {
  const registered = useRegistered(name);
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => <input {...control} {...registered} {...input} type={type} className="control" />}
    </Frame>
  );
}

export function PhoneField(props: FieldProps & { placeholder?: string }) {
  return <TextField autoComplete="tel" {...props} type="tel" inputMode="tel" />;
}

export function TextArea({
  name,
  label,
  help,
  required,
  rows = 4,
  ...area
}: FieldProps & { rows?: number; maxLength?: number; placeholder?: string }) {
  const registered = useRegistered(name);
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => (
        <textarea {...control} {...registered} {...area} rows={rows} className="control resize-y" />
      )}
    </Frame>
  );
}

export interface PasswordFieldProps extends FieldProps {
  autoComplete?: "current-password" | "new-password";
}

export function PasswordField({
  name,
  label,
  help,
  required,
  autoComplete = "current-password",
}: PasswordFieldProps) {
  const registered = useRegistered(name);
  return (
    <Frame label={label} help={help} required={required} error={useFieldError(name)}>
      {(control) => <PasswordInput {...control} {...registered} autoComplete={autoComplete} />}
    </Frame>
  );
}

/** Registered with its default in the HTML too, so that the server draws the value. */
export function useRegistered(name: string) {
  const { register, formState } = useFormContext();
  const initial: unknown = get(formState.defaultValues, name);
  return { ...register(name), defaultValue: typeof initial === "number" ? initial : String(initial ?? "") };
}
