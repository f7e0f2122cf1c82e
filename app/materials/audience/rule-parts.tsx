/** The controls of a rule: several ticks of one kind, and chips of what was chosen from many. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { type Option, Tick } from "~/ui/fields/choice-inputs";
import { Frame } from "~/ui/fields/frame";

interface TicksProps {
  label: string;
  help?: string;
  options: Option[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function Ticks({ label, help, options, chosen, onChange }: TicksProps) {
  return (
    <Frame group label={label} help={help}>
      {() => (
        <div className="flex flex-wrap gap-x-7">
          {options.map((option) => (
            <Tick key={option.value} label={option.label}>
              <input
                type="checkbox"
                className="size-5 accent-accent"
                checked={chosen.includes(option.value)}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? [...chosen, option.value]
                      : chosen.filter((value) => value !== option.value),
                  )
                }
              />
            </Tick>
          ))}
        </div>
      )}
    </Frame>
  );
}

interface ChipsProps {
  chips: Option[];
  removeLabel: (name: string) => string;
  onRemove: (value: string) => void;
  children: ReactNode;
}

/** What was chosen, each with its cross; below it the way to choose another. */
export function Chips({ chips, removeLabel, onRemove, children }: ChipsProps) {
  return (
    <div className="flex flex-col gap-2">
      {children}
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chips.map(({ value, label }) => (
            <li key={value}>
              <button
                type="button"
                aria-label={removeLabel(label)}
                onClick={() => onRemove(value)}
                className="inline-flex min-h-control max-w-full items-center gap-2 rounded-pill bg-accent-soft px-3.5 text-table font-medium text-accent hover:underline"
              >
                <span className="min-w-0 text-left wrap-anywhere">{label}</span>
                <X aria-hidden size={18} className="shrink-0" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
