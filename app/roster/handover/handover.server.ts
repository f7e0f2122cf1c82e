/** A handover: who leaves, what hangs on them, and giving it on in one go. */
import { findHolder, refuseGreater } from "~/accounts/index.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { addDays, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import type { HandoverValues, Hanging, Leaver, Successor } from "./hanging";
import type { HangingSource } from "./source.server";
import { words } from "./words";

/** So long a mistake can be taken back. */
const undoDays = 30;

/** A person of the roster with their account; null outside the actor's units. */
export async function findLeaver(actor: Actor, speakerId: string): Promise<Leaver | null> {
  const speaker = await db.speaker.findFirst({
    where: { id: speakerId, ...within(actor) },
    select: { id: true, fullName: true, unitId: true, user: { select: { id: true } } },
  });
  if (!speaker) return null;
  const { id, fullName: name, unitId, user } = speaker;
  return { userId: user?.id ?? null, speakerId: id, name, unitId };
}

/** What is there of each source, in their order; kinds of which there is nothing are left out. */
export async function listHanging(
  actor: Actor,
  leaver: Leaver,
  sources: HangingSource[],
  tx: Db = db,
): Promise<Hanging[]> {
  const found: Hanging[] = [];
  for (const { kind, label, help, fate, find } of sources) {
    const { things, isHeld = false } = await find(tx, actor, leaver);
    const { language } = actor;
    if (things.length > 0)
      found.push({ kind, label: label[language], help: help[language], fate, things, isHeld });
  }
  return found;
}

/**
 * Carries out the chosen kinds, all or none, as one change that can be taken back; gives its id.
 * Refusals: "successorId" needed, unknown or the leaver; a kind that is not the actor's to hand over; those of the sources.
 */
export function handOver(
  actor: Actor,
  leaver: Leaver,
  { kinds, successorId, reason, on }: HandoverValues,
  sources: HangingSource[],
): Promise<string> {
  return transaction(undefined, async (tx) => {
    const chosen = sources.filter(({ kind, carryOut }) => carryOut && kinds.includes(kind));
    const there = await listHanging(actor, leaver, chosen, tx);
    if (there.some(({ isHeld }) => isHeld)) throw new Refusal(words.errors.notYours);
    const to = await findSuccessor(tx, actor, leaver, successorId);
    if (!to && there.some(({ fate }) => fate === "pass")) {
      throw new Refusal(words.errors.successorNeeded, "successorId");
    }
    const about = {
      kind: "roster.handover",
      title: words.vi.changeTitle(leaver.name),
      unitId: leaver.unitId,
    };
    const undoableTo = addDays(today(), undoDays);
    const { changeSetId, answer } = await asChangeSet(tx, actor, { ...about, undoableTo }, async (id) => {
      const done: string[] = [];
      for (const source of chosen) {
        const count = await source.carryOut?.(tx, actor, leaver, to, { on, reason });
        if (count) done.push(`${source.label.vi}: ${count}`);
      }
      if (to) await signNotices(tx, id, to.id);
      return done;
    });
    await audit(tx, actor, "person.handed_over", {
      kind: leaver.speakerId ? "speaker" : "account",
      id: leaver.speakerId ?? leaver.userId ?? "",
      ...{ title: leaver.name, unitId: leaver.unitId },
      after: { handed: answer, handedTo: to?.name, closesOn: kinds.includes("account") ? on : null, reason },
    });
    return changeSetId;
  });
}

/** Taking a handover back gives rights again and takes them: to be asked before and afterwards. Refusal `personHasMore`. */
export async function refuseToGiveMore(tx: Db, actor: Actor, changeSetId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.row_id::text AS id FROM change_row r
      WHERE r.change_set_id = ${changeSetId}::uuid AND r.table_name = 'user'
    UNION SELECT g.user_id::text FROM change_row r JOIN role_grant g ON g.id = r.row_id
      WHERE r.change_set_id = ${changeSetId}::uuid
    UNION SELECT r.before ->> 'user_id' FROM change_row r
      WHERE r.change_set_id = ${changeSetId}::uuid AND r.before ? 'user_id'`;
  for (const { id } of rows) await refuseGreater(tx, actor, id);
}

/** What the successor is told here bears the moment of the change itself, by which it is found again. */
async function signNotices(tx: Db, changeSetId: string, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE notice n SET created_at = c.created_at FROM change_set c
    WHERE c.id = ${changeSetId}::uuid AND n.user_id = ${userId}::uuid AND n.created_at = now()::timestamptz(3)`;
}

/** Once a handover is taken back, what the successor was told by it is theirs no longer; what they knew before stays. */
export async function withdrawHandedNotices(tx: Db, changeSetId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notice n USING change_set c WHERE c.id = ${changeSetId}::uuid AND n.created_at = c.created_at`;
}

async function findSuccessor(
  tx: Db,
  actor: Actor,
  leaver: Leaver,
  id: string | null,
): Promise<Successor | null> {
  if (!id) return null;
  if (id === leaver.userId) throw new Refusal(words.errors.successorSame, "successorId");
  const holder = await findHolder(tx, actor, id);
  if (!holder) throw new Refusal(words.errors.successorUnknown, "successorId");
  return holder;
}
