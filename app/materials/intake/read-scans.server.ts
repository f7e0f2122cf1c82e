/** Reading the pages of a file that are pictures: one file at a time, page by page, each kept as soon as it is read. */
import { z } from "zod";
import { isFormat } from "~/materials/text/file-name";
import { findSecrecyMark, type SecrecyMark } from "~/materials/text/marks/secrecy-mark";
import type { PageText } from "~/materials/text/page";
import { readScansInThread } from "~/materials/text/read-file.server";
import { db, transaction } from "~/platform/db.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";
import { acceptFile, noteFailed, noteWaiting, storePage } from "./accepting.server";
import type { Outcome } from "./check-file.server";
import { type CheckedFile, findToCheck, withContent } from "./checked-file.server";
import { refuseMarked, refuseUnfit } from "./refusing.server";
import { words } from "./words";

const payload = z.object({ fileId: z.uuid() });

export const readScansJob = defineJob({
  name: "materials.readScans",
  payload,
  words: words.steps,
  // A reader of scans holds some 300 MB and a whole core.
  oneAtATime: true,
  work: readScans,
});

/** A page carries a mark: nothing more is read. */
class Marked extends Error {
  readonly mark: SecrecyMark;

  constructor(mark: SecrecyMark) {
    super("marked");
    this.mark = mark;
  }
}

async function readScans({ fileId }: z.infer<typeof payload>, run: Run): Promise<Outcome> {
  const file = await findToCheck(fileId);
  if (!file) return { outcome: "gone" };
  await noteWaiting(file);
  try {
    await readMissing(file, run);
    return await transaction(undefined, async (tx) => {
      const outcome = { outcome: "accepted" } as const;
      await acceptFile(tx, run.actor, file);
      await run.finish(tx, outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Marked) return refuseMarked(file, run);
    if (error instanceof Refusal && file.state === "checking") return refuseUnfit(file, error.phrase, run);
    // Taken out while it was read: there is nothing to fail.
    if (!(await findToCheck(fileId))) return { outcome: "gone" };
    await noteFailed(file);
    throw error;
  }
}

/** Pages that have no text yet: after a kill those that were read are not read again. */
async function readMissing(file: CheckedFile, run: Run): Promise<void> {
  const { pages: total, format } = file;
  if (!total || !isFormat(format)) return;
  const seen = await listPages(file.id);
  const known = new Set(seen.map(({ page }) => page));
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((page) => !known.has(page));
  if (missing.length === 0) return;
  await run.progress(known.size, total, "scans");
  await withContent(file, run.id, async (path) =>
    readScansInThread({ path, format, pages: missing }, async (page) => {
      seen.push(page);
      seen.sort((one, other) => one.page - other.page);
      // Before it is kept: what is marked leaves no text behind.
      const mark = findSecrecyMark(seen, file.name);
      if (mark) throw new Marked(mark);
      await storePage(db, file.id, page);
      await run.progress(seen.length, total, "scans");
      await run.checkCancelled();
    }),
  );
}

async function listPages(fileId: string): Promise<PageText[]> {
  const rows = await db.materialPage.findMany({ where: { fileId }, orderBy: { page: "asc" } });
  return rows.map(({ page, text, source, confidence }) => ({
    ...{ page, text, source: source as PageText["source"] },
    ...(confidence !== null && { confidence }),
  }));
}
