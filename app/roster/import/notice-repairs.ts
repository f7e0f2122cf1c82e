/** Which of a row's values read differently from what stands in its cells, how, and how surely. */
import { fold, tidy } from "~/platform/text";
import { showBirth } from "~/roster/date-parsing";
import { showPartialDay } from "~/roster/speaker";
import type { CheckedRow, PersonValues } from "./check";
import type { Repair, RepairKind } from "./repairs";
import { type Cell, textOf } from "./sheet";
import type { PersonRow } from "./understand";

type Told =
  | "fullName"
  | "birth"
  | "gender"
  | "position"
  | "workplace"
  | "education"
  | "phone"
  | "topic"
  | "language";
const plainFields: readonly Told[] = ["position", "workplace", "education", "topic", "language"];

export function repairsOf(
  cells: PersonRow["cells"],
  values: PersonValues,
  assumed: PersonRow["assumed"],
): Repair[] {
  const found = Object.entries(cells).flatMap(([field, cell]) => stepsOf(nameOf(field), cell));
  const add = (
    field: Told,
    kind: RepairKind,
    cell: Cell | undefined,
    to: string | null,
    confidence: number,
  ) => {
    const original = textOf(cell);
    if (original.trim() && to && original !== to)
      found.push({ field, kind, original, repaired: to, confidence });
  };
  add("fullName", nameKind(textOf(cells.fullName)), cells.fullName, values.fullName, 0.97);
  const born = cells.birth ?? cells.male ?? cells.female;
  const birth = values.birth && showBirth(values.birth);
  add("birth", birthKind(born), born, birth, 0.97);
  const phone = textOf(cells.phone);
  add("phone", phoneKind(phone), cells.phone, values.phone, 0.97);
  for (const field of plainFields)
    add(field, "blanks", cells[field as keyof typeof cells], values[field] as string, 1);
  if (assumed?.unit && !cells.unit && values.unit) found.push(assumption("unit", assumed.unit, values.unit));
  if (assumed?.kind && !cells.kind && values.kind) found.push(assumption("kind", assumed.kind, values.kind));
  return found;
}

/** A title or the name of the sheet says it for every row that says nothing. */
function assumption(field: string, original: string, repaired: string): Repair {
  return { field, kind: "assumed", original: tidy(original), repaired, confidence: 0.9 };
}

function nameOf(field: string): string {
  return field === "male" || field === "female" ? "birth" : field;
}

function stepsOf(field: string, cell: Cell | undefined): Repair[] {
  return (cell?.was ?? []).map(({ kind, text, to, confidence }) => ({
    field,
    kind,
    original: text,
    repaired: to,
    confidence,
  }));
}

const title = /đ\s*[/.]\s*c|đồng chí|^(?:ông|bà)\s|^(?:pgs|gs|th?\.?s|bs|ks|cki{1,2}|cn)\s*[.\s]/iu;

function nameKind(written: string): RepairKind {
  if (/\(/.test(written)) return "bracket";
  if (title.test(written)) return "title";
  return tidy(written) === tidy(written).toUpperCase() || tidy(written) === tidy(written).toLowerCase()
    ? "case"
    : written === tidy(written)
      ? "case"
      : "blanks";
}

function birthKind(cell: Cell | undefined): RepairKind {
  if (typeof cell?.value === "number") return cell.value > 2_100 ? "serial" : "date";
  return /[/.-]\d{2}$/.test(textOf(cell).trim()) ? "century" : "date";
}

function phoneKind(written: string): RepairKind {
  const digits = written.replace(/\D/g, "");
  if (/^0?1[2689]\d{8}$/.test(digits)) return "renumbered";
  if (digits.length > 12) return "severalPhones";
  return /^[35789]\d{8}$/.test(digits) ? "zero" : "phoneForm";
}

/** What stood in the file for values that now look differently; stray blanks and split letters nobody sees. */
export function differences(
  cells: PersonRow["cells"],
  values: PersonValues,
  unit: string | null,
): CheckedRow["written"] {
  const written: CheckedRow["written"] = {};
  const compare = (key: keyof PersonValues, cell: Cell | undefined, shown: string | null) => {
    const was = textOf(cell).trim();
    if (was && tidy(was) !== shown && String(cell?.value).trim() !== shown) written[key] = was;
  };
  compare("fullName", cells.fullName, values.fullName);
  compare("birth", cells.birth ?? cells.male ?? cells.female, values.birth && showPartialDay(values.birth));
  // Blanks and dots in a number are no news.
  const phone = textOf(cells.phone).replace(/[\s.]/gu, "");
  if (values.phone && phone !== `0${values.phone.slice(3)}`) written.phone = textOf(cells.phone);
  if (unit && cells.unit && fold(textOf(cells.unit).trim()) !== fold(unit)) written.unit = textOf(cells.unit);
  return written;
}
