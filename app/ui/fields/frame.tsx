/** What stands around every field: its label, help under it, its error, and how they are tied together. */
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";

export interface FieldProps {
  name: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
}

interface FrameProps extends Omit<FieldProps, "name"> {
  error?: string;
  /** Several controls under one label: radio buttons, check boxes. */
  group?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** What a control takes so that label, help and error belong to it. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

export function Frame({ label, help, required, error, group, children }: FrameProps) {
  const words = useWords(uiWords);
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  const Box = group ? "fieldset" : "div";
  const Label = group ? "legend" : "label";
  return (
    <Box
      className="flex min-w-0 flex-col gap-1.5"
      aria-describedby={group && described ? described : undefined}
    >
      <Label className={`font-semibold text-table ${group ? "mb-1.5" : ""}`} htmlFor={group ? undefined : id}>
        {label}
        {required && (
          <span aria-hidden="true" className="text-accent">
            {" *"}
          </span>
        )}
        {required && group && <span className="sr-only"> ({words.required})</span>}
      </Label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-table font-medium text-red">
          <CircleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-caption text-soft phone:text-[0.875rem]">
          {help}
        </p>
      )}
    </Box>
  );
}
