/** The text of an old PowerPoint file (ppt), slide by slide, from the text atoms of its stream ([MS-PPT] 2.3, 2.9). */
import * as xlsx from "@e965/xlsx";
import { openCompound } from "~/materials/text/format";
import type { OfficePage } from "./office-page";

const slideContainer = 1006;
const notesContainer = 1008;
const masterContainer = 1016;
const slideText = 4080;
const slidePersist = 1011;
const textChars = 4000;
const textBytes = 4008;

export function readPpt(bytes: Buffer): OfficePage[] {
  const stream = xlsx.CFB.find(openCompound(bytes), "PowerPoint Document")?.content;
  const found: Found = { outlines: [], slides: [], masters: [], notes: [] };
  walk(Buffer.from(stream as Uint8Array), null, found);
  // Titles and lists stand in the outline, other shapes with the slide itself.
  const count = Math.max(found.outlines.length, found.slides.length);
  return Array.from({ length: count }, (_, index) => {
    const texts = new Set([
      ...(found.outlines[index] ?? []),
      ...(found.slides[index] ?? []),
      ...(found.notes[index] ?? []),
    ]);
    return { text: [...texts].join("\n"), frames: index === 0 ? found.masters.flat() : [] };
  });
}

interface Found {
  outlines: string[][];
  slides: string[][];
  masters: string[][];
  notes: string[][];
}

function walk(bytes: Buffer, into: string[] | null, found: Found) {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const head = bytes.readUInt16LE(at);
    const type = bytes.readUInt16LE(at + 2);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4));
    at += 8 + bytes.readUInt32LE(at + 4);
    if (type === textChars) keep(into, body.toString("utf16le"));
    else if (type === textBytes) keep(into, body.toString("latin1"));
    else if (type === slideText) readOutline(body, head >> 4, found);
    else if ((head & 0xf) === 0xf) walk(body, placeFor(type, found) ?? into, found);
  }
}

function placeFor(type: number, { slides, notes, masters }: Found): string[] | null {
  const lists: Record<number, string[][]> = {
    [slideContainer]: slides,
    [notesContainer]: notes,
    [masterContainer]: masters,
  };
  const list = lists[type];
  if (!list) return null;
  list.push([]);
  return list.at(-1) ?? null;
}

/** A list of slides with their texts one behind the other; 0: of slides, others of masters and notes. */
function readOutline(body: Buffer, instance: number, found: Found) {
  let slide: string[] | null = null;
  for (let at = 0; at + 8 <= body.length; ) {
    const type = body.readUInt16LE(at + 2);
    const length = body.readUInt32LE(at + 4);
    const content = body.subarray(at + 8, at + 8 + length);
    at += 8 + length;
    if (type === slidePersist) {
      slide = [];
      if (instance === 0) found.outlines.push(slide);
    }
    if (type === textChars) keep(slide, content.toString("utf16le"));
    if (type === textBytes) keep(slide, content.toString("latin1"));
  }
}

function keep(into: string[] | null, text: string) {
  const tidied = text.replace(/[\r\v]/g, "\n").trim();
  if (tidied !== "" && tidied !== "*") into?.push(tidied);
}
