/** What a Word file says and how, read out of its XML. */
import { listZip, unpack } from "~/platform/zip.server";

/** The parts of the archive as text, by name. */
export function partsOf(docx: Buffer): Map<string, string> {
  return new Map((listZip(docx) ?? []).map((entry) => [entry.name, unpack(entry).toString()]));
}

interface Run {
  text: string;
  /** In points. */
  size: number;
  bold: boolean;
  italic: boolean;
}

/** Paragraph by paragraph, its runs; "\n" where a line is broken. */
export function paragraphsOf(document: string): Run[][] {
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:r[ >].*?<\/w:r>/gs)].map(([run]) => ({
      text: [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([, text]) => (text === undefined ? "\n" : asTyped(text)))
        .join(""),
      size: Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1]) / 2,
      bold: /<w:b\/>/.test(run),
      italic: /<w:i\/>/.test(run),
    })),
  );
}

/** The text of each paragraph that has some. */
export function textsOf(document: string): string[] {
  return paragraphsOf(document)
    .map((runs) =>
      runs
        .map(({ text }) => text)
        .join("")
        .trim(),
    )
    .filter(Boolean);
}

/** Of the first run that says exactly this. */
export function lookOf(document: string, said: string) {
  const run = paragraphsOf(document)
    .flat()
    .find(({ text }) => text.trim() === said);
  return run && `${run.size}${run.bold ? " bold" : ""}${run.italic ? " italic" : ""}`;
}

/** Millimetres of a measure of the page, as "w:left". */
export function millimetres(document: string, element: string, measure: string): number {
  const twips = new RegExp(`<w:${element} [^>]*w:${measure}="(\\d+)"`).exec(document)?.[1];
  return Math.round((Number(twips) / 1440) * 25.4);
}

function asTyped(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );
}
