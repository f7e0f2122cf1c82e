/** The signed scan of a decision: taken in by its content, kept with its checksum, handed out to whoever knows the decision. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { readFile, removeFile, storeFile } from "~/platform/files.server";
import { Refusal } from "~/platform/refusal";
import type { UploadedFile } from "~/platform/uploads.server";
import { showNumber } from "~/roster/decision";
import { knownTo } from "~/roster/decisions.server";
import { within } from "~/units/index.server";
import { aboutDecision } from "./decision-records.server";
import { scanTypeOf } from "./scan";
import { words } from "./words";

export const mostScanBytes = 30 * 1024 * 1024;

/** Keeps the file as the decision's scan, instead of the one before. False: not in reach. Refusals: no PDF and no picture. */
export async function attachScan(actor: Actor, id: string, file: UploadedFile): Promise<boolean> {
  const type = scanTypeOf(file.bytes);
  if (!type) throw new Refusal(words.errors.scanType, "file");
  return transaction(
    undefined,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM decision WHERE id = ${id}::uuid FOR UPDATE`;
      const decision = await tx.decision.findFirst({ where: { id, ...within(actor) } });
      if (!decision) return false;
      const kept = await storeFile(tx, actor, {
        name: file.name,
        type,
        content: file.bytes,
        limit: mostScanBytes,
      });
      await tx.decision.update({ where: { id }, data: { fileId: kept.id } });
      await audit(tx, actor, "decision.scan_attached", {
        ...aboutDecision(decision),
        after: { scan: kept.name },
      });
      // The former file goes with the transaction's last step: should it fail, both are there.
      if (decision.fileId) await removeFile(tx, decision.fileId);
      return true;
    },
    { timeout: 60_000 },
  );
}

export function removeScan(actor: Actor, id: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM decision WHERE id = ${id}::uuid FOR UPDATE`;
    const decision = await tx.decision.findFirst({ where: { id, ...within(actor) } });
    if (!decision?.fileId) return false;
    const scan = await tx.storedFile.findUniqueOrThrow({ where: { id: decision.fileId } });
    await tx.decision.update({ where: { id }, data: { fileId: null } });
    await audit(tx, actor, "decision.scan_removed", {
      ...aboutDecision(decision),
      before: { scan: scan.name },
    });
    await removeFile(tx, decision.fileId);
    return true;
  });
}

/** The file to hand out, written into the trail first; null: no such decision for this person, or no scan. */
export async function takeScan(actor: Actor, id: string) {
  const decision = await db.decision.findFirst({ where: { id, ...knownTo(actor) } });
  if (!decision?.fileId) return null;
  const { name, type } = await db.storedFile.findUniqueOrThrow({ where: { id: decision.fileId } });
  const bytes = await readFile(decision.fileId);
  await audit(db, actor, "decision.scan_opened", { ...aboutDecision(decision), after: { scan: name } });
  const ending = /\.\w{2,5}$/.exec(name)?.[0] ?? endings[type] ?? "";
  return {
    bytes,
    type,
    name: `${words[actor.language].scan.fileName(showNumber(decision.number).replaceAll("/", "-"))}${ending}`,
  };
}

const endings: Record<string, string> = {
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
};
