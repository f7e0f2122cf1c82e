/** Which sensitive fields the department uses, and why: switching them on and off, and erasing what an unused one still holds. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { removeFile } from "~/platform/files.server";
import { defineJob, type Run, startLater } from "~/platform/jobs.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { readSetting, writeSetting } from "~/platform/settings.server";
import { type PrivateField, privateFieldNames, privateFields, type SwitchedOn } from "./private";
import { privateSetting } from "./private.server";
import { words } from "./words";

export interface FieldSetting {
  field: PrivateField;
  on: SwitchedOn | null;
  /** In how many records something is stored. */
  held: number;
  /** The erasing that runs or ran last. */
  purge: { id: string; state: string; done: number; total: number | null; count: number | null } | null;
}

export async function listFieldSettings(): Promise<FieldSetting[]> {
  const setting = await readSetting(privateSetting);
  const counts = privateFieldNames.map((field) =>
    Prisma.raw(`count(${privateFields[field].column})::int AS "${field}"`),
  );
  const [held] = await db.$queryRaw<[Record<PrivateField, number>]>`
    SELECT ${Prisma.join(counts)} FROM speaker_private`;
  const runs = await db.jobRun.findMany({
    where: { job: purgePrivateJob.name },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  return privateFieldNames.map((field) => {
    const run = runs.find(({ payload }) => purgePrivateJob.payload.parse(payload).field === field);
    const count = z.object({ count: z.number() }).safeParse(run?.result).data?.count ?? null;
    return {
      field,
      on: setting[field] ?? null,
      held: held[field],
      purge: run ? { id: run.id, state: run.state, done: run.done, total: run.total, count } : null,
    };
  });
}

/** On, or the reason another one. */
export function switchOn(actor: Actor, field: PrivateField, { reason }: { reason: string }): Promise<void> {
  return transaction(undefined, async (tx) => {
    const setting = await lockSetting(tx);
    const before = setting[field];
    const after = before ? { ...before, reason } : { reason, since: today(), by: actor.name };
    await writeSetting(tx, privateSetting, { ...setting, [field]: after });
    const action = before ? "private_field.reason_changed" : "private_field.on";
    await tell(tx, actor, action, field, { privateReason: before?.reason }, { privateReason: reason });
  });
}

/** What is stored stays, and nobody reaches it. */
export function switchOff(actor: Actor, field: PrivateField): Promise<void> {
  return transaction(undefined, async (tx) => {
    const { [field]: before, ...rest } = await lockSetting(tx);
    if (!before) return;
    await writeSetting(tx, privateSetting, rest);
    await tell(tx, actor, "private_field.off", field, { privateReason: before.reason }, {});
  });
}

/** Starts the erasing; returns the run to watch. Refusals: the field is still on. */
export function purgeFieldLater(actor: Actor, field: PrivateField): Promise<string> {
  return transaction(undefined, async (tx) => {
    if ((await lockSetting(tx))[field]) throw new Refusal(words.errors.stillOn);
    return startLater(tx, actor, purgePrivateJob, { field });
  });
}

export const purgePrivateJob = defineJob({
  name: "roster.purge-private",
  payload: z.object({ field: z.enum(privateFieldNames) }),
  words: words.settings.steps,
  oneAtATime: true,
  work: ({ field }, run) => purgeField(field, run),
});

/** Erases a field everywhere: in the records, and in what large changes remember for taking themselves back. */
async function purgeField(field: PrivateField, run: Run): Promise<{ count: number }> {
  const column = privateFields[field].column;
  return transaction(
    undefined,
    async (tx) => {
      if ((await lockSetting(tx))[field]) throw new Refusal(words.errors.stillOn);
      await run.progress(0, undefined, "erasing");
      const photos =
        field === "photo" ? await tx.speakerPrivate.findMany({ where: { photoId: { not: null } } }) : [];
      const count = await tx.$executeRaw`
        UPDATE speaker_private SET ${Prisma.raw(column)} = NULL WHERE ${Prisma.raw(column)} IS NOT NULL`;
      await tx.$executeRaw`
        UPDATE change_row SET before = before - ${column}, after = after - ${column}
        WHERE table_name = 'speaker_private' AND (before ? ${column} OR after ? ${column})`;
      await tell(tx, run.actor, "private_field.purged", field, {}, { privateCount: count });
      await run.checkCancelled();
      for (const [at, { photoId }] of photos.entries()) {
        if (photoId) await removeFile(tx, photoId);
        await run.progress(at + 1, photos.length, "files");
      }
      await run.finish(tx, { count });
      return { count };
    },
    { timeout: 10 * 60_000 },
  );
}

async function lockSetting(tx: Db) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('roster.private'))`;
  return readSetting(privateSetting, tx);
}

function tell(
  tx: Db,
  actor: Actor,
  action: string,
  field: PrivateField,
  before: Facts,
  after: Facts,
): Promise<void> {
  return audit(tx, actor, action, {
    kind: "private_field",
    id: field,
    title: words.vi.private.fields[field],
    before,
    after,
  });
}
