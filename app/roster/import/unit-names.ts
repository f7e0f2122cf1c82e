/** The name of a unit as it should stand: abbreviations in full, capitals only where they belong, without "Đảng ủy". */
import { tidy } from "~/platform/text";

const kinds: [RegExp, string][] = [
  [/^(?:p\s*\.\s*|p\s+|ph\s*\.\s*)(?=\S)/iu, "Phường"],
  [/^(?:x\s*\.\s*|x\s+)(?=\S)/iu, "Xã"],
  [/^(?:tt\s*\.\s*|tt\s+)(?=\S)/iu, "Thị~trấn"],
  [/^(?:đk\s*\.\s*|đk\s+)(?=\S)/iu, "Đặc~khu"],
  [/^(?:tp\s*\.\s*|tp\s+)(?=\S)/iu, "Thành~phố"],
];
const committee =
  /^(?:đu(?=\s|\.|x|p)\.?\s*|(?:(?:ban\s+chấp\s+hành|bch|ban\s+thường\s+vụ|btv)\s+)?(?:đảng\s+(?:ủy|uỷ|bộ)|đb)\s+)(?=(?:phường|xã|thị\s+trấn|đặc\s+khu|p|x|tt|đk)[\s.])/iu;
const commune = /^(phường|xã|thị\s+trấn|đặc\s+khu|thành\s+phố)\s+(?=\S)/iu;

export function plainUnitName(written: string): string {
  let name = tidy(written).replace(/[\s.;:,]+$/u, "");
  name = name.replace(committee, "");
  for (const [short, long] of kinds) name = name.replace(short, `${long.replace("~", " ")} `);
  const kind = commune.exec(name);
  if (!kind) return name;
  const [, word = ""] = kind;
  const rest = name.slice(kind[0].length);
  const proper = rest === rest.toUpperCase() || rest === rest.toLowerCase() ? titled(rest) : rest;
  return `${word[0]?.toUpperCase()}${word.slice(1).toLowerCase().replace(/\s+/g, " ")} ${proper}`;
}

function titled(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
