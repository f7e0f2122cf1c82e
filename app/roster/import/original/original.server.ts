/** The file of an import as it came in: kept unchanged, told by its checksum, handed out to who may import in its unit. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import type { RosterImport } from "~/platform/prisma/client";

export async function describeOriginal({ fileId }: RosterImport) {
  const { name, size, sha256 } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  return { name, size, sha256 };
}

/** The very bytes; the trail says who took them. Fails if the file is no longer what was stored. */
export async function takeOriginal(actor: Actor, found: RosterImport) {
  const bytes = await readFile(found.fileId);
  await audit(db, actor, "roster_import.original_opened", {
    kind: "roster_import",
    id: found.id,
    title: found.fileName,
    unitId: found.unitId,
  });
  return { bytes, name: found.fileName };
}
