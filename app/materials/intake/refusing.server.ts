/** Files that are not taken. Of one with a mark of secrecy nothing stays but its checksum, the person and the time. */
import { aboutMaterial } from "~/materials/materials.server";
import { theSystem } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, transaction } from "~/platform/db.server";
import type { Run } from "~/platform/jobs.server";
import { notify } from "~/platform/notices.server";
import type { Phrase } from "~/platform/words";
import type { CheckedFile } from "./checked-file.server";
import { markInText } from "./explained";
import { dropContent, purgeEntries } from "./removing.server";
import { words } from "./words";

/** Kind of the notice that tells whoever put the file in. */
export const refusedNotice = "material.file_refused";

/** Removed wherever the same content lies: an accepted file may be found marked when it is read again. */
export function refuseMarked(file: CheckedFile, run: Run): Promise<{ outcome: "refused" }> {
  const outcome = { outcome: "refused" } as const;
  return transaction(
    undefined,
    async (tx) => {
      await tx.refusedFile.create({ data: { sha256: file.sha256, userId: file.declaredBy, why: "mark" } });
      await audit(tx, run.actor, "material.file_refused", aboutMaterial(file.material));
      await tellUploader(tx, file, markInText);
      const { entries, storedIds } = await purgeEntries(tx, file.sha256);
      // What nobody could see yet leaves no entry either.
      const unseen = entries.filter(({ state }) => state === "checking").map(({ id }) => id);
      await tx.materialFile.deleteMany({ where: { id: { in: unseen } } });
      await run.finish(tx, outcome);
      await dropContent(tx, storedIds);
      return outcome;
    },
    { timeout: 60_000 },
  );
}

/** Of another format, encrypted, damaged, too large: said by its name, and nothing else is kept. */
export function refuseUnfit(file: CheckedFile, why: Phrase, run: Run): Promise<{ outcome: "unfit" }> {
  const outcome = { outcome: "unfit" } as const;
  return transaction(undefined, async (tx) => {
    const { vi, en } = words;
    await tellUploader(tx, file, { vi: vi.unfit(file.name, why.vi), en: en.unfit(file.name, why.en) });
    await tx.materialFile.deleteMany({ where: { id: file.id } });
    await run.finish(tx, outcome);
    await dropContent(tx, [file.storedId]);
    return outcome;
  });
}

async function tellUploader(
  tx: Db,
  { id, declaredBy, material }: CheckedFile,
  phrase: Phrase,
): Promise<void> {
  await notify(tx, {
    userIds: declaredBy === theSystem.userId ? [] : [declaredBy],
    kind: refusedNotice,
    subjectId: id,
    phrase,
    path: `/materials/${material.id}`,
  });
}
