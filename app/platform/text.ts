/** Text as Vietnamese readers compare and search it. */

/** Lower case without tone marks, NFC or NFD alike: "Đặng Thị Hoà" and "ĐẶNG THỊ HÒA" give "dang thi hoa"; every apostrophe is one ("H’Hen"). Agrees with the database's search columns. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase();
}

/** Composed, with single blanks and none at the ends: how text is stored. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
