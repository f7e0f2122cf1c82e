/** A page that is a picture and has a text too: a slide on a photo, a scan with its signature, a text with a stamp. */

import { hasBrokenWords, syllableShare } from "~/materials/text/letters/broken-words";
import { fewLetters, type PageText } from "~/materials/text/page";
import { fold } from "~/platform/text";

/** So much of what the picture says stands in the text: then the text is better. */
const mostOfIt = 0.7;
/** Words that could be Vietnamese, in a text worth keeping. */
const sound = 0.6;

type Read = Required<Pick<PageText, "text" | "confidence" | "frames">>;

/** The page's own text where it says what the picture says; else what was read, and what the text has besides. */
export function bothTexts(layer: string, read: Read): Omit<PageText, "page"> {
  const isSound = layer !== "" && !hasBrokenWords(layer) && syllableShare(layer) >= sound;
  if (!isSound) return { ...read, source: "ocr" };
  const [own, seen] = [wordsOf(layer), wordsOf(read.text)];
  const known = new Set(own);
  const common = seen.filter((word) => known.has(word)).length;
  const isWritten = layer.replace(/\P{L}/gu, "").length >= fewLetters;
  // What was read from the picture is looked at for marks all the same.
  if (isWritten || common >= seen.length * mostOfIt)
    return { text: layer, source: "layer", frames: [...read.frames, read.text] };
  const inPicture = new Set(seen);
  const besides = layer.split("\n").filter((line) => !wordsOf(line).every((word) => inPicture.has(word)));
  return { ...read, source: "ocr", text: [read.text, ...besides].filter(Boolean).join("\n") };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
