/** What stands in a row's cells for the simple values: texts, notes, e-mail addresses, decisions. */
import { tidy } from "~/platform/text";
import { parseDate, showBirth } from "~/roster/date-parsing";
import { showNumber } from "~/roster/decision";
import type { Problem } from "./problems";
import { type Cell, textOf } from "./sheet";
import type { PersonRow } from "./understand";

export function text(cell: Cell | undefined, longest: number): string | null {
  return tidy(textOf(cell)).slice(0, longest) || null;
}

/** A cross or tick in a "Nam" or "Nữ" column tells the gender and no year. */
export function isTick(cell: Cell): boolean {
  return /^([xX✓✔vV+]|1)$/u.test(textOf(cell).trim());
}

/** What has no field of its own is kept in the note: a remark behind the name, further telephones. */
export function noteOf(cell: Cell | undefined, remark: string | null, phones: string[]): string | null {
  const parts = [text(cell, 2000), remark, ...phones];
  return parts.filter(Boolean).join("; ").slice(0, 2000) || null;
}

export function parseEmail(cell: Cell | undefined): string | null | undefined {
  const email = tidy(textOf(cell)).replace(/\s/gu, "").toLowerCase();
  if (!email) return null;
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? email : undefined;
}

/** Number and day may share a cell: "Số 45-QĐ/ĐU ngày 12/8/2025". */
export function readDecision(cells: PersonRow["cells"], is1904: boolean, problems: Problem[]) {
  const [first = "", inside] = tidy(textOf(cells.decisionNumber)).split(/[,;]?\s+ngày\s+/iu);
  const number = showNumber(first).toUpperCase();
  if (!number) return null;
  const decided = parseDate(cells.decidedOn?.value ?? inside, { is1904 });
  if (!decided?.day || !/\d/.test(number)) {
    problems.push({
      code: "badDecision",
      text: [textOf(cells.decisionNumber), textOf(cells.decidedOn)].filter(Boolean).join(", "),
    });
    return null;
  }
  return { number, decidedOn: showBirth(decided) };
}
