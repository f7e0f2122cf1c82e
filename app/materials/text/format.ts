/** What a file is, found from its content; the ending of its name is only compared with that. */
import * as xlsx from "@e965/xlsx";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "~/platform/refusal";
import type { Phrase } from "~/platform/words";
import { listZip } from "~/platform/zip.server";
import type { Format } from "./file-name";
import { refuseBomb } from "./office/office-zip";
import { words } from "./words";

export interface Found {
  format: Format;
  /** A media type for those who fetch the file. */
  type: string;
  /** The endings that a name of such a file may have, the usual one first. */
  endings: string[];
}

const office = "application/vnd.openxmlformats-officedocument";
const documents: Record<string, Found> = {
  pdf: { format: "pdf", type: "application/pdf", endings: ["pdf"] },
  docx: { format: "docx", type: `${office}.wordprocessingml.document`, endings: ["docx"] },
  pptx: { format: "pptx", type: `${office}.presentationml.presentation`, endings: ["pptx", "ppsx"] },
  xlsx: { format: "xlsx", type: `${office}.spreadsheetml.sheet`, endings: ["xlsx"] },
  doc: { format: "doc", type: "application/msword", endings: ["doc", "dot"] },
  ppt: { format: "ppt", type: "application/vnd.ms-powerpoint", endings: ["ppt", "pps"] },
};
const pictures: Record<string, string[]> = {
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
};

/** Said by their names, for these are what phones and scanners make. */
const refusedPictures: Record<string, Phrase> = {
  "image/heic": words.heic,
  "image/heif": words.heic,
  "image/heic-sequence": words.heic,
  "image/heif-sequence": words.heic,
  "image/tiff": words.tiff,
};

/** Refusals: none of the known formats; encrypted; packed like a bomb; with macros. */
export async function findFormat(bytes: Buffer): Promise<Found> {
  if (bytes.subarray(0, 1024).includes("%PDF-")) return documents.pdf as Found;
  if (bytes.toString("hex", 0, 8) === "d0cf11e0a1b11ae1") return findInCompound(bytes);
  if (bytes.toString("latin1", 0, 2) === "PK") return findInZip(bytes);
  return findMedia(bytes);
}

function findInZip(bytes: Buffer): Found {
  const entries = listZip(bytes);
  if (!entries) throw new Refusal(words.damaged);
  refuseBomb(entries);
  const names = new Set(entries.map(({ name }) => name));
  const found =
    (names.has("word/document.xml") && documents.docx) ||
    (names.has("ppt/presentation.xml") && documents.pptx) ||
    (names.has("xl/workbook.xml") && documents.xlsx);
  if (!found) throw new Refusal(words.unknownFormat);
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name))) throw new Refusal(words.macros);
  return found;
}

/** The container of old Office files, and of encrypted new ones. */
function findInCompound(bytes: Buffer): Found {
  const container = openCompound(bytes);
  const stream = (name: string) => xlsx.CFB.find(container, name)?.content as Uint8Array | undefined;
  if (stream("EncryptedPackage") || stream("EncryptedSummary")) throw new Refusal(words.encrypted);
  const word = stream("WordDocument");
  if (word) {
    const isEncrypted = (Buffer.from(word).readUInt16LE(0x0a) & 0x0100) !== 0;
    if (isEncrypted) throw new Refusal(words.encrypted);
    return documents.doc as Found;
  }
  if (stream("PowerPoint Document")) return documents.ppt as Found;
  throw new Refusal(stream("Workbook") || stream("Book") ? words.oldExcel : words.unknownFormat);
}

export function openCompound(bytes: Buffer): unknown {
  try {
    return xlsx.CFB.read(bytes, { type: "buffer" });
  } catch {
    // The library's own words ("FAT boundary") say nothing to an officer.
    throw new Refusal(words.damaged);
  }
}

/** So much of a file's beginning tells what it is. */
export const headLength = 64 * 1024;

/** Of these nothing but the beginning is looked at, however long they are. */
export async function isSoundOrFilm(head: Buffer): Promise<boolean> {
  if (head.subarray(0, 1024).includes("%PDF-")) return false;
  return /^(audio|video)\//.test((await fileTypeFromBuffer(head))?.mime ?? "");
}

async function findMedia(bytes: Buffer): Promise<Found> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, headLength));
  const type = found?.mime ?? "";
  const endings = pictures[type];
  if (endings) return { format: "image", type, endings };
  if (type.startsWith("image/")) throw new Refusal(refusedPictures[type] ?? words.otherPicture);
  const format = /^(audio|video)\//.exec(type)?.[1] as "audio" | "video" | undefined;
  if (!found || !format) throw new Refusal(words.unknownFormat);
  return { format, type, endings: [found.ext, ...(siblings[found.ext] ?? [])] };
}

/** Endings of one and the same kind of file. */
const siblings: Record<string, string[]> = {
  mp4: ["m4v", "m4a", "mov"],
  m4a: ["mp4"],
  mov: ["mp4", "qt"],
  mpg: ["mpeg"],
  ogg: ["oga", "ogv", "opus"],
  asf: ["wmv", "wma"],
  mkv: ["webm"],
  webm: ["mkv"],
  "3gp": ["3gpp", "amr"],
};

/** The name with the ending that its content has: "ke-hoach.pdf" of a Word file becomes "ke-hoach.docx". */
export function nameWithTrueEnding(name: string, { endings }: Found): string {
  const [, bare = name, ending = ""] = /^(.+?)(?:\.([\p{L}\p{N}]{1,5}))?$/u.exec(name) ?? [];
  return endings.includes(ending.toLowerCase()) ? name : `${bare}.${endings[0]}`;
}
