/** The text of an old Word document (doc), in parts of about a page: such a file does not say where its pages end. */
import WordExtractor from "word-extractor";
import { words } from "~/materials/text/words";
import { Refusal } from "~/platform/refusal";
import { type OfficePage, parts } from "./office-page";

export async function readDoc(bytes: Buffer): Promise<OfficePage[]> {
  const found = await new WordExtractor().extract(bytes).catch(() => {
    // The library's own words say nothing to an officer.
    throw new Refusal(words.damaged);
  });
  const frames = [found.getHeaders(), found.getTextboxes()].map(clean).filter((text) => text !== "");
  const notes = [found.getFootnotes(), found.getEndnotes()].map(clean).filter((text) => text !== "");
  const written = found.getBody().split("\f").map(clean);
  const pages = written.length > 1 ? written.map((text) => ({ text, frames: [] })) : parts(written[0] ?? "");
  const [first, ...rest] = pages;
  if (!first) return [];
  const last = rest.at(-1) ?? first;
  last.text = [last.text, ...notes].join("\n").trim();
  return [{ text: [...frames, first.text].join("\n"), frames }, ...rest];
}

function clean(text: string): string {
  return text
    .replace(/\r\n?|\v/g, "\n")
    .replace(/[ \u00A0]+\n/g, "\n")
    .trim();
}
