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

const theories: [PoliticalTheoryLevel, RegExp][] = [
  ["advanced", /^(?:cao cap|cao|cc)$/],
  ["intermediate", /^(?:trung cap|trung|tc)$/],
  ["elementary", /^(?:so cap|so|sc)$/],
  ["bachelor", /^(?:cu nhan|cn|dai hoc|thac si|tien si)$/],
  ["none", /^(?:(?:chua|khong|ko)(?: .*)?|0|-)$/],
];
/** What stands around the level and says nothing of it: "Cao cấp LLCT - HC (K65, năm 2015)". */
const besideTheory =
  /trinh do|ly luan|chinh tri|hanh chinh|\bll ?ct\b|\bct(?: ?hc)?\b|\bhc\b|\bda (?:hoc|qua)\b|\btot nghiep\b|\bbang\b|\bhoc\b|\b(?:nam|khoa) [\dk]+|\bk ?\d+\b|\b\d{4}\b/g;

/** The level of political theory: whole words or the trade's abbreviations (SC, TC, CC, CN), and nothing that casts doubt on it. */
export function parsePoliticalTheory(written: string | null | undefined): Parsed<PoliticalTheoryLevel> {
  const text = fold(tidy(written ?? ""));
  if (!text) return null;
  const level = text
    .replace(/\(.*?\)/g, " ")
    .replace(/^(cc|tc|sc|cn)(?=ct|llct)/, "$1 ")
    .replace(/[^a-z\d]+/g, " ")
    .replace(besideTheory, " ")
    .replace(/\s+/g, " ")
    .trim();
  const known = politicalTheoryLevels.find((one) => one === text);
  return known ?? theories.find(([, pattern]) => pattern.test(level || text))?.[0];
}

/** "Báo cáo viên", "BCV cấp xã" or "Tuyên truyền viên", "TTV". */
export function parseKind(written: string | null | undefined): Parsed<Role> {
  // "B.C.V" is the same word.
  const text = fold(tidy(written ?? "")).replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, "");
  if (!text) return null;
  const rapporteur = /\b(?:bcv|bao cao vien|rapporteur)\b/.test(text);
  const communicator = /\b(?:ttv|tuyen truyen vien|communicator)\b/.test(text);
  if (rapporteur === communicator) return undefined;
  return rapporteur ? "rapporteur" : "communicator";
}
