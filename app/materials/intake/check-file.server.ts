/** The check of a file that came in: what it is, its text, marks; what has scanned pages goes on to `materials.readScans`, so that quick checks need not wait for slow ones. */
import { z } from "zod";
import { findSecrecyMark } from "~/materials/text/marks/secrecy-mark";
import type { FileText } from "~/materials/text/read-file";
import { readTextInThread } from "~/materials/text/read-file.server";
import { type Db, transaction } from "~/platform/db.server";
import { defineJob, type Run, startLater } from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";
import { acceptFile, noteFailed, noteWaiting, storePages } from "./accepting.server";
import { type CheckedFile, findToCheck, withContent } from "./checked-file.server";
import { readScansJob } from "./read-scans.server";
import { refuseMarked, refuseUnfit } from "./refusing.server";
import { words } from "./words";

/** No name: what is refused leaves none, and payloads stay. */
const payload = z.object({ fileId: z.uuid() });

/** What the run answers; who watches it shows the page anew. */
export type Outcome = { outcome: "accepted" | "reading" | "refused" | "unfit" | "gone" };

export const checkFileJob = defineJob({
  name: "materials.checkFile",
  payload,
  words: words.steps,
  work: checkFile,
});

async function checkFile({ fileId }: z.infer<typeof payload>, run: Run): Promise<Outcome> {
  const file = await findToCheck(fileId);
  if (!file) return { outcome: "gone" };
  await noteWaiting(file);
  try {
    await run.progress(0, undefined, "fetch");
    const found = await withContent(file, run.id, async (path) =>
      readTextInThread({ path, name: file.name }, async ({ done, total }) => {
        await run.progress(done, total, "text");
        await run.checkCancelled();
      }),
    );
    await run.progress(0, undefined, "marks");
    const mark = findSecrecyMark(found.pages, file.name);
    if (mark) return await refuseMarked(file, run);
    return await transaction(undefined, (tx) => settle(tx, file, found, run), { timeout: 60_000 });
  } catch (error) {
    if (error instanceof Refusal && file.state === "checking") return refuseUnfit(file, error.phrase, run);
    // Taken out while it was read: there is nothing to fail.
    if (!(await findToCheck(fileId))) return { outcome: "gone" };
    await noteFailed(file);
    throw error;
  }
}

async function settle(tx: Db, file: CheckedFile, found: FileText, run: Run): Promise<Outcome> {
  const { format, type, name, count, pages, scans } = found;
  // What is read as a picture first has no text yet: it is how that job knows what is left to read.
  await storePages(
    tx,
    file.id,
    pages.filter(({ page }) => !scans.includes(page)),
  );
  await tx.materialFile.update({ where: { id: file.id }, data: { format, name, pages: count } });
  await tx.storedFile.update({ where: { id: file.storedId }, data: { type, name } });
  const outcome: Outcome = { outcome: scans.length > 0 ? "reading" : "accepted" };
  if (scans.length > 0) {
    const jobRunId = await startLater(tx, run.actor, readScansJob, { fileId: file.id });
    await tx.materialFile.update({ where: { id: file.id }, data: { jobRunId, textState: "waiting" } });
  } else {
    await acceptFile(tx, run.actor, { ...file, name, pages: count });
  }
  await run.finish(tx, outcome);
  return outcome;
}
