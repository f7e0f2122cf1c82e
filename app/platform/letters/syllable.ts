/** Whether a word is a syllable of Vietnamese: onset, rhyme, tone, and where the tone mark stands. */

const vowels = "aăâeêioôơuưy";
const toneMarks = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/** Each toned vowel with what it is without its tone. */
const plain = new Map(
  [...vowels].flatMap((vowel) =>
    toneMarks.map((mark, tone) => [(vowel + mark).normalize("NFC"), { vowel, tone }] as const),
  ),
);
const [acute, dot] = [2, 5];

const set = (text: string) => new Set(text.split(" "));

const onsets = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
const rhymes = set(
  "a e ê i o ô ơ u ư y ia ua ưa ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu iêu yêu uôi ươi ươu " +
    "oa oe oai oay oao oeo uê uơ uy uya uyu uây " +
    "ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât ec em en eng ep et êch êm ên ênh êp êt " +
    "ich im in inh ip it oc om on ong op ot oong ooc ôc ôm ôn ông ôp ôt ơm ơn ơp ơt uc um un ung up ut " +
    "ưc ưm ưng ưt iêc iêm iên iêng iêp iêt yêm yên yêng yêt uôc uôm uôn uông uôt ươc ươm ươn ương ươp ươt " +
    "ăk oac oach oan oang oanh oat oăc oăm oăn oăng oăt oen oet uân uâng uât uêch uênh uych uyn uynh uyt uyên uyêt",
);
const behindQ = set(
  "a ai ay ao au ac ach an ang anh am ap at ăc ăm ăn ăng ăt âc ân âng ât ây âu e en eng eo et ê ên ênh êt êch " +
    "i y in it ơ ôc yên yêt ych ynh yt yp",
);
/** What "gi" leaves of a rhyme with i: "giếng", "giết". */
const behindGi = set("êng êt êc ên êm êp êu");
/** Vowel pairs that carry their tone on either letter, by the old custom and the new. */
const eitherWay = set("oa oe uy");
const onTheMiddle = set("oai oay oao oeo uya uyu");

const known = new Map<string, boolean>();
const mostKnown = 20_000;

/** "nguyễn", "Thuý", "thúy": yes; "Niê", "uy-ban", "sở!" and what an old encoding looks like: no. Case does not matter. */
export function isSyllable(word: string): boolean {
  const found = known.get(word);
  if (found !== undefined) return found;
  const is = word.length < 9 && check(word.normalize("NFC").toLowerCase());
  if (known.size > mostKnown) known.clear();
  known.set(word, is);
  return is;
}

function check(word: string): boolean {
  let tone = 0;
  let at = -1;
  let bare = "";
  for (const [place, letter] of [...word].entries()) {
    const vowel = plain.get(letter);
    if (vowel?.tone && tone) return false;
    if (vowel?.tone) [tone, at] = [vowel.tone, place];
    bare += vowel?.vowel ?? letter;
  }
  return splits(bare).some(([onset, rhyme]) => fits(onset, rhyme, tone, at - onset.length));
}

/** The ways to part a word into its beginning and its rhyme: "gia" is g + ia or gi + a. */
function splits(bare: string): [string, string][] {
  const found: [string, string][] = [];
  for (let length = 0; length <= 3; length++) {
    const onset = bare.slice(0, length);
    if (length === 0 || onsets.has(onset)) found.push([onset, bare.slice(length)]);
  }
  return found;
}

function fits(onset: string, rhyme: string, tone: number, at: number): boolean {
  const isRhyme =
    onset === "qu" ? behindQ.has(rhyme) : rhymes.has(rhyme) || (onset === "gi" && behindGi.has(rhyme));
  if (!isRhyme || !agree(onset, rhyme)) return false;
  if (tone === 0) return !/[cptk]$|ch$/.test(rhyme);
  if (/(?:[cptk]|ch)$/.test(rhyme) && tone !== acute && tone !== dot) return false;
  return at >= 0 && mayStandAt(rhyme, at);
}

/** Spelling: c or k, g or gh, ng or ngh; "yê" begins a word. */
function agree(onset: string, rhyme: string): boolean {
  const isFront = /^[eêiy]/.test(rhyme);
  if (onset === "c" || onset === "ng") return !isFront;
  if (onset === "g") return !isFront || rhyme.startsWith("i");
  if (onset === "gh" || onset === "ngh") return isFront;
  if (rhyme.startsWith("yê")) return onset === "" || onset === "qu";
  return true;
}

function mayStandAt(rhyme: string, at: number): boolean {
  const nucleus = /^[aăâeêioôơuưy]+/.exec(rhyme)?.[0] ?? "";
  if (nucleus.length < rhyme.length) return at === nucleus.length - 1;
  if (nucleus.length === 1) return at === 0;
  if (eitherWay.has(nucleus)) return at < 2;
  if (onTheMiddle.has(nucleus)) return at === 1;
  const strong = Math.max(...["â", "ă", "ê", "ô", "ơ"].map((letter) => nucleus.lastIndexOf(letter)));
  return at === Math.max(strong, 0);
}
