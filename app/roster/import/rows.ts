/** What a row under a table's head is: a section, a total, a signature, or something that may be a person. */
import { fold, tidy } from "~/platform/text";
import type { Role } from "~/roster/appointment";
import { parseKind } from "~/roster/person-parsing";
import { own, ownCells, type Row, textOf } from "./sheet";

export interface Section {
  text: string;
  /** The unit it names, as written and without its number; null if it names none. */
  unit: string | null;
  kind: Role | null;
}

const unitWord =
  /^(dang uy|dang bo|chi bo|phuong|xa|thi tran|thi xa|dac khu|ban|uy ban|ubnd|hdnd|mttq|mat tran|hoi|doan|cong an|quan su|truong|so|trung tam|tinh|thanh pho|quan|huyen|khoi|benh vien|cong ty|co quan|vien|lien doan|don vi|van phong)\b/;
const total =
  /^(tong (cong|so)\b|tong\s*:|cong\s*:|cong\s+\d|(tong|cong)$|(an dinh )?danh sach (nay )?(gom|co)\b)/;
const signature =
  /^(t ?\/ ?m\b|tm\b\.?|k ?\/ ?t\b|kt\.|t ?\/ ?l\b|tl\.|noi nhan|nguoi lap|lap bieu|nguoi tong hop|thu truong|xac nhan|ky ten|\(?ky,|duyet\b|.*ngay\s+[.…\d]+\s*thang\s+[.…\d]+\s*nam)/;
const signer = /^((pho )?(bi thu|truong ban|chu tich|giam doc)( thuong truc)?|l\/d)$/;

export function isNumbered(row: Row, ordinal: number | undefined): boolean {
  return /^\d+\s*[.)]?$/.test(textOf(own(row, ordinal)).trim());
}

export function isTotal(row: Row): boolean {
  return ownCells(row).some(({ cell }) => total.test(fold(tidy(textOf(cell)))));
}

/** "T/M BAN THƯỜNG VỤ", "Người lập biểu", "Hà Nội, ngày 12 tháng 8 năm 2025": the table is over. */
export function isSignature(row: Row, name: string): boolean {
  const texts = name ? [name] : ownCells(row).map(({ cell }) => textOf(cell));
  return texts.some((text) => signature.test(fold(tidy(text))) || (!name && signer.test(fold(tidy(text)))));
}

/** "(1) (2) (3)" or "A B C 1 2" under a head. */
export function isColumnNumbers(row: Row): boolean {
  const texts = ownCells(row).map(({ cell }) => textOf(cell).trim());
  return texts.length >= 3 && texts.every((text) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(text));
}

const romanOrLetter = /^\(?([IVXL]+|[A-Z])\)?\s*[.)]?$/;

/** A row that names the unit (or the role) of those below it: "II | ĐẢNG ỦY PHƯỜNG NGỌC HÀ". */
export function readSection(row: Row, ordinal: number | undefined): Section | null {
  const mark = textOf(own(row, ordinal)).trim();
  const isMarked = romanOrLetter.test(mark);
  const rest = ownCells(row).filter(({ column }) => column !== ordinal || (mark.length > 5 && !isMarked));
  const texts = rest
    .filter(({ cell }) => typeof cell.value === "string")
    .map(({ cell }) => tidy(textOf(cell)));
  const [text] = texts;
  if (!text || texts.length > (isMarked ? 2 : 1) || /^\d+\s*[.)]?$/.test(mark)) return null;
  const isMerged = row.cells.some((cell) => cell?.merged === "across");
  const isShouted = text.includes(" ") && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
  const isListed = /^([IVXL]+|[A-Z])\s*[./)-]\s+/.test(text);
  const section = sectionOf(text);
  const speaks =
    isMarked || isListed || isMerged || isShouted || section.kind !== null || unitWord.test(fold(text));
  return speaks && (isMarked || rest.length === 1) ? section : null;
}

/** "P. Cửa Lam" and "X. Pá Lau" begin with the kind of unit, "X. PHƯỜNG CỬA LAM" with a number. */
function withoutMark(text: string): string {
  const rest = text.replace(/^([IVXL]+|[A-Z]|\d{1,2})\s*[./)-]\s*/, "");
  return /^[PXQHT]\s*\./.test(text) && !unitWord.test(fold(rest)) ? text : rest;
}

function sectionOf(text: string): Section {
  const bare = tidy(
    withoutMark(text)
      .replace(/\s*[:(-]?\s*\d+\s*(đồng chí|đ\/c|người)\s*\)?\.?$/iu, "")
      .replace(/[:.]+$/u, ""),
  );
  const kind = parseKind(bare) ?? null;
  const behind = tidy(
    bare.replace(/^(danh sách\s+)?(báo cáo viên|tuyên truyền viên|bcv|ttv)(\s+(của|thuộc))?\s*/iu, ""),
  );
  if (kind) return { text, kind, unit: unitWord.test(fold(behind)) ? behind : null };
  return { text, kind: null, unit: bare };
}
