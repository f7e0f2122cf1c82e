/** The text of a Word document, page by page as Word last laid it out, with its tables, headers and frames. */
import { type OfficePage, parts } from "./office-page";
import { OfficeParts } from "./office-zip";
import { readXml } from "./xml";

export function readDocx(bytes: Buffer): OfficePage[] {
  const zip = new OfficeParts(bytes);
  const body = new WordPart(zip.read("word/document.xml") ?? "");
  const pages = body.hasBreaks ? body.pages : parts(body.pages.map(({ text }) => text).join("\n"));
  const [first = { text: "", frames: [] }, ...rest] = pages;
  const around = zip.names(/^word\/(?:header|footer)\d*\.xml$/).map((name) => textOf(zip, name));
  const notes = zip.names(/^word\/(?:footnotes|endnotes)\.xml$/).map((name) => textOf(zip, name));
  const frames = [...around, ...body.frames].filter((text) => text !== "");
  const last = rest.at(-1) ?? first;
  last.text = [last.text, ...notes].filter((text) => text !== "").join("\n");
  // Headers hold for every page; they are kept once.
  first.text = [...around, first.text].filter((text) => text !== "").join("\n");
  return [{ ...first, frames }, ...rest];
}

function textOf(zip: OfficeParts, name: string): string {
  return new WordPart(zip.read(name) ?? "").pages.map(({ text }) => text).join("\n");
}

/** Reads one part of the document: body, header, footer or notes. */
class WordPart {
  readonly pages: OfficePage[] = [];
  /** Texts of the frames on the first page. */
  readonly frames: string[] = [];
  hasBreaks = false;
  /** What is being written, from the outermost to the innermost: page, cell, frame. */
  private readonly open: string[] = [""];
  private readonly rows: string[][] = [];
  private readonly path: string[] = [];
  private skipped = 0;
  private isLoud = false;
  private breaks = false;

  constructor(xml: string) {
    if (xml !== "")
      readXml(xml, {
        open: (name, attributes) => this.begin(name, attributes),
        close: (name) => this.end(name),
        text: (text) => this.add(text),
      });
    this.turn();
  }

  private begin(name: string, attributes: Record<string, string>) {
    const within = this.path.at(-1);
    this.path.push(name);
    // The same frame once more, for programs that do not know the newer way.
    if (name === "Fallback" || this.skipped > 0) this.skipped++;
    if (this.skipped > 0) return;
    if (name === "r") this.isLoud = false;
    if (name === "caps" && within === "rPr" && this.path.at(-3) === "r") this.isLoud = isOn(attributes.val);
    if (name === "tab" && within === "r") this.write("\t");
    if (name === "noBreakHyphen") this.write("-");
    if (name === "cr") this.write("\n");
    if (name === "br") attributes.type === "page" ? this.askBreak() : this.write("\n");
    if (name === "lastRenderedPageBreak") this.askBreak();
    if (name === "pageBreakBefore" && isOn(attributes.val)) this.askBreak();
    if (name === "tbl") this.rows.push([]);
    if (name === "tc" || name === "txbxContent") this.open.push("");
  }

  private end(name: string) {
    this.path.pop();
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (name === "p") {
      this.write("\n");
      if (this.breaks && this.open.length === 1) this.turn();
    }
    if (name === "tc") this.rows.at(-1)?.push((this.open.pop() ?? "").trim());
    if (name === "tr") this.endRow();
    if (name === "tbl") this.rows.pop();
    if (name === "txbxContent") {
      const frame = (this.open.pop() ?? "").trim();
      if (this.pages.length === 0) this.frames.push(frame);
      this.write(`\n${frame}\n`);
    }
  }

  private add(text: string) {
    if (this.skipped > 0 || this.path.at(-1) !== "t") return;
    this.write(this.isLoud ? text.toUpperCase() : text);
  }

  private endRow() {
    const cells = this.rows.at(-1)?.splice(0) ?? [];
    const isPlain = cells.every((cell) => !cell.includes("\n"));
    this.write(`${cells.filter((cell) => isPlain || cell !== "").join(isPlain ? "\t" : "\n")}\n`);
    if (this.breaks && this.open.length === 1) this.turn();
  }

  private write(text: string) {
    this.open[this.open.length - 1] += text;
  }

  /** A page ends here; inside a table or a frame it does so after the row. */
  private askBreak() {
    this.hasBreaks = true;
    if (this.open.length === 1 && this.rows.length === 0) this.turn();
    else this.breaks = true;
  }

  /** Two breaks with nothing between are one: Word writes where the page broke beside what made it break. */
  private turn() {
    this.breaks = false;
    const text = (this.open[0] ?? "").trim();
    this.open[0] = "";
    if (text !== "") this.pages.push({ text, frames: [] });
  }
}

function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off";
}
