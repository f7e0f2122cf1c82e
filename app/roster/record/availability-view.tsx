/** When a person can speak, to be read: the week as a small table, then the days that are otherwise. */
import { Check, Minus } from "lucide-react";
import { showDay, today } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { type Availability, dayParts, weekdays } from "./availability";
import { words as recordWords } from "./words";

export function AvailabilityView({ availability: { weekly, exceptions } }: { availability: Availability }) {
  const words = useWords(recordWords);
  const toCome = exceptions.filter(({ lastDay }) => lastDay >= today());
  if (weekly.length === 0 && toCome.length === 0) return <p className="text-soft">{words.noAvailability}</p>;
  return (
    <div className="flex flex-col gap-3">
      {weekly.length > 0 && (
        <table className="w-full table-fixed overflow-hidden rounded-card border border-line bg-paper text-center text-table">
          <thead>
            <tr className="text-soft">
              <td className="w-16" />
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col" className="py-2 font-medium">
                  <abbr title={words.weekdays[weekday]} className="no-underline">
                    {words.weekdaysShort[weekday]}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dayParts.map((part) => (
              <tr key={part} className="border-t border-line">
                <th scope="row" className="py-2 pl-4 text-left font-medium text-soft">
                  {words.dayParts[part]}
                </th>
                {weekdays.map((weekday) => {
                  const can = weekly.includes(`${weekday}-${part}`);
                  return (
                    <td key={weekday} className={can ? "bg-green-soft text-green" : "text-faint"}>
                      {can ? (
                        <Check role="img" aria-label={words.available} size={18} className="mx-auto" />
                      ) : (
                        <Minus role="img" aria-label={words.unavailable} size={14} className="mx-auto" />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {toCome.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 text-table phone:px-4">
          {toCome.map(({ firstDay, lastDay, part, available, note }) => (
            <li key={`${firstDay} ${lastDay} ${part}`} className="py-2.5">
              <span className="font-medium tabular-nums">
                {firstDay === lastDay
                  ? showDay(firstDay)
                  : words.exceptionSpan(showDay(firstDay), showDay(lastDay))}
              </span>
              {", "}
              {words.dayParts[part].toLowerCase()}: {available ? words.canThen : words.cannotThen}
              {note && <span className="block text-soft">{note}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
