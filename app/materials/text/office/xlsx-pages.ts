/** The text of a workbook, sheet by sheet, with the headers and frames of its sheets. */
import { readTextSheets } from "~/platform/sheets.server";
import { type OfficePage, parts } from "./office-page";
import { OfficeParts } from "./office-zip";
import { readXml } from "./xml";

/** A sheet longer than this goes on as another page: nobody reads it in one piece, and no index takes it. */
const longest = 100_000;

export function readXlsx(bytes: Buffer): OfficePage[] {
  const zip = new OfficeParts(bytes);
  const frames = [
    ...zip.names(/^xl\/worksheets\/[^/]+\.xml$/).flatMap((name) => headersOf(zip.read(name) ?? "")),
    ...zip.names(/^xl\/drawings\/[^/]+\.xml$/).map((name) => textOf(zip.read(name) ?? "")),
  ].filter((text) => text !== "");
  const pages = readTextSheets(bytes).flatMap(({ name, rows }) => {
    const lines = rows.map(({ cells }) => cells.join("\t").trimEnd());
    return parts([name, ...lines].join("\n"), longest);
  });
  const [first, ...rest] = pages;
  return first ? [{ ...first, text: [first.text, ...frames].join("\n"), frames }, ...rest] : [];
}

/** "&C&"Arial"MẬT" is MẬT in the middle: the signs say where and how. */
function headersOf(sheet: string): string[] {
  return [...sheet.matchAll(/<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g)].flatMap(([, text = ""]) =>
    text
      .replaceAll("&amp;", "&")
      .replace(/&"[^"]*"|&\d+|&quot;.*?&quot;|&[^LCR]/g, "")
      .split(/&[LCR]/)
      .map((part) => part.trim()),
  );
}

function textOf(drawing: string): string {
  let [text, isText] = ["", false];
  readXml(drawing, {
    open(name) {
      isText = name === "t";
    },
    close(name) {
      isText = false;
      if (name === "p") text += "\n";
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return text.trim();
}
