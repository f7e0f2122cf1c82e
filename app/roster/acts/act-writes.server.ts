/** The bare writes of an act: people locked, the term settled, appointments ended and begun, many in one statement. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayToColumn } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { words } from "~/roster/decisions/words";
import { within, withinSql } from "~/units/index.server";
import type { Wishes } from "./act";
import type { Plan } from "./act-check";

/** One writer at a time on a person; in one order, so that two acts never wait for each other. Their records count as changed. */
export async function lockPeople(tx: Db, actor: Actor, { lines }: Wishes): Promise<void> {
  const ids = lines.flatMap(({ speakerId, newcomerId }) => [speakerId, ...(newcomerId ? [newcomerId] : [])]);
  await tx.$executeRaw`
    UPDATE speaker SET updated_at = now() FROM (
      SELECT id FROM speaker WHERE id = ANY (${ids}::uuid[]) AND ${withinSql(actor, Prisma.sql`speaker.unit_id`)}
      ORDER BY id FOR UPDATE) AS locked
    WHERE speaker.id = locked.id`;
}

/** The term in which people begin: the unit's, or a new one that goes again when the act is taken back. */
export async function settleTerm(
  tx: Db,
  actor: Actor,
  unitId: string,
  { term, termName, startsOn, endsOn }: Wishes,
) {
  if (!term) return null;
  if (term !== "new") {
    const found = await tx.term.findFirst({ where: { id: term, ...within(actor) } });
    if (!found) throw new Refusal(words.errors.termUnknown, "term");
    return { id: found.id, name: found.name };
  }
  const name = termName ?? "";
  const known = await tx.term.findFirst({ where: { unitId, name } });
  if (known) return { id: known.id, name };
  const { id } = await tx.term.create({
    data: { name, unitId, startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn ?? startsOn) },
  });
  await audit(tx, actor, "term.added", {
    ...{ kind: "term", id, title: name, unitId },
    after: { term: name, startsOn, endsOn },
  });
  return { id, name };
}

export async function endSome(tx: Db, steps: Plan["steps"], decisionId: string): Promise<void> {
  const rows = JSON.stringify(
    steps.flatMap(({ ends }) =>
      ends
        ? [
            {
              id: ends.appointmentId,
              ends_on: ends.endsOn,
              end_reason: ends.reason,
              end_decision_id: ends.reason && decisionId,
            },
          ]
        : [],
    ),
  );
  if (rows === "[]") return;
  await tx.$executeRaw`
    UPDATE appointment a SET ends_on = new.ends_on, end_reason = new.end_reason, end_decision_id = new.end_decision_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS new (id uuid, ends_on date, end_reason text, end_decision_id uuid)
    WHERE a.id = new.id`;
}

export async function beginSome(
  tx: Db,
  steps: Plan["steps"],
  decisionId: string,
  termId: string | null,
): Promise<void> {
  const rows = JSON.stringify(
    steps.flatMap(({ begins }) =>
      begins
        ? [
            {
              id: randomUUID(),
              speaker_id: begins.speakerId,
              unit_id: begins.unitId,
              role: begins.role,
              network: begins.network,
              level: begins.level,
              starts_on: begins.startsOn,
              ends_on: begins.endsOn,
              term_id: begins.term === "act" ? termId : begins.term.id,
              decision_id: decisionId,
            },
          ]
        : [],
    ),
  );
  if (rows === "[]") return;
  await tx.$executeRaw`
    INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on, ends_on, term_id, decision_id)
    SELECT id, speaker_id, unit_id, role, network, level, starts_on, ends_on, term_id, decision_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS new (id uuid, speaker_id uuid, unit_id uuid, role text, network text,
      level text, starts_on date, ends_on date, term_id uuid, decision_id uuid)`;
}
