/** The terms of committees in the database. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { words } from "~/roster/decisions/words";
import { findUnit, underSql, within, withinSql } from "~/units/index.server";
import { type TermValues, termPageSize } from "./term";

export interface ListedTerm {
  id: string;
  name: string;
  unitId: string;
  unitName: string;
  startsOn: string;
  endsOn: string;
  /** People who hold, or held, an appointment of this term. */
  people: number;
}

/** Every term in reach, by unit, the latest first; of one unit and those under it if one is named. */
export function listTerms(actor: Actor, { unit, page }: { unit: string | null; page: number }) {
  const where = Prisma.join(
    [withinSql(actor, Prisma.sql`t.unit_id`), ...(unit ? [underSql([unit], Prisma.sql`t.unit_id`)] : [])],
    " AND ",
  );
  return Promise.all([
    db.$queryRaw<ListedTerm[]>`
      SELECT t.id::text, t.name, t.unit_id::text AS "unitId", unit.name AS "unitName",
        t.starts_on::text AS "startsOn", t.ends_on::text AS "endsOn",
        (SELECT count(DISTINCT a.speaker_id)::int FROM appointment a WHERE a.term_id = t.id) AS people
      FROM term t JOIN unit ON unit.id = t.unit_id WHERE ${where}
      ORDER BY unit.sort_key, t.unit_id, t.starts_on DESC LIMIT ${termPageSize} OFFSET ${(page - 1) * termPageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM term t WHERE ${where}`,
  ]).then(([terms, [counted]]) => ({ terms, total: counted?.total ?? 0 }));
}

/** For a choice in a form: the terms of a unit, the latest first. */
export async function listTermsOf(unitId: string) {
  const terms = await db.term.findMany({ where: { unitId }, orderBy: { startsOn: "desc" }, take: 20 });
  return terms.map(({ id, name, startsOn, endsOn }) => ({
    ...{ id, name },
    startsOn: dayFromColumn(startsOn),
    endsOn: dayFromColumn(endsOn),
  }));
}

export interface TermRecord extends Omit<TermValues, "revision"> {
  id: string;
  revision: number;
  unitName: string;
}

/** Null outside the actor's reach. */
export async function findTerm(actor: Actor, id: string): Promise<TermRecord | null> {
  const term = await db.term.findFirst({
    where: { id, ...within(actor) },
    include: { unit: { select: { name: true } } },
  });
  if (!term) return null;
  const { name, unitId, revision } = term;
  const span = { startsOn: dayFromColumn(term.startsOn), endsOn: dayFromColumn(term.endsOn) };
  return { ...{ id, name, unitId, revision }, ...span, unitName: term.unit.name };
}

/** Returns the id. Refusals: a unit outside the reach; it has a term of that name. */
export function addTerm(actor: Actor, { revision: _, ...values }: TermValues, outer?: Db): Promise<string> {
  return transaction(outer, async (tx) => {
    const unit = await unitInReach(actor, values.unitId);
    await refuseKnown(tx, values, null);
    const { id } = await tx.term.create({ data: { ...values, ...columnsOf(values) }, select: { id: true } });
    await audit(tx, actor, "term.added", { ...about({ id, ...values }), after: factsOf(values, unit.name) });
    return id;
  });
}

/** False: not in reach. Refusals: somebody was quicker ("revision"); a unit outside the reach; the name is taken. */
export function updateTerm(
  actor: Actor,
  id: string,
  { revision, ...values }: TermValues,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM term WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.term.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!before) return false;
    if (before.revision !== revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const unit = await unitInReach(actor, values.unitId);
    await refuseKnown(tx, values, id);
    await tx.term.update({
      where: { id },
      data: { ...values, ...columnsOf(values), revision: { increment: 1 } },
    });
    const span = { startsOn: dayFromColumn(before.startsOn), endsOn: dayFromColumn(before.endsOn) };
    await audit(tx, actor, "term.updated", {
      ...about({ id, ...values }),
      before: factsOf({ ...before, ...span }, before.unit.name),
      after: factsOf(values, unit.name),
    });
    return true;
  });
}

/** Whether nobody holds, or held, an appointment of it. */
export async function isUnused(termId: string, tx: Db = db): Promise<boolean> {
  return (await tx.appointment.count({ where: { termId } })) === 0;
}

/** False: not in reach. Refusals: appointments of it stand in records. */
export function removeTerm(actor: Actor, id: string, outer?: Db): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM term WHERE id = ${id}::uuid FOR UPDATE`;
    const term = await tx.term.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!term) return false;
    if (!(await isUnused(id, tx))) throw new Refusal(words.errors.termUsed);
    await tx.term.delete({ where: { id } });
    const span = { startsOn: dayFromColumn(term.startsOn), endsOn: dayFromColumn(term.endsOn) };
    await audit(tx, actor, "term.removed", {
      ...about(term),
      before: factsOf({ ...term, ...span }, term.unit.name),
    });
    return true;
  });
}

async function unitInReach(actor: Actor, id: string) {
  const unit = await findUnit(actor, id);
  if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
  return unit;
}

async function refuseKnown(tx: Db, { unitId, name }: { unitId: string; name: string }, id: string | null) {
  const known = await tx.term.findFirst({ where: { unitId, name, ...(id && { id: { not: id } }) } });
  if (known) throw new Refusal(words.errors.termKnown, "name");
}

function about({ id, name, unitId }: { id: string; name: string; unitId: string }) {
  return { kind: "term", id, title: name, unitId };
}

function columnsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return { startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) };
}

function factsOf({ name, startsOn, endsOn }: Pick<TermValues, "name" | "startsOn" | "endsOn">, unit: string) {
  return { term: name, unit, startsOn, endsOn };
}
