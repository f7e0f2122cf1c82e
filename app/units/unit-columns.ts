/** The columns of an exported list of units; code, name, kind and the parent's code are those that the import reads. */
import { showDay } from "~/platform/clock";
import type { Language } from "~/platform/words";
import type { Level, UnitKind } from "./unit";
import type { ListedUnit } from "./unit-list.server";
import { unitWords } from "./words";

export function sheetColumns(language: Language) {
  const { fields, kinds, levels, list } = unitWords[language];
  return [
    { label: fields.code, width: 10, value: (unit: ListedUnit) => unit.code },
    { label: fields.name, width: 44, value: (unit: ListedUnit) => unit.name },
    { label: fields.shortName, width: 20, value: (unit: ListedUnit) => unit.shortName },
    { label: fields.kind, width: 30, value: (unit: ListedUnit) => kinds[unit.kind as UnitKind] },
    { label: fields.level, width: 14, value: (unit: ListedUnit) => levels[unit.level as Level] },
    { label: list.parentCode, width: 14, value: (unit: ListedUnit) => unit.parentCode },
    { label: fields.parent, width: 36, value: (unit: ListedUnit) => unit.parentName },
    { label: fields.openedOn, width: 14, value: (unit: ListedUnit) => showDay(unit.openedOn) },
    {
      label: fields.closedOn,
      width: 14,
      value: (unit: ListedUnit) => unit.closedOn && showDay(unit.closedOn),
    },
  ];
}
