/** Into which unit a row's person goes, and whether anybody may still be appointed there. */
import { tidy } from "~/platform/text";
import type { Level } from "~/roster/appointment";
import { isLevelOpen } from "~/roster/level";
import { text } from "./cell-values";
import type { CheckAgainst, CheckSettings, PersonValues } from "./check";
import type { Problem } from "./problems";
import type { PersonRow } from "./understand";
import type { FindUnit } from "./unit-matching";

export function unitWritten(cells: PersonRow["cells"], section: string | null): string | null {
  return text(cells.unit, 200) ?? (section ? tidy(section) : null);
}

export function chooseUnit(
  written: string | null,
  settings: CheckSettings,
  findUnit: FindUnit,
  problems: Problem[],
): string | null {
  if (written === null && settings.unitId) return settings.unitId;
  if (written === null) {
    problems.push({ code: "unitNotFound", text: "" });
    return null;
  }
  const chosen = settings.units[written];
  if (chosen) return chosen;
  const match = findUnit(written);
  if (match.is === "found") return match.unitId;
  problems.push({ code: match.is === "ambiguous" ? "unitAmbiguous" : "unitNotFound", text: written });
  return null;
}

export function isLevelClosed(
  { unitId, decision }: PersonValues,
  settings: CheckSettings,
  { levelOf, lastDistrictDay }: CheckAgainst,
): boolean {
  const level = settings.level ?? levelOf(unitId ?? "");
  const startsOn = settings.startsOn ?? decision?.decidedOn;
  return startsOn !== undefined && !isLevelOpen(level as Level, startsOn, lastDistrictDay);
}
