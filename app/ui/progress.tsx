/** How far long work has come. */
import { useLanguage, useWords } from "./language";
import { showNumber } from "./number";
import { uiWords } from "./words";

interface ProgressProps {
  label: string;
  done: number;
  /** Unknown yet: null. */
  total: number | null;
  /** What is being done just now. */
  step?: string;
}

export function Progress({ label, done, total, step }: ProgressProps) {
  const language = useLanguage();
  const words = useWords(uiWords);
  const figures = total === null ? null : `${showNumber(done, language)} / ${showNumber(total, language)}`;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4 text-table">
        <span className="font-medium">{label}</span>
        <span className="tabular-nums text-soft">{figures ?? words.working}</span>
      </div>
      <progress
        aria-label={label}
        value={total === null ? undefined : done}
        max={total || 1}
        className="block h-2 w-full appearance-none overflow-hidden rounded-pill bg-neutral-soft [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-primary"
      />
      {step && (
        <p aria-live="polite" className="text-caption text-soft">
          {step}
        </p>
      )}
    </div>
  );
}
