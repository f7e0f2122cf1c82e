/** The versions under one entry: listed, begun while readers keep the one that is out, described, given up. */
import { aboutMaterial } from "~/materials/materials.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, dayFromColumn } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { lockMaterial, refuseClosed } from "./drafts.server";
import { dropUnused, listFiles, type VersionFile } from "./files.server";
import type { NewVersionValues, VersionValues } from "./version";
import { words } from "./words";

export interface Version {
  id: string;
  number: number;
  change: string | null;
  asksAgain: boolean;
  acknowledgeBy: Day | null;
  /** ISO moments. */
  publishedAt: string | null;
  createdAt: string;
  publishedBy: string | null;
  createdBy: string | null;
  files: VersionFile[];
}

/** The newest first. The material is one that the actor sees as its keeper. */
export async function listVersions(actor: Actor, materialId: string): Promise<Version[]> {
  const rows = await db.materialVersion.findMany({ where: { materialId }, orderBy: { number: "desc" } });
  const files = await listFiles(
    actor,
    rows.map(({ id }) => id),
  );
  const people = rows.flatMap(({ createdBy, publishedBy }) => [createdBy, publishedBy ?? ""]);
  const users = await db.user.findMany({
    where: { id: { in: people.filter((id) => /^[\da-f-]{36}$/.test(id)) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null;
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, change: row.change, asksAgain: row.asksAgain },
    acknowledgeBy: dayFromColumn(row.acknowledgeBy),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    publishedBy: row.publishedAt && nameOf(row.publishedBy),
    createdBy: nameOf(row.createdBy),
    files: files.filter(({ versionId }) => versionId === row.id),
  }));
}

/** Returns its number; null: not in reach. Refusals: one is being prepared already; the material is in the trash. */
export function addVersion(
  actor: Actor,
  materialId: string,
  values: NewVersionValues,
): Promise<number | null> {
  return transaction(undefined, async (tx) => {
    const material = await findLocked(tx, actor, materialId);
    if (!material) return null;
    await refuseClosed(actor, materialId, tx);
    const [last] = await tx.materialVersion.findMany({
      where: { materialId },
      orderBy: { number: "desc" },
      take: 1,
    });
    if (last && !last.publishedAt) throw new Refusal(words.errors.draftThere);
    const number = (last?.number ?? 0) + 1;
    const { id } = await tx.materialVersion.create({
      data: { ...columnsOf(values), materialId, number, createdBy: actor.userId },
    });
    if (values.keepFiles && last) await copyFiles(tx, last.id, id);
    await audit(tx, actor, "material.version_begun", {
      ...aboutMaterial(material),
      after: { version: number, change: values.change, asksAgain: values.asksAgain === "yes" },
    });
    return number;
  });
}

/** Says anew what changed. False: no draft of a further version in reach. Refusals: as `refuseClosed`. */
export function describeVersion(actor: Actor, materialId: string, values: VersionValues): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const [material, draft] = await findDraft(tx, actor, materialId);
    if (!material || !draft) return false;
    await tx.materialVersion.update({ where: { id: draft.id }, data: columnsOf(values) });
    await audit(tx, actor, "material.version_described", {
      ...aboutMaterial(material),
      before: { change: draft.change, asksAgain: draft.asksAgain },
      after: { change: values.change, asksAgain: values.asksAgain === "yes" },
    });
    return true;
  });
}

/** The further version will not be. False and Refusals: as `describeVersion`. */
export function giveUpVersion(actor: Actor, materialId: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const [material, draft] = await findDraft(tx, actor, materialId);
    if (!material || !draft) return false;
    const files = await tx.materialFile.findMany({ where: { versionId: draft.id } });
    await tx.materialVersion.delete({ where: { id: draft.id } });
    await tx.material.update({ where: { id: materialId }, data: { publishAt: null } });
    await audit(tx, actor, "material.version_given_up", {
      ...aboutMaterial(material),
      before: { version: draft.number, change: draft.change, files: files.length },
    });
    await dropUnused(
      tx,
      files.map(({ fileId }) => fileId),
    );
    return true;
  });
}

async function findDraft(tx: Db, actor: Actor, materialId: string) {
  const material = await findLocked(tx, actor, materialId);
  if (!material) return [null, null] as const;
  const draft = await tx.materialVersion.findFirst({
    where: { materialId, publishedAt: null, number: { gt: 1 } },
    orderBy: { number: "desc" },
  });
  if (draft) await refuseClosed(actor, materialId, tx);
  return [material, draft] as const;
}

async function findLocked(tx: Db, actor: Actor, id: string) {
  await lockMaterial(tx, id);
  return tx.material.findFirst({ where: { id, ...within(actor) } });
}

function columnsOf({ change, asksAgain }: VersionValues) {
  return { change, asksAgain: asksAgain === "yes" };
}

/** The same stored files under new names of their own, with what was read in them. */
async function copyFiles(tx: Db, fromId: string, toId: string): Promise<void> {
  const files = await tx.materialFile.findMany({ where: { versionId: fromId, state: "accepted" } });
  for (const { id, versionId: _, createdAt: __, ...file } of files) {
    const copy = await tx.materialFile.create({ data: { ...file, versionId: toId } });
    await tx.$executeRaw`
      INSERT INTO material_page (file_id, page, text, source, confidence)
      SELECT ${copy.id}::uuid, page, text, source, confidence FROM material_page WHERE file_id = ${id}::uuid`;
  }
}
