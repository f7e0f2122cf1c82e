/** A file found in order: its text is kept, readers may get it, the trail says so. */
import { aboutMaterial } from "~/materials/materials.server";
import type { PageText } from "~/materials/text/page";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db } from "~/platform/db.server";
import type { CheckedFile } from "./checked-file.server";

/** A page read with less needs a person's eye. */
export const sureEnough = 70;

/** In the place of whatever text the file had. */
export async function storePages(tx: Db, fileId: string, pages: PageText[]): Promise<void> {
  await tx.materialPage.deleteMany({ where: { fileId } });
  await tx.materialPage.createMany({ data: pages.map((page) => rowOf(fileId, page)) });
}

export async function storePage(tx: Db, fileId: string, page: PageText): Promise<void> {
  const row = rowOf(fileId, page);
  await tx.materialPage.upsert({
    where: { fileId_page: { fileId, page: page.page } },
    create: row,
    update: row,
  });
}

function rowOf(fileId: string, { page, text, source, confidence }: PageText) {
  return { fileId, page, text, source, confidence: confidence ?? null };
}

/** Known by now: its pages, and how surely each was read. */
export async function acceptFile(tx: Db, actor: Actor, file: CheckedFile): Promise<void> {
  const pages = await tx.materialPage.findMany({
    where: { fileId: file.id },
    select: { text: true, confidence: true },
  });
  const isDoubtful = pages.some(({ confidence }) => confidence !== null && confidence < sureEnough);
  const isSilent = pages.length > 0 && pages.every(({ text }) => text === "");
  await tx.materialFile.update({
    where: { id: file.id },
    data: {
      state: "accepted",
      textState: pages.length > 0 ? "done" : "none",
      needsLook: isDoubtful || isSilent,
    },
  });
  if (file.state !== "checking") return;
  await audit(tx, actor, "material.file_added", {
    ...aboutMaterial(file.material),
    after: { file: file.name },
  });
}

export async function noteWaiting({ id }: Pick<CheckedFile, "id">): Promise<void> {
  await db.materialFile.updateMany({ where: { id }, data: { textState: "waiting" } });
}

/** It stays closed to everybody; its keepers see that it could not be read, and may try again. */
export async function noteFailed({ id }: Pick<CheckedFile, "id">): Promise<void> {
  await db.materialFile.updateMany({ where: { id }, data: { textState: "failed" } });
}
