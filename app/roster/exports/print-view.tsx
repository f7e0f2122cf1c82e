/** A list as it lies on paper: A4 across, the head on every page; on the screen a sheet of paper with one button. */
import { Printer } from "lucide-react";
import { Button, ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { useTitle } from "~/ui/title";
import { mostPrinted } from "./export-choice";
import type { printRoster } from "./print.server";
import { exportWords } from "./words";

/** Of the running number, in characters. */
const noWidth = 6;

type PrintViewProps = Awaited<ReturnType<typeof printRoster>> & { backTo: string };

export function PrintView({ name, about, at, count, heads, lines, backTo }: PrintViewProps) {
  const words = useWords(exportWords);
  const language = useLanguage();
  useTitle(name);
  const isWide = heads.length > 10;
  const widths = heads.map(({ width }) => (isWide && width > 10 ? Math.min(Math.max(width, 18), 22) : width));
  const whole = widths.reduce((sum, width) => sum + width, noWidth);
  return (
    <main className="print-sheet">
      <div className="mb-6 flex flex-wrap items-center gap-3 print:hidden">
        <Button variant="primary" icon={Printer} onPress={() => window.print()}>
          {words.print}
        </Button>
        <ButtonLink to={backTo} variant="quiet">
          {words.back}
        </ButtonLink>
        <span className="text-table text-soft">{words.printHelp}</span>
      </div>
      <h1>{name}</h1>
      <p>{[about, words.people(showNumber(count, language)), words.printedOn(at)].join(" · ")}</p>
      {count > lines.length && (
        <div className="mt-3">
          <Notice tone="amber">{words.tooManyForPrint(showNumber(mostPrinted, language))}</Notice>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, with keys too */}
      <section className="print-scroll" aria-label={name} tabIndex={0}>
        <table className={isWide ? "many" : undefined}>
          <colgroup>
            <col width={`${(100 * noWidth) / whole}%`} />
            {heads.map(({ label }, place) => (
              <col key={label} width={`${(100 * (widths[place] ?? 0)) / whole}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{words.no}</th>
              {heads.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((cells, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <tr key={place}>
                <td>{place + 1}</td>
                {cells.map((text, column) => (
                  <td key={heads[column]?.label}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
