/** What choices are made of, inside a form and without one: the select, a box or button with its words. */
import { ChevronDown } from "lucide-react";
import { forwardRef, type ReactNode, type SelectHTMLAttributes } from "react";

export interface Option {
  value: string;
  label: string;
  help?: string;
}

export const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(function Select(
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

export function Options({ options }: { options: Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

export function Tick({ label, help, children }: { label: string; help?: ReactNode; children: ReactNode }) {
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
