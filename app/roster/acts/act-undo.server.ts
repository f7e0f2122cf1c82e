/** The acts that were carried out by a decision, and taking one of them back whole. */
import type { Actor } from "~/platform/actor";
import { audit, auditMany } from "~/platform/audit.server";
import { StandsInTheWay, takeBackChangeSet } from "~/platform/change-sets.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { showNumber } from "~/roster/decision";
import { aboutDecision } from "~/roster/decisions/decision-records.server";
import { words } from "~/roster/decisions/words";
import { withinUnits } from "~/units/index.server";

export interface ListedAct {
  id: string;
  kind: string;
  by: string;
  /** ISO moment. */
  at: string;
  begins: number;
  ends: number;
  undone: { by: string; at: string } | null;
}

/** The newest first. */
export async function listActs(decisionId: string): Promise<ListedAct[]> {
  const acts = await db.$queryRaw<
    (Omit<ListedAct, "undone"> & { undoneAt: string | null; undoneBy: string | null })[]
  >`
    SELECT s.id::text, s.kind, s.actor_name AS by, to_json(s.created_at)#>>'{}' AS at,
      to_json(s.undone_at)#>>'{}' AS "undoneAt", s.undone_by_name AS "undoneBy",
      (SELECT count(*)::int FROM change_row r WHERE r.change_set_id = s.id AND r.table_name = 'appointment'
        AND r.operation = 'insert') AS begins,
      (SELECT count(*)::int FROM change_row r WHERE r.change_set_id = s.id AND r.table_name = 'appointment'
        AND r.operation = 'update' AND r.after ? 'end_decision_id') AS ends
    FROM change_set s WHERE s.subject_id = ${decisionId}::uuid ORDER BY s.created_at DESC, s.id DESC LIMIT 50`;
  return acts.map(({ undoneAt, undoneBy, ...act }) => ({
    ...act,
    undone: undoneAt ? { at: undoneAt, by: undoneBy ?? "" } : null,
  }));
}

/** False: there is no such act of this decision in reach, or it is taken back already. Refusal: something newer stands on it. */
export async function takeBackAct(actor: Actor, decisionId: string, id: string): Promise<boolean> {
  try {
    return await transaction(undefined, (tx) => takeBack(tx, actor, decisionId, id), {
      timeout: 10 * 60_000,
    });
  } catch (error) {
    if (!(error instanceof StandsInTheWay)) throw error;
    const names = await namesOf(
      error.obstacles.flatMap(({ table, rowId }) => (table === "appointment" ? [rowId] : [])),
    );
    throw new Refusal(words.errors.newerStands(error.obstacles.length, names.join(", ")));
  }
}

async function takeBack(tx: Db, actor: Actor, decisionId: string, id: string): Promise<boolean> {
  const act = await tx.changeSet.findFirst({ where: { id, subjectId: decisionId } });
  const decision = await tx.decision.findFirst({ where: { id: decisionId, unit: withinUnits(actor) } });
  if (!act || !decision) return false;
  const people = await tx.$queryRaw<{ id: string; fullName: string; unitId: string }[]>`
    SELECT id::text, full_name AS "fullName", unit_id::text AS "unitId" FROM speaker WHERE id IN (
      SELECT a.speaker_id FROM change_row r JOIN appointment a ON a.id = r.row_id
      WHERE r.change_set_id = ${id}::uuid AND r.table_name = 'appointment')
    ORDER BY id FOR UPDATE`;
  if (!(await takeBackChangeSet(actor, id, {}, tx))) return false;
  await auditMany(
    tx,
    actor,
    "speaker.act_taken_back",
    people.map(({ id, fullName, unitId }) => ({
      ...{ kind: "speaker", id, title: fullName, unitId },
      before: { decision: showNumber(decision.number) },
    })),
  );
  await audit(tx, actor, "decision.taken_back", {
    ...aboutDecision(decision),
    before: { people: people.length },
  });
  return true;
}

async function namesOf(appointmentIds: string[]): Promise<string[]> {
  const people = await db.speaker.findMany({
    where: { appointments: { some: { id: { in: appointmentIds.slice(0, 200) } } } },
    select: { fullName: true },
    orderBy: { sortKey: "asc" },
    take: 5,
  });
  return people.map(({ fullName }) => fullName);
}
