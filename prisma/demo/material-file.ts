/** A sheet of the sample department's library, as PDF. */
import { writeDocument } from "~/platform/document-writer.server";
import type { Entry } from "./material-entries.ts";

export function writeMaterial(entry: Entry, { lines }: Entry["versions"][number]): Promise<Buffer> {
  return writeDocument({
    title: entry.title,
    intro: [[entry.number, entry.issuer].filter(Boolean).join(" · ")],
    sections: [{ title: "", lines: lines.map((text) => ({ text })) }],
    pageOf: (page, pages) => `Trang ${page}/${pages}`,
    language: "vi",
  });
}
