/** One file as its reader gets it: only what sight allows, and every opening written down. */
import { visibleFileSql } from "~/materials/audience/sight.server";
import { type Reading, recordReading } from "~/materials/receipts/receipts.server";
import { type Piece, piecesOf } from "~/materials/search/pieces";
import { termsOf } from "~/materials/search/terms";
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

const { sql } = Prisma;

export interface ReaderFile {
  id: string;
  materialId: string;
  versionId: string;
  name: string;
  /** By content: pdf, docx, doc, pptx, ppt, xlsx, image, audio, video, link. */
  format: string;
  url: string | null;
  storedId: string | null;
  type: string | null;
  size: number | null;
  pages: number | null;
  needsLook: boolean;
  /** none, waiting, done, failed */
  textState: string;
  title: string;
  circulation: string;
  /** How far this person came in it. */
  lastPage: number | null;
}

/** Null where this person may not read it, or it is still being checked. */
export async function findReaderFile(actor: Actor, fileId: string): Promise<ReaderFile | null> {
  const [file] = await ask<ReaderFile>(sql`
    SELECT f.id::text, m.id::text AS "materialId", f.version_id::text AS "versionId", f.name, f.format, f.url,
      f.file_id::text AS "storedId", s.type, f.size, f.pages, f.needs_look AS "needsLook",
      f.text_state AS "textState", m.title, m.circulation,
      CASE WHEN r.last_file_id = f.id THEN r.last_page END AS "lastPage"
    FROM material_file f JOIN material_version v ON v.id = f.version_id JOIN material m ON m.id = v.material_id
    LEFT JOIN stored_file s ON s.id = f.file_id
    LEFT JOIN material_receipt r ON r.version_id = f.version_id AND r.user_id = ${actor.userId}::uuid
    WHERE f.id = ${fileId}::uuid AND ${visibleFileSql(actor, sql`m`, sql`f`)}`);
  return file ?? null;
}

/** One opening is many requests: pages of text, parts of a PDF, a film that is wound back. */
const minutesOfOneOpening = 30;

/** Writes down that the person opened the file, unless that was written a moment ago. A download is written each time. */
export async function noteReading(actor: Actor, fileId: string, how: Reading["how"]): Promise<void> {
  if (how !== "downloaded" && (await wasJustNoted(actor, fileId, how))) return;
  await recordReading(actor, { fileId, how });
}

async function wasJustNoted({ userId }: Actor, fileId: string, how: Reading["how"]): Promise<boolean> {
  const since = new Date(Date.now() - minutesOfOneOpening * 60_000);
  const noted = await ask(sql`
    SELECT FROM material_reading WHERE user_id = ${userId}::uuid AND at > ${since.toISOString()}::timestamptz
      AND file_id = ${fileId}::uuid AND how = ${how} LIMIT 1`);
  return noted.length > 0;
}

/** Where the person stopped, so that the next opening begins there. */
export async function keepPlace({ userId }: Actor, file: ReaderFile, page: number): Promise<void> {
  const last = Math.min(page, file.pages ?? page);
  await ask(sql`
    INSERT INTO material_receipt (version_id, user_id, last_file_id, last_page)
    VALUES (${file.versionId}::uuid, ${userId}::uuid, ${file.id}::uuid, ${last}::int)
    ON CONFLICT (version_id, user_id)
    DO UPDATE SET last_file_id = EXCLUDED.last_file_id, last_page = EXCLUDED.last_page`);
}

export interface TextPage {
  page: number;
  text: string;
  /** It was read from a picture, and not surely. */
  isDoubtful: boolean;
  /** The text, with what led here marked in it. */
  pieces?: Piece[];
}

export async function countTextPages(fileId: string): Promise<number> {
  const [found] = await ask<{ last: number | null }>(sql`
    SELECT max(page)::int AS last FROM material_page WHERE file_id = ${fileId}::uuid`);
  return found?.last ?? 0;
}

/** Pages of the file's text from one number to another, both included; marked in them, what was typed into a search. */
export async function listTextPages(
  fileId: string,
  from: number,
  to: number,
  sought = "",
): Promise<TextPage[]> {
  const terms = termsOf(sought);
  const pages = await ask<TextPage>(sql`
    SELECT page, text, (source = 'ocr' AND coalesce(confidence, 0) < ${sureEnough}::int) AS "isDoubtful"
    FROM material_page WHERE file_id = ${fileId}::uuid AND page BETWEEN ${from}::int AND ${to}::int ORDER BY page`);
  return terms.length > 0 ? pages.map((page) => ({ ...page, pieces: piecesOf(page.text, terms) })) : pages;
}

/** Below this many of 100 the reading of a picture is to be looked at. */
const sureEnough = 75;
