/** XML of office documents, read as a stream of elements and texts; whoever declares entities is refused. */
import { SaxesParser } from "saxes";
import { words } from "~/materials/text/words";
import { Refusal } from "~/platform/refusal";

export interface Reader {
  /** An element begins; its name without the prefix ("p" of "w:p"), its attributes by both their names ("val", "w:val"). */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

export function readXml(source: string, reader: Reader) {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new Refusal(words.entities);
  });
  parser.on("error", () => {
    throw new Refusal(words.damaged);
  });
  parser.on("opentag", ({ name, attributes }) => reader.open?.(local(name), byBothNames(attributes)));
  parser.on("closetag", ({ name }) => reader.close?.(local(name)));
  parser.on("text", (text) => reader.text?.(text));
  parser.on("cdata", (text) => reader.text?.(text));
  parser.write(source).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function byBothNames(attributes: Record<string, string>): Record<string, string> {
  const short = Object.entries(attributes).map(([name, value]) => [local(name), value]);
  return { ...Object.fromEntries(short), ...attributes };
}
