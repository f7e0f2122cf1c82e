/** Pages that were typed in TCVN3 (.VnTime) or VNI fonts, read as Unicode where the evidence is sure. */
import { evidenceOf } from "~/platform/letters/evidence";
import { fromTcvn3, fromVni, type OldEncoding } from "~/platform/letters/old-encodings";
import { isSyllable } from "~/platform/letters/syllable";

/** A document shows its letters in fewer words than this only if it is a picture book. */
const enoughWords = 8;
const mostLooked = 20_000;

/** The old encoding of a text; null: it is Unicode, or there is no telling. */
export function oldEncodingOf(text: string): OldEncoding | null {
  const { words, scores } = evidenceOf(text.slice(0, mostLooked).normalize("NFC"));
  if (words < enoughWords) return null;
  const best = scores.tcvn3 > scores.vni ? "tcvn3" : "vni";
  return scores[best] > 0.8 && scores[best] > scores.unicode + 0.3 ? best : null;
}

/** Line by line: a file may hold passages in Unicode too. */
export function inUnicode(text: string, encoding: OldEncoding): string {
  return text
    .split("\n")
    .map((line) => {
      const composed = line.normalize("NFC");
      const { words, scores } = evidenceOf(composed);
      if (words === 0 || scores[encoding] < scores.unicode) return composed;
      return encoding === "tcvn3" ? fromTcvn3(withHyphensRead(composed)) : fromVni(composed);
    })
    .join("\n");
}

/** TCVN3's "ư" is a soft hyphen, which PDFs hand over as a hyphen: "H-êng" is "Hường". */
function withHyphensRead(line: string): string {
  return line.replace(/[\p{L}\u00A1-\u00BF]*-[\p{L}\u00A1-\u00BF]*/gu, (word) => {
    const soft = word.replaceAll("-", "\u00AD");
    return word.length > 1 && isSyllable(fromTcvn3(soft)) ? soft : word;
  });
}
