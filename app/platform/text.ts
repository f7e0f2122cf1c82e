/** Text as Vietnamese readers compare and search it. */

/** Lower case without tone marks, NFC or NFD alike: "Đặng Thị Hoà" and "ĐẶNG THỊ HÒA" give "dang thi hoa"; every apostrophe is one ("H’Hen"). Agrees with the database's search columns. */
export function fold(text: string): string {
  if (text.length > longestKept) return foldAnew(text);
  const known = folded.get(text);
  if (known !== undefined) return known;
  const plain = foldAnew(text);
  // A list of people is folded again and again, and a page asks for the same few words.
  if (folded.size >= mostFolded) folded.clear();
  folded.set(text, plain);
  return plain;
}
const folded = new Map<string, string>();
const mostFolded = 2_000;
const longestKept = 120;

function foldAnew(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase();
}

/** Composed, with single blanks and none at the ends: how text is stored. */
export function tidy(text: string): string {
  const composed = text.normalize("NFC");
  return untidy.test(composed) ? composed.replace(/\s+/gu, " ").trim() : composed;
}
/** Most texts are tidy, and looking is quicker than mending. */
const untidy = /^\s|\s$|\s\s|[^\S ]/u;
