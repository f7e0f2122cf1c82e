/** Who issued a document, from the top left of its head: the authority above, its own name, a rule or a star under it. */
import { fold } from "~/platform/text";

const national = /dang cong san viet nam|cong hoa xa hoi|doc lap.*tu do/;
const under = /^(?:[*_–-]+|so\s*[:.]?\s*\d?.*)$/;
/** Names of parts of a committee, which say little without it. */
const partOf = /^(?:ban |van phong|uy ban kiem tra|so |phong |trung tam|truong )/;
const mostLines = 4;

/** "Ban Tuyên giáo và Dân vận Tỉnh ủy Phú Thọ" of two lines in capitals; null: the page has no such head. */
export function issuerOf(parts: string[]): string | null {
  const top = parts.slice(0, 14);
  if (!top.some((part) => national.test(fold(part)))) return null;
  const names: string[] = [];
  for (const part of top) {
    const plain = fold(part);
    if (national.test(plain)) continue;
    if (under.test(plain) || part !== part.toUpperCase() || !/\p{Lu}{2}/u.test(part)) break;
    names.push(part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
    if (names.length === mostLines) break;
  }
  const own = names.at(-1);
  if (own === undefined) return null;
  const before = names.at(-2);
  // Its name goes on in a second line.
  if (before && /^uy ban nhan dan$/.test(fold(before))) return spoken(`${before} ${own}`);
  const above = names.length > 1 && partOf.test(fold(own)) ? before : undefined;
  return [own, above].flatMap((name) => (name ? [spoken(name)] : [])).join(" ");
}

/** Everything up to here is a kind of body; what follows is a place's name. */
const place =
  /^(.*\b(?:tinh uy|thanh uy|quan uy|huyen uy|thi uy|dang uy|phuong|xa|dac khu|thi tran|tinh|thanh pho|quan|huyen))\b\s*(.*)$/;
/** Fields of work keep their capital. */
const fields = /(?:tuyên giáo|dân vận|xây dựng|tổ chức|thường vụ|chấp hành|nhân dân|đảng(?! ủy))/giu;

/** "QUẬN ỦY BA ĐÌNH" as it is written in a sentence: "Quận ủy Ba Đình". */
function spoken(name: string): string {
  const small = name.toLowerCase();
  const length = place.exec(fold(small))?.[1]?.length ?? (partOf.test(fold(small)) ? small.length : 0);
  if (length === 0) return small.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  const kind = small
    .slice(0, length)
    .replace(fields, (field) => capital(field))
    .replace(/(?<=\s)(?=(?:tỉnh|thành|quận|huyện|thị) [ủu][ỷy])./gu, (letter) => letter.toUpperCase());
  const rest = small.slice(length).replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  return capital(kind) + rest;
}

function capital(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}
