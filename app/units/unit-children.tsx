/** The units right under one on a day. */
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import type { UnitKind } from "./unit";
import type { ChildThen } from "./units.server";
import { unitWords } from "./words";

const shown = 20;

export function UnitChildren({ id, units }: { id: string; units: ChildThen[] }) {
  const words = useWords(unitWords);
  const language = useLanguage();
  return (
    <Section title={words.record.children(showNumber(units.length, language))}>
      <DataTable
        label={words.record.children(showNumber(units.length, language))}
        rows={units.slice(0, shown)}
        rowKey={(unit) => unit.id}
        rowHref={(unit) => `/units/${unit.id}`}
        columns={[
          { key: "name", label: words.fields.name, cell: ({ name }) => name },
          { key: "kind", label: words.fields.kind, cell: ({ kind }) => words.kinds[kind as UnitKind] },
          { key: "code", label: words.fields.code, cell: ({ code }) => code ?? "" },
        ]}
        empty={<p className="text-soft">{words.record.noChildren}</p>}
      />
      {units.length > shown && <TextLink to={`/units/list?under=${id}`}>{words.buttons.list}</TextLink>}
    </Section>
  );
}
