/** What departments write about a person in words of the trade: gender, theory level, role. */
import { fold, tidy } from "~/platform/text";
import type { Role } from "./appointment";
import { type Gender, type PoliticalTheoryLevel, politicalTheoryLevels } from "./speaker";

/** What stood there, read; `null` means "nothing stood there", `undefined` means "it cannot be read". */
export type Parsed<T> = T | null | undefined;

export function parseGender(written: string | null | undefined): Parsed<Gender> {
  const text = fold(tidy(written ?? "")).replace(/[().]/g, "");
  if (!text) return null;
  if (["nu", "female", "f", "gai", "ba", "phu nu"].includes(text)) return "female";
  if (["nam", "male", "m", "trai", "ong"].includes(text)) return "male";
  return undefined;
}

/** The level of political theory: whole words or the trade's abbreviations (SC, TC, CC, CN). */
export function parsePoliticalTheory(written: string | null | undefined): Parsed<PoliticalTheoryLevel> {
  const text = fold(tidy(written ?? ""))
    .replace(/(?:trinh do|ly luan|chinh tri|llct|ll ?ct|[.:])/g, " ")
    .trim();
  if (!tidy(written ?? "")) return null;
  const known = politicalTheoryLevels.find((level) => level === text);
  if (known) return known;
  if (/^(?:cao cap|cc)\b/.test(text)) return "advanced";
  if (/^(?:trung cap|tc)\b/.test(text)) return "intermediate";
  if (/^(?:so cap|sc)\b/.test(text)) return "elementary";
  if (/^(?:cu nhan|cn|dai hoc|thac si|tien si)\b/.test(text)) return "bachelor";
  if (/^(?:chua|khong|ko|0|-)/.test(text)) return "none";
  return undefined;
}

/** "Báo cáo viên", "BCV cấp xã" or "Tuyên truyền viên", "TTV". */
export function parseKind(written: string | null | undefined): Parsed<Role> {
  const text = fold(tidy(written ?? ""));
  if (!text) return null;
  const rapporteur = /\b(?:bcv|bao cao vien|rapporteur)\b/.test(text);
  const communicator = /\b(?:ttv|tuyen truyen vien|communicator)\b/.test(text);
  if (rapporteur === communicator) return undefined;
  return rapporteur ? "rapporteur" : "communicator";
}
