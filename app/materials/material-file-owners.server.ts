/** Which material each stored file belongs to, for the page on the soundness of files. */
import { db } from "~/platform/db.server";
import type { FileOwners } from "~/platform/files/verify.server";

export const materialFileOwners: FileOwners = async (ids) => {
  const files = await db.materialFile.findMany({
    where: { fileId: { in: ids } },
    select: { fileId: true, version: { select: { material: { select: { id: true, title: true } } } } },
  });
  return files.map(({ fileId, version: { material } }) => ({
    ...{ fileId: fileId ?? "", title: material.title, path: `/materials/${material.id}` },
  }));
};
