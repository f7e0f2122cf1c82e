/** What the roster keeps as files: scans of decisions, imported files, photos. */
import { db } from "~/platform/db.server";
import type { FileOwners } from "~/platform/files/verify.server";

/** Which decision, import or person each of these files belongs to. */
export const rosterFileOwners: FileOwners = async (ids) => {
  const among = { in: ids };
  const [decisions, imports, photos] = await Promise.all([
    db.decision.findMany({ where: { fileId: among }, select: { id: true, number: true, fileId: true } }),
    db.rosterImport.findMany({
      where: { fileId: among },
      select: { id: true, fileName: true, fileId: true },
    }),
    db.speakerPrivate.findMany({
      where: { photoId: among },
      select: { photoId: true, speakerId: true, speaker: { select: { fullName: true } } },
    }),
  ]);
  return [
    ...decisions.map(({ id, number, fileId }) => ({
      ...{ fileId: fileId ?? "", title: number, path: `/roster/decisions/${id}` },
    })),
    ...imports.map(({ id, fileName, fileId }) => ({ fileId, title: fileName, path: `/roster/import/${id}` })),
    ...photos.map(({ photoId, speakerId, speaker }) => ({
      ...{ fileId: photoId ?? "", title: speaker.fullName, path: `/roster/${speakerId}` },
    })),
  ];
};
