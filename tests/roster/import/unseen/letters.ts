/** Unicode in the encodings of before, written from their definitions and not from the importer's tables. */

/** TCVN 5712:1993 (ABC fonts): the code of each letter, as the standard prints them. */
const tcvn3 = codes(`
  à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE
  è CC ẻ CE ẽ CF é D0 ẹ D1 ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE
  ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE
  ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
  Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7`);

function codes(table: string): Map<string, string> {
  const parts = table.trim().split(/\s+/);
  return new Map(
    parts.flatMap((letter, at) =>
      at % 2
        ? []
        : [[letter.normalize("NFC"), String.fromCharCode(Number.parseInt(parts[at + 1] ?? "", 16))]],
    ),
  );
}

/** Whether the encoding has all letters of a text. */
export function fitsTcvn3(text: string): boolean {
  return [...text.normalize("NFC")].every((letter) => letter < "\u0080" || tcvn3.has(letter.toLowerCase()));
}

/** In its common fonts: capitals that the table lacks are typed as small letters. */
export function toTcvn3(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter)
    .join("");
}

/** VNI-Windows: the letters that stand alone, and the marks behind a, e, o, u, y, ơ, ư. */
const vniAlone: Record<string, string> = {
  ...{ í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", đ: "ñ", ơ: "ô", ư: "ö" },
};
const graveHookTildeAcuteDot = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const vniMarks: Record<string, string> = {
  "": "øûõùï",
  "\u0302": "àåãáä",
  "\u0306": "èúüéë",
};
const vniBare: Record<string, string> = { "\u0302": "â", "\u0306": "ê" };

export function toVni(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => {
      const small = letter.toLowerCase();
      const written = vniOf(small);
      return letter === small ? written : written.toUpperCase();
    })
    .join("");
}

function vniOf(letter: string): string {
  const alone = vniAlone[letter];
  if (alone) return alone;
  const [base = "", ...marks] = letter.normalize("NFD");
  const horned = marks.includes("\u031B") ? { o: "ô", u: "ö" }[base] : undefined;
  const shape = marks.find((mark) => mark in vniBare) ?? "";
  const tone = graveHookTildeAcuteDot.findIndex((mark) => marks.includes(mark));
  if (tone < 0) return shape ? base + vniBare[shape] : letter;
  return (horned ?? base) + [...(vniMarks[shape] ?? "")][tone];
}

/**
 * windows-1258: tone marks are letters of their own, behind their vowel. Windows writes the letters that Latin-1 has
 * with their mark (á, à, é, ...) as one; others write every mark apart.
 */
export function toWindows1258(text: string, apart: boolean): Buffer {
  const bytes = [...text.normalize("NFC")].flatMap((letter) => {
    const whole = ownOf1258(letter);
    if (whole !== null && !(apart && /[àáèéìíòóùú]/i.test(letter))) return [whole];
    const parts = [...letter.normalize("NFD")];
    const tone = parts.find((part) => part in tones1258) ?? "";
    const base = parts.filter((part) => part !== tone).join("");
    return [ownOf1258(base.normalize("NFC")) ?? 0x3f, tones1258[tone] ?? 0x3f];
  });
  return Buffer.from(bytes);
}

const tones1258: Record<string, number> = {
  ...{ "\u0300": 0xcc, "\u0309": 0xd2, "\u0303": 0xde, "\u0301": 0xec, "\u0323": 0xf2 },
};
const letters1258: Record<string, number> = {
  ...{ Ă: 0xc3, Đ: 0xd0, Ơ: 0xd5, Ư: 0xdd, ă: 0xe3, đ: 0xf0, ơ: 0xf5, ư: 0xfd, "–": 0x96, "’": 0x92 },
};

function ownOf1258(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0;
  if (letters1258[letter]) return letters1258[letter];
  if (code < 0x80) return code;
  return /^[\u00A0ÀÁÂÄÈÉÊËÍÓÔÖÙÚÛÜàáâäèéêëíóôöùúûü«»°·]$/.test(letter) ? code : null;
}
