/** The parts of a docx, pptx or xlsx file, unpacked within limits that no honest document meets. */

import { words } from "~/materials/text/words";
import { Refusal } from "~/platform/refusal";
import { isHonest, listZip, unpack, type ZipEntry } from "~/platform/zip.server";

const megabyte = 1024 * 1024;
const mostEntries = 10_000;
const mostUnpacked = 800 * megabyte;
/** What is text: pictures and films hardly shrink, text shrinks to a tenth. */
const mostXml = 200 * megabyte;

export function refuseBomb(entries: ZipEntry[]) {
  const sum = (some: ZipEntry[]) => some.reduce((total, { size }) => total + size, 0);
  const xml = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (entries.length > mostEntries || sum(entries) > mostUnpacked || sum(xml) > mostXml) {
    throw new Refusal(words.bomb);
  }
  if (!entries.every(isHonest)) throw new Refusal(words.bomb);
}

export class OfficeParts {
  private readonly entries: Map<string, ZipEntry>;

  constructor(bytes: Buffer) {
    this.entries = new Map((listZip(bytes) ?? []).map((entry) => [entry.name, entry]));
  }

  /** Names of parts, in the order of the numbers they end with: slide2 before slide10. */
  names(pattern: RegExp): string[] {
    const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
    return [...this.entries.keys()]
      .filter((name) => pattern.test(name))
      .sort((a, b) => number(a) - number(b) || a.localeCompare(b));
  }

  /** null: there is no such part. */
  read(name: string): string | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    try {
      return decode(unpack(entry));
    } catch {
      // Damaged within: nothing of it can be trusted.
      throw new Refusal(words.damaged);
    }
  }

  /** What a part refers to: targets by id. */
  relations(name: string): Map<string, { type: string; target: string }> {
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    const rels = this.read(`${folder}_rels/${name.slice(folder.length)}.rels`) ?? "";
    const found = new Map<string, { type: string; target: string }>();
    for (const [tag] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
      const value = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1] ?? "";
      const target = new URL(value("Target"), `file:///${folder}`).pathname.slice(1);
      found.set(value("Id"), { type: value("Type").split("/").at(-1) ?? "", target });
    }
    return found;
  }
}

function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return (isUtf16 ? bytes.toString("utf16le") : bytes.toString("utf8")).replace(/^\uFEFF/, "");
}
