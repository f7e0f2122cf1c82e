/** Writes Unicode in the encodings of before, as a test needs them. */
import { tcvn3Pairs, vniPairs } from "~/platform/letters/old-encodings";

const tcvn3 = new Map(tcvn3Pairs.map(([letter, read]) => [read, letter]));
const vni = new Map(vniPairs.map(([letter, read]) => [read, letter]));

/** Its fonts have no capitals with tone marks: they become small letters. */
export function toTcvn3(text: string): string {
  return [...text].map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter).join("");
}

export function toVni(text: string): string {
  return [...text]
    .map((letter) => {
      const written = vni.get(letter.toLowerCase()) ?? letter.toLowerCase();
      return letter === letter.toLowerCase() ? written : written.toUpperCase();
    })
    .join("");
}

/** A byte a letter: base letters with their own sign, and tone marks behind them. */
export function toWindows1258(text: string): Buffer {
  const marks: Record<string, number> = {
    "\u0300": 0xcc,
    "\u0309": 0xd2,
    "\u0303": 0xde,
    "\u0301": 0xec,
    "\u0323": 0xf2,
  };
  const own: Record<string, number> = {
    Ă: 0xc3,
    Đ: 0xd0,
    Ơ: 0xd5,
    Ư: 0xdd,
    ă: 0xe3,
    đ: 0xf0,
    ơ: 0xf5,
    ư: 0xfd,
  };
  const bytes = [...text.normalize("NFC")].flatMap((letter) => {
    const parts = letter.normalize("NFD");
    const tone = [...parts].find((part) => part in marks);
    const base = (tone ? parts.replace(tone, "") : parts).normalize("NFC");
    const byte = own[base] ?? base.codePointAt(0) ?? 0;
    return tone ? [byte, marks[tone] ?? 0] : [byte];
  });
  return Buffer.from(bytes);
}
