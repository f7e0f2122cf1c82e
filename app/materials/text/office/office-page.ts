/** A page of a document that is no PDF: where the file does not say where pages end, parts of a believable length. */

export interface OfficePage {
  text: string;
  /** What stands in headers, footers and frames. */
  frames: string[];
}

const usualLength = 3_000;

/** The text in parts of about a page each, divided between paragraphs. */
export function parts(text: string, length = usualLength): OfficePage[] {
  const pages: OfficePage[] = [];
  let part = "";
  for (const paragraph of text.split("\n")) {
    if (part.length > 0 && part.length + paragraph.length > length) {
      pages.push({ text: part, frames: [] });
      part = "";
    }
    part += part === "" ? paragraph : `\n${paragraph}`;
  }
  if (part.trim() !== "" || pages.length === 0) pages.push({ text: part, frames: [] });
  return pages;
}
