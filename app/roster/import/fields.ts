/** What a column of a roster file can hold, and how its head tells. */
import { fold } from "~/platform/text";

export const fields = [
  "ordinal",
  "fullName",
  "birth",
  "male",
  "female",
  "gender",
  "unit",
  "workplace",
  "position",
  "education",
  "politicalTheory",
  "kind",
  "rapporteur",
  "communicator",
  "phone",
  "email",
  "decisionNumber",
  "decidedOn",
  "topic",
  "language",
  "note",
  "sensitive",
  "ignored",
] as const;
export type Field = (typeof fields)[number];

/** Several columns may share these: their texts are put together. */
export const joinedFields: readonly Field[] = [
  "fullName",
  "position",
  "education",
  "workplace",
  "phone",
  "topic",
  "language",
  "note",
];

/** Tried in order on a head without tone marks and signs; the first that fits wins. */
const heads: [Field, RegExp][] = [
  ["ordinal", /^(s ?tt|tt|so tt|so thu tu)$/],
  ["decidedOn", /^ngay.*(qd|quyet dinh|ban hanh|cong nhan|ky)\b/],
  ["decisionNumber", /^(so )?(quyet dinh|qd)\b|^so\b.*\b(qd|quyet dinh|van ban)\b/],
  ["language", /ngoai ngu|^tieng\b|ngon ngu/],
  [
    "sensitive",
    /^dan toc|ton giao|cccd|cmnd|can cuoc|dinh danh|vao dang|the dang|^ngay chinh thuc|que quan|nguyen quan|thuong tru|tam tru|noi o\b|^dia chi|ho khau|noi sinh/,
  ],
  ["ignored", /^cap\b|boi duong|khen thuong|phu cap|nhiem ky/],
  [
    "fullName",
    /^ho (va )?(chu )?(dem )?(va )?ten\b|^(ho|ho (va )?(ten )?(chu )?(dem|lot)|ten|ten (dong chi|can bo|bao cao vien|tuyen truyen vien|bcv|ttv))$/,
  ],
  ["birth", /(ngay|thang|nam)\b.*\bsinh\b|^sinh\b|^ns$/],
  ["gender", /^(gioi( tinh)?|phai|nam nu|gt)$/],
  ["phone", /dien thoai|^(so )?(dt|sdt|dtdd|di dong)\b|zalo/],
  ["email", /^e ?mail|thu dien tu/],
  ["politicalTheory", /llct|ly luan|^ll ?ct/],
  ["topic", /linh vuc|chuyen de|so truong|^chu de/],
  ["rapporteur", /^(la )?(bcv|bao cao vien)$/],
  ["communicator", /^(la )?(ttv|tuyen truyen vien)$/],
  ["position", /chuc vu|^nghe nghiep|^cong viec/],
  ["kind", /^chuc danh|bcv.*ttv|ttv.*bcv|bao cao vien.*tuyen truyen vien|^(loai|vai tro|danh nghia)\b/],
  ["education", /chuyen mon|hoc van|hoc vi|bang cap|\b(td)?cm\b|^trinh do$/],
  ["workplace", /^(noi|co quan) (cong tac|lam viec)|^co quan\b/],
  ["unit", /^(ten )?(don vi|dang uy|dang bo|chi bo|to chuc|xa|phuong|dia phuong|dia ban)\b/],
  ["note", /ghi chu|^luu y/],
];

/** Whether a head reads "Nam" or "Nữ"; without its tone marks "Năm" (year) would read the same. */
function genderOfHead(label: string): Field | null {
  const text = label.normalize("NFC").trim().toLowerCase();
  return text === "nam" ? "male" : text === "nữ" ? "female" : null;
}

/** What a column holds, told by its head from the top line to the bottom one (["Năm sinh", "Nữ"]); "ignored" if nothing fits. */
export function fieldOfHead(path: string[]): Field {
  const [leaf = "", ...above] = path.toReversed();
  const over = above.map(fieldOfLabel).find(Boolean);
  const isDay = /^ngay\b/.test(plain(leaf)) && over === "decisionNumber";
  return genderOfHead(leaf) ?? fieldOfLabel(leaf) ?? (isDay ? "decidedOn" : over) ?? "ignored";
}

export function fieldOfLabel(label: string): Field | null {
  const text = plain(label);
  if (!text || text.length > 60) return null;
  return genderOfHead(label) ?? heads.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Whether a head says where people work rather than which unit keeps them. */
export function saysWorkplace(path: string[]): boolean {
  return /\bcong tac\b|lam viec/.test(plain(path.join(" ")));
}

function plain(label: string): string {
  return fold(label)
    .replace(/\(.*?\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
