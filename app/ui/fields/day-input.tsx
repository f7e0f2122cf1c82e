/** A box for a day, with the calendar that unfolds under it. */
import { Calendar } from "lucide-react";
import { type InputHTMLAttributes, lazy, Suspense, useRef, useState } from "react";
import type { Day } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";

const CalendarBox = lazy(() => import("./calendar"));

interface DayInputProps {
  input: InputHTMLAttributes<HTMLInputElement>;
  day: Day | null;
  onChoose: (day: Day) => void;
}

export function DayInput({ input, day, onChoose }: DayInputProps) {
  const words = useWords(uiWords);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  function close() {
    setOpen(false);
    opener.current?.focus();
  }
  return (
    <span className="relative block max-w-56">
      <input
        {...input}
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.dayPlaceholder}
        className="control pr-12 tabular-nums"
      />
      <button
        ref={opener}
        type="button"
        data-scripted-only
        aria-label={words.openCalendar}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-soft hover:text-ink"
      >
        <Calendar aria-hidden size={20} strokeWidth={1.75} />
      </button>
      {isOpen && (
        <Suspense>
          <CalendarBox
            day={day}
            onClose={close}
            onChoose={(chosen) => {
              onChoose(chosen);
              close();
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
