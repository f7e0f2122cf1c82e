/** A unit through time: under which name, as what and under whom, from when to when. */
import { type Day, showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { PlainDateField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { DataTable, TwoFacts } from "~/ui/table";
import type { UnitKind } from "./unit";
import type { UnitRecord } from "./units.server";
import { unitWords } from "./words";

interface UnitPeriodsProps {
  unit: UnitRecord;
  on: Day;
  today: Day;
}

export function UnitPeriods({ unit, on, today }: UnitPeriodsProps) {
  const words = useWords(unitWords);
  const record = words.record;
  return (
    <Section title={record.periods}>
      <DataTable
        label={record.periods}
        rows={unit.versions}
        rowKey={({ id }) => id}
        rowHref={({ validFrom }) => `/units/${unit.id}?on=${validFrom}`}
        columns={[
          {
            key: "period",
            label: record.period,
            cell: ({ validFrom, validTo }) => (
              <>
                {validTo
                  ? record.fromTo(showDay(validFrom), showDay(validTo))
                  : record.since(showDay(validFrom))}{" "}
                {validFrom > today && <Badge tone="blue">{record.planned}</Badge>}
                {validFrom <= today && (!validTo || validTo >= today) && (
                  <Badge tone="green">{record.now}</Badge>
                )}
              </>
            ),
          },
          {
            key: "name",
            label: words.fields.name,
            cell: ({ name, kind }) => <TwoFacts first={name} second={words.kinds[kind as UnitKind]} />,
          },
          { key: "parent", label: words.fields.parent, cell: ({ parentName }) => parentName ?? record.top },
          { key: "reason", label: words.fields.reason, cell: ({ reason }) => reason ?? "" },
        ]}
        empty={null}
      />
      <form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
        <PlainDateField name="on" label={record.asOf} defaultValue={on} />
        <Button type="submit">{record.show}</Button>
      </form>
    </Section>
  );
}
