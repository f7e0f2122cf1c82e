/** Word templates opened, checked and filled: heavy enough to be done in a thread. A template holds fields and runs no code. */
import { inflateRawSync } from "node:zlib";
import { TemplateHandler } from "easy-template-x";
import { Refusal } from "~/platform/refusal";
import { isHonest, listZip } from "~/platform/zip.server";
import { words } from "~/roster/decisions/words";
import { annexFields, sampleContent } from "./annex-fields";

const mostUnpacked = 40 * 1024 * 1024;
const mostEntries = 500;

/** Refuses what is no harmless Word document with known fields; tried out on a sample. */
export async function checkTemplate(bytes: Uint8Array): Promise<void> {
  refuseForeign(Buffer.from(bytes));
  const handler = new TemplateHandler();
  const tags = await orBroken(() => handler.parseTags(Buffer.from(bytes)));
  const names = tags.map(({ name, disposition }) => `${signs[disposition] ?? ""}${name}`);
  const unknown = [...new Set(names.filter((name) => !(annexFields as readonly string[]).includes(name)))];
  if (unknown.length > 0) {
    throw new Refusal(
      words.errors.templateUnknown(
        unknown
          .slice(0, 8)
          .map((name) => `{${name}}`)
          .join(", "),
      ),
      "file",
    );
  }
  if (!names.includes("#people")) throw new Refusal(words.errors.templateNoPeople, "file");
  await orBroken(() => handler.process(Buffer.from(bytes), sampleContent));
}

const signs: Record<string, string> = { Open: "#", Close: "/" };

/** `content` as JSON text: long lists travel as texts. */
export async function fillTemplate({
  template,
  content,
}: {
  template: Uint8Array;
  content: string;
}): Promise<Uint8Array> {
  const filled = await new TemplateHandler().process(Buffer.from(template), JSON.parse(content));
  return new Uint8Array(filled);
}

async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The library has a class for each fault of a template; all of them name the field, or nothing.
    const { tagName, openDelimiterText, closeDelimiterText } = error as Record<string, string | undefined>;
    const where = tagName ?? openDelimiterText ?? closeDelimiterText ?? "{ }";
    throw new Refusal(words.errors.templateBroken(where), "file");
  }
}

function refuseForeign(bytes: Buffer): void {
  const entries = bytes.toString("latin1", 0, 2) === "PK" ? listZip(bytes) : null;
  if (!entries?.some(({ name }) => name === "word/document.xml"))
    throw new Refusal(words.errors.templateType, "file");
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > mostUnpacked || entries.length > mostEntries)
    throw new Refusal(words.errors.templateTooBig, "file");
  if (!entries.every(isHonest)) throw new Refusal(words.errors.templateDamaged, "file");
  const runsCode = entries.some(({ name }) => /vbaProject|activeX|embeddings|\.bin$/i.test(name));
  if (runsCode || entries.some(reachesOut)) throw new Refusal(words.errors.templateMacros, "file");
}

/** A document type or an outer relation (a remote template, a remote picture); plain links of the text are harmless. */
function reachesOut({
  name,
  packed,
  isDeflated,
}: {
  name: string;
  packed: Buffer;
  isDeflated: boolean;
}): boolean {
  if (!/\.(xml|rels)$/.test(name)) return false;
  const text = (isDeflated ? inflateRawSync(packed, { maxOutputLength: mostUnpacked }) : packed).toString(
    "utf8",
  );
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return true;
  const outer = text.match(/<Relationship\b[^>]*TargetMode="External"[^>]*>/gi) ?? [];
  return outer.some((relation) => !/\/hyperlink"/i.test(relation));
}
