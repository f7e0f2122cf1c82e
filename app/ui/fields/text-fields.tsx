/** Fields that are typed into as they are: text, areas, passwords, phone numbers. */
import { Eye, EyeOff } from "lucide-react";
import { forwardRef, type InputHTMLAttributes, useState } from "react";
import { get, useFormContext } from "react-hook-form";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import { type ControlProps, type FieldProps, Frame, useFieldError } from "./frame";

type Input = InputHTMLAttributes<HTMLInputElement>;

interface TextFieldProps extends FieldProps {
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

interface PasswordFieldProps extends FieldProps {
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

const PasswordInput = forwardRef<HTMLInputElement, ControlProps & Input>(function PasswordInput(input, ref) {
  const words = useWords(uiWords);
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <input {...input} ref={ref} type={shown ? "text" : "password"} data-secret className="control pr-12" />
      <button
        type="button"
        data-scripted-only
        aria-pressed={shown}
        aria-label={shown ? words.hidePassword : words.showPassword}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-soft hover:text-ink"
      >
        <Icon aria-hidden size={20} strokeWidth={1.75} />
      </button>
    </span>
  );
});

/** Registered with its default in the HTML too, so that the server draws the value. */
export function useRegistered(name: string) {
  const { register, formState } = useFormContext();
  const initial: unknown = get(formState.defaultValues, name);
  return { ...register(name), defaultValue: typeof initial === "number" ? initial : String(initial ?? "") };
}
