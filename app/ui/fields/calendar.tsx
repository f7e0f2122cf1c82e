/** The calendar that unfolds under a date field, loaded when first opened. */
import type { Day } from "~/platform/clock";

interface CalendarBoxProps {
  day: Day | null;
  onChoose: (day: Day) => void;
  onClose: () => void;
}

export default function CalendarBox({ day, onChoose }: CalendarBoxProps) {
  return (
    <span className="absolute top-full left-0 z-30 mt-1 rounded-card bg-paper p-3 shadow-float">
      <input type="date" defaultValue={day ?? undefined} onChange={(event) => onChoose(event.target.value)} />
    </span>
  );
}
