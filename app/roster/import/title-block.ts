/** What stands above a roster's table: the decision it is annexed to. */
import type { Day } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import { parseDate, showBirth } from "~/roster/date-parsing";
import { type recognitionKinds, showNumber } from "~/roster/decision";
import { parseKind } from "~/roster/person-parsing";

export interface HeadingDecision {
  number: string | null;
  decidedOn: Day | null;
  issuer: string | null;
  kind: (typeof recognitionKinds)[number];
  /** The list names people who leave; an import only adds people. */
  isRelease: boolean;
}

/** "45 - QĐ/ĐU", "278-QĐ/TU", "15/QĐ-UBND", "30/2020/QĐ-UBND", without tone marks. */
const number = /\b\d{1,5}(?:\s*[-–/]\s*\d{4})?(?:\s*[-–/]\s*[a-z]{1,12}){1,3}\b/;
const day = /ngay\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4})/;

const paper = /quyet dinh|\bqd\b/;

/** Reads the lines above the table; null if no decision is named there. */
export function readTitleBlock(written: string[]): HeadingDecision | null {
  const lines = written.map(tidy);
  const at = lines.findIndex((text) => paper.test(fold(text)) && number.test(fold(text)));
  const line = lines[at];
  if (line === undefined) return null;
  // Other papers may be named before it: "Tờ trình số 12-TTr/BTGDV ...; Quyết định số 45-QĐ/TU ...".
  const named = Math.max(0, fold(line).search(paper));
  const from = number.test(fold(line).slice(named)) ? named : 0;
  const found = number.exec(fold(line).slice(from));
  const behind = fold(line).slice(from + (found?.index ?? 0));
  const date = day.exec(behind) ?? day.exec(`${behind} ${fold(lines[at + 1] ?? "")}`);
  const decided = date ? parseDate(date[1]) : null;
  const all = fold(lines.join(" "));
  return {
    number: found ? showNumber(line.slice(from + found.index, from + found.index + found[0].length)) : null,
    decidedOn: decided?.day ? showBirth(decided) : null,
    issuer: issuerIn(line),
    kind: /kien toan/.test(all) ? "consolidation" : /bo sung/.test(all) ? "supplementary" : "recognition",
    isRelease: /cho thoi|mien nhiem|thoi lam|thoi giu/.test(all),
  };
}

/** "DANH SÁCH BÁO CÁO VIÊN CẤP XÃ" speaks of everybody below; a list of both roles of nobody. */
export function kindOfTitle(lines: string[]) {
  const titles = lines.filter((line) => /danh sach/.test(fold(line)));
  return parseKind(titles.join(" ")) ?? null;
}

export interface Term {
  from: number;
  until: number;
}

/** "... NHIỆM KỲ 2025 - 2030": the years of the committee whose list this is. */
export function readTerm(lines: string[]): Term | null {
  const all = fold(lines.map(tidy).join(" "));
  const found = /nhiem ky\s*(?:[ivxl]+\s*,?\s*)?\(?\s*((?:19|20)\d{2})\s*[-–/]\s*((?:19|20)\d{2})/.exec(all);
  if (!found) return null;
  const [from, until] = [Number(found[1]), Number(found[2])];
  return until > from && until - from <= 10 ? { from, until } : null;
}

const commune = /^(?:dang uy |dang bo |du )?(?:phuong|xa|thi tran|dac khu|p\.|x\.|tt\.|p |x )\s*\S/;

/** A sheet called "P. Ba Đình" or "Xã Ô Diên" holds that unit's people. */
export function namesCommune(text: string): boolean {
  return commune.test(fold(tidy(text)));
}

/** "Đơn vị: Phường Ba Đình" above a table; the committee that heads the paper is no such line. */
export function unitOfTitle(lines: string[]): string | null {
  for (const line of lines.map(tidy)) {
    const named = /^(?:ten )?(?:don vi|dia ban|dia phuong)\s*:\s*/.exec(fold(line));
    if (named) return tidy(line.slice(named[0].length)) || null;
  }
  return null;
}

/** "... ngày 12/8/2025 của Ban Thường vụ Đảng ủy)" */
function issuerIn(line: string): string | null {
  const behind = /\bngay\b.*?\bcua\s+/.exec(fold(line));
  if (!behind) return null;
  const issuer = line.slice(behind.index + behind[0].length).split(/\s+v(?:ề|\/v)\s+|[();]/iu)[0];
  return tidy((issuer ?? "").replace(/[.,\s]+$/u, "")) || null;
}
