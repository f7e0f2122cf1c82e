/** What a unit is on a day: its facts as they held then. */
import { type Day, showDay } from "~/platform/clock";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Facts } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { type Level, type UnitKind, versionOn } from "./unit";
import type { UnitRecord } from "./units.server";
import { unitWords } from "./words";

interface UnitFactsOfDayProps {
  unit: UnitRecord;
  on: Day;
  today: Day;
}

export function UnitFactsOfDay({ unit, on, today }: UnitFactsOfDayProps) {
  const words = useWords(unitWords);
  const then = versionOn(unit.versions, on);
  const version = then ?? unit;
  const parentName = then ? then.parentName : (unit.path.at(-1)?.name ?? null);
  const reachable = unit.path.some(({ id, inReach }) => inReach && id === version.parentId);
  return (
    <>
      {on !== today && (
        <Notice
          tone={then ? "blue" : "amber"}
          actions={<ButtonLink to={`/units/${unit.id}`}>{words.record.backToToday}</ButtonLink>}
        >
          {then ? words.record.shownAsOf(showDay(on)) : words.record.notThenYet(showDay(on))}
        </Notice>
      )}
      <Facts
        facts={[
          { label: words.fields.name, value: version.name },
          { label: words.fields.shortName, value: version.shortName },
          { label: words.fields.kind, value: words.kinds[version.kind as UnitKind] },
          { label: words.fields.level, value: words.levels[version.level as Level] },
          { label: words.fields.code, value: version.code },
          {
            label: words.fields.parent,
            value:
              parentName && reachable ? (
                <TextLink to={`/units/${version.parentId}`}>{parentName}</TextLink>
              ) : (
                (parentName ?? words.record.top)
              ),
          },
          { label: words.record.opened, value: showDay(unit.openedOn) },
          { label: words.record.closed, value: unit.closedOn && showDay(unit.closedOn) },
          unit.groupings.length > 0 && {
            label: words.record.groupings,
            value: unit.groupings.map(({ id, name }) => (
              <span key={id} className="mr-3">
                <TextLink to={`/units/list?grouping=${id}`}>{name}</TextLink>
              </span>
            )),
          },
        ].filter((fact) => fact !== false)}
      />
    </>
  );
}
