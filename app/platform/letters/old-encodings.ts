/** The letters of TCVN3 (.VnTime) and VNI (VNI-Times), and how they read in Unicode. */

export type OldEncoding = "tcvn3" | "vni";

const tcvn3Letters = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ®¡¢£¤¥¦§";
const tcvn3Reads = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ";
/** Capitals with tone marks, which only the full table of TCVN 5712 has; most fonts lack them. */
const capitalLetters = "¯º¿ÀÁÂÃÄÅÍÙÚÛàðÿ";
const capitalReads = "ẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ";

const pairs = (letters: string, reads: string) =>
  [...letters].map((letter, at) => [letter, [...reads][at] ?? ""] as const);
const small = new Map(pairs(tcvn3Letters.slice(0, -7), tcvn3Reads.slice(0, -7)));
const capitals = new Map(pairs(tcvn3Letters.slice(-7), tcvn3Reads.slice(-7)));
const rareCapitals = new Map(pairs(capitalLetters, capitalReads));
// The sign for "micro" in its other guise, as some programs turn it.
small.set("μ", "à");

/** Every letter of TCVN3 with what it reads as; for a test to write the encoding. */
export const tcvn3Pairs: readonly (readonly [string, string])[] = pairs(tcvn3Letters, tcvn3Reads);

/** Whether a word could stand in TCVN3 at all. */
export function mayBeTcvn3(word: string): boolean {
  let rare = false;
  for (const letter of word) {
    if (letter < "\u0080" || small.has(letter) || capitals.has(letter)) continue;
    if (!rareCapitals.has(letter)) return false;
    rare = true;
  }
  return !rare || !/[a-z]/.test(word);
}

/**
 * TCVN3 as Unicode. Its fonts have no capitals with tone marks: among capitals the letters that cannot show
 * their case become capitals too ("§¶NG ñY" is "ĐẢNG ỦY").
 */
export function fromTcvn3(text: string): string {
  return text.replace(/[^\s]+/gu, (word) => wordFromTcvn3(word, isShouted(text)));
}

function wordFromTcvn3(word: string, among: boolean): string {
  const shouts = /[A-Z¡-§]/.test(word)
    ? !/[a-z]/.test(word) && (among || /[A-Z¡-§].*[A-Z¡-§]/.test(word))
    : among;
  const isCapital = shouts && !/[a-z]/.test(word);
  return [...word]
    .map((letter) => {
      const read = small.get(letter);
      if (read) return isCapital ? read.toUpperCase() : read;
      return capitals.get(letter) ?? (isCapital ? rareCapitals.get(letter) : undefined) ?? letter;
    })
    .join("");
}

/** Whether the letters that can show their case are capitals, but for "đ/c". */
function isShouted(text: string): boolean {
  const letters = text.replace(/[§®]\/c/gi, "");
  const capital = letters.match(/[A-Z¡-§]/g)?.length ?? 0;
  return capital >= 2 && !/[a-z]/.test(letters);
}

const tones = ["ø", "ù", "û", "õ", "ï"];
const marked: Record<string, [marks: string[], reads: string]> = {
  a: [[...tones, "ê", "è", "é", "ú", "ü", "ë", "â", "à", "á", "å", "ã", "ä"], "àáảãạăằắẳẵặâầấẩẫậ"],
  e: [[...tones, "â", "à", "á", "å", "ã", "ä"], "èéẻẽẹêềếểễệ"],
  o: [[...tones, "â", "à", "á", "å", "ã", "ä"], "òóỏõọôồốổỗộ"],
  u: [tones, "ùúủũụ"],
  y: [tones, "ỳýỷỹỵ"],
  ô: [tones, "ờớởỡợ"],
  ö: [tones, "ừứửữự"],
};
const alone: Record<string, string> = { æ: "ỉ", ó: "ĩ", ò: "ị", ô: "ơ", ö: "ư", ñ: "đ", î: "ỵ" };

/** Every letter of VNI with what it reads as, in small letters; for a test to write the encoding. */
export const vniPairs: readonly (readonly [string, string])[] = [
  ...Object.entries(marked).flatMap(([base, [marks, reads]]) =>
    marks.map((mark, at) => [base + mark, [...reads][at] ?? ""] as const),
  ),
  ...Object.entries(alone),
];
const vni = new Map(vniPairs);
const vniLetter = /[aeouyôö][øùûõïêèéúüëâàáåãä]|[æóòôöñî]/giu;

/** VNI as Unicode: a letter and a sign behind it are one letter, whose case is the first one's. */
export function fromVni(text: string): string {
  return text.replace(vniLetter, (letters) => {
    const read = vni.get(letters.toLowerCase());
    if (read) return isCapital(letters[0] ?? "") ? read.toUpperCase() : read;
    // "eê" and the like are no letter of VNI: each stands alone.
    return oneByOne(letters);
  });
}

function oneByOne(letters: string): string {
  return [...letters]
    .map((letter) => {
      const read = vni.get(letter.toLowerCase()) ?? letter;
      return isCapital(letter) ? read.toUpperCase() : read;
    })
    .join("");
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Whether a word could stand in VNI at all. */
export function mayBeVni(word: string): boolean {
  return /^[\p{ASCII}àáâãäåæèéêëìíîïñòóôõöøùúûü]*$/iu.test(word);
}
