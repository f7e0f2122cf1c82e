/** The two shapes of a table of units that can be read, each by a small example. */
import { useWords } from "~/ui/language";
import { Columns, Section } from "~/ui/page";
import { exampleFlat, examplePlain, unitWords } from "~/units/words";

export function ImportExamples() {
  const words = useWords(unitWords).import;
  return (
    <Section title={words.example}>
      <Columns>
        <Example title={words.examplePlain} rows={examplePlain} />
        <Example title={words.exampleFlat} rows={exampleFlat} />
      </Columns>
    </Section>
  );
}

function Example({ title, rows: [head = [], ...rows] }: { title: string; rows: string[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={title} tabIndex={0} className="overflow-x-auto">
      <table className="w-full rounded-card border border-line bg-paper text-left text-table">
        <caption className="pb-2 text-left font-medium">{title}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col" className="border-b border-line px-3 py-2 text-caption text-soft">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, at) => (
                <td key={head[at]} className="px-3 py-1.5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
