/** The text of files as their readers and keepers may see it, and what became of it from one version to the next. */
import { visibleFileSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { inThread } from "~/platform/threads.server";
import type { compareTexts, PageChange } from "./comparing/compare";
import type { PageSource } from "./page";
import { type Proposal, proposeFromText } from "./proposing/propose";

const { sql } = Prisma;

export interface ReadPage {
  page: number;
  text: string;
  source: PageSource;
  confidence: number | null;
}

/** In their order; null: the actor may not see this file, or it is not accepted. A file without text has no pages. */
export async function pagesOf(actor: Actor, fileId: string): Promise<ReadPage[] | null> {
  const rows = await ask<{ [Key in keyof ReadPage]: ReadPage[Key] | null }>(sql`
    SELECT p.page, p.text, p.source, p.confidence
    FROM material_file f JOIN material_version v ON v.id = f.version_id JOIN material m ON m.id = v.material_id
    LEFT JOIN material_page p ON p.file_id = f.id
    WHERE f.id = ${fileId}::uuid AND ${visibleFileSql(actor, sql`m`, sql`f`)} ORDER BY p.page`);
  if (rows.length === 0) return null;
  return rows.filter((row): row is ReadPage => row.page !== null);
}

const compareInThread = inThread<typeof compareTexts>("materials/text/comparing/compare.ts", "compareTexts");

/** null: the actor may not see both files. */
export async function compareFiles(actor: Actor, fromId: string, toId: string): Promise<PageChange[] | null> {
  const [from, to] = await Promise.all([pagesOf(actor, fromId), pagesOf(actor, toId)]);
  return from && to ? compareInThread({ from: bare(from), to: bare(to) }) : null;
}

function bare(pages: ReadPage[]) {
  return pages.map(({ page, text }) => ({ page, text }));
}

/** What the file's first page says of number, issuer, date and title; null: the actor may not see it. */
export async function proposeFromFile(actor: Actor, fileId: string): Promise<Proposal | null> {
  const pages = await pagesOf(actor, fileId);
  return pages && proposeFromText(pages);
}
