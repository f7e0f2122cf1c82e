/** The calendar that unfolds under a date field, loaded when first opened. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Day, showDay, today } from "~/platform/clock";
import { IconButton } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { addMonths, dayByKey, monthOf, weeksOf } from "~/ui/month";
import { uiWords } from "~/ui/words";

interface CalendarBoxProps {
  day: Day | null;
  onChoose: (day: Day) => void;
  onClose: () => void;
}

export default function CalendarBox({ day, onChoose, onClose }: CalendarBoxProps) {
  const words = useWords(uiWords);
  const box = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<Day>(day ?? today());
  useOutside(box, onClose);
  // The day in question takes the focus when the box opens and whenever a key moves it; the months' buttons keep theirs.
  const moved = useRef(true);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>(`[data-day="${marked}"]`)?.focus();
  }, [marked]);

  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    const onGrid = (event.target as HTMLElement).dataset.day;
    const next = onGrid ? dayByKey(event.key, marked, event.shiftKey) : undefined;
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setMarked(next);
  }
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={words.openCalendar}
      onKeyDown={onKeyDown}
      className="absolute top-full left-0 z-30 mt-1 w-84 scroll-mb-24 max-w-[calc(100vw-2rem)] rounded-card bg-paper p-3 shadow-float"
    >
      <MonthBar day={marked} onChange={setMarked} />
      <Grid chosen={day} marked={marked} onChoose={onChoose} />
    </div>
  );
}

function MonthBar({ day, onChange }: { day: Day; onChange: (day: Day) => void }) {
  const words = useWords(uiWords);
  const { year, month } = monthOf(day);
  const thisYear = monthOf(today()).year;
  const years = Array.from({ length: 121 }, (_, index) => thisYear + 10 - index);
  const looks = "min-h-control rounded-control border border-line bg-paper px-2 text-table";
  return (
    <div className="mb-2 flex items-center justify-between gap-1">
      <IconButton
        icon={ChevronLeft}
        label={words.previousMonth}
        onPress={() => onChange(addMonths(day, -1))}
      />
      <span className="flex gap-1">
        <select
          aria-label={words.month}
          value={month}
          className={looks}
          onChange={(event) => onChange(addMonths(day, Number(event.target.value) - month))}
        >
          {words.months.split(",").map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={words.year}
          value={year}
          className={looks}
          onChange={(event) => onChange(addMonths(day, (Number(event.target.value) - year) * 12))}
        >
          {!years.includes(year) && <option value={year}>{year}</option>}
          {years.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </span>
      <IconButton icon={ChevronRight} label={words.nextMonth} onPress={() => onChange(addMonths(day, 1))} />
    </div>
  );
}

interface GridProps {
  chosen: Day | null;
  marked: Day;
  onChoose: (day: Day) => void;
}

function Grid({ chosen, marked, onChoose }: GridProps) {
  const words = useWords(uiWords);
  const language = useLanguage();
  const shown = monthOf(marked);
  return (
    <table className="w-full table-fixed text-center">
      <thead>
        <tr>
          {words.weekdays.split(",").map((name) => (
            <th key={name} scope="col" className="py-1 text-caption font-medium text-soft">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang={language}>
        {weeksOf(shown).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day}>
                <button
                  type="button"
                  data-day={day}
                  tabIndex={day === marked ? 0 : -1}
                  aria-label={showDay(day)}
                  aria-pressed={day === chosen}
                  aria-current={day === today() ? "date" : undefined}
                  onClick={() => onChoose(day)}
                  className={`size-11 max-w-full rounded-control tabular-nums hover:bg-hover aria-[current]:font-bold aria-[current]:underline aria-pressed:bg-primary aria-pressed:text-on-primary ${monthOf(day).month === shown.month ? "" : "text-faint"}`}
                >
                  {Number(day.slice(8))}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useOutside(box: { current: HTMLElement | null }, onOutside: () => void) {
  useEffect(() => {
    function onPointer(event: PointerEvent) {
      // The field around the box opens and closes it by itself.
      if (!box.current?.parentElement?.contains(event.target as Node)) onOutside();
    }
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [box, onOutside]);
}
