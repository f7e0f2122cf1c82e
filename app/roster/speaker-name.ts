/** How Vietnamese names are ordered: by given name, then family name, then the names between. */
import { fold, tidy } from "~/platform/text";

/** Given name, family name, middle names. */
export type SortName = [given: string, family: string, middle: string];

/**
 * What lists are sorted by. The given name is the last word; names of the Ê Đê, M'nông, K'ho and
 * their neighbours begin with it instead ("Y Bhin Niê", "H'Hen Niê", "K'Điệp"). Where the rule errs,
 * the officer says which part is the given name. Tone marks are put in their modern place, so that
 * "Hoà" and "Hòa" are one name; only for comparison, never in what is stored as the name.
 */
export function sortNameOf(fullName: string, givenName?: string | null): SortName {
  const name = modernTones(tidy(fullName)).replace(/[’ʼ‘`´]/gu, "'");
  if (givenName) return around(name, modernTones(tidy(givenName)).replace(/[’ʼ‘`´]/gu, "'"));

  const startsWithGiven = /^(Y \p{L}[^ ]*|[HKY]' ?\p{L}[^ ]*)(?: (.+))?$/u.exec(name);
  if (startsWithGiven) {
    const [, given = "", family = ""] = startsWithGiven;
    return [given.replace("' ", "'"), family, ""];
  }

  const parts = name.split(" ");
  const given = parts.pop() ?? "";
  return [given, parts[0] ?? "", parts.slice(1).join(" ")];
}

const collator = new Intl.Collator("vi");

/** The order of `ORDER BY sort_name` in the database (collation vi-x-icu). */
export function compareSortNames(a: SortName, b: SortName): number {
  return collator.compare(a[0], b[0]) || collator.compare(a[1], b[1]) || collator.compare(a[2], b[2]);
}

/**
 * One place for each tone mark, whichever way was typed: an open oa, oe, uy carries it on the first letter
 * ("hoà" to "hòa", "thuỷ" to "thủy"), a closed one on the second ("hòang" to "hoàng"); after q the u is no
 * vowel ("qúy" to "quý").
 */
export function modernTones(text: string): string {
  return text
    .normalize("NFD")
    .replace(openPair, "$1$3$2")
    .replace(closedPair, "$1$3$2")
    .replace(afterQ, "$1$3$2")
    .normalize("NFC");
}

const tone = "[\\u0300\\u0301\\u0303\\u0309\\u0323]";
const openPair = new RegExp(`((?<!q)(?:o(?=[ae])|u(?=y)))([aey])(${tone})(?![\\p{L}\\p{M}])`, "giu");
const closedPair = new RegExp(`((?<!q)(?:o(?=${tone}[ae])|u(?=${tone}y)))(${tone})([aey])(?=\\p{L})`, "giu");
const afterQ = new RegExp(`(qu)(${tone})(y)`, "giu");

function around(name: string, given: string): SortName {
  const parts = ` ${name} `;
  const at = parts.lastIndexOf(` ${given} `);
  const rest = at < 0 ? name : tidy(parts.slice(0, at) + parts.slice(at + given.length + 1));
  const [family = "", ...middle] = rest.split(" ");
  return [given, family, middle.join(" ")];
}

/** Whether the given name stands in the full name, tone marks aside. */
export function isPartOfName(fullName: string, givenName: string): boolean {
  return ` ${fold(tidy(fullName))} `.includes(` ${fold(tidy(givenName))} `);
}
