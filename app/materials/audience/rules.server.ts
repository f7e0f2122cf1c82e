/** Audience rules in the database: read with their names, saved whole, those last used offered again. */
import { holds } from "~/accounts";
import { refuseClosed } from "~/materials/versions/drafts.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { findPrepared } from "./preparing.server";
import type { Rule, RuleNames } from "./rule";
import { sentenceOf } from "./sentence";
import { tellNewcomers } from "./telling.server";
import { words } from "./words";

/** In the order in which they were added. */
export async function listRules(materialId: string, tx: Db = db): Promise<Rule[]> {
  const rules = await tx.audienceRule.findMany({ where: { materialId }, orderBy: { id: "asc" } });
  return rules.map(({ id: _, materialId: __, ...rule }) => rule as Rule);
}

export async function namesOfRules(rules: Rule[], tx: Db = db): Promise<RuleNames> {
  const named = { select: { id: true, name: true } } as const;
  const [units, topics] = await Promise.all([
    tx.unit.findMany({ where: { id: { in: rules.flatMap(({ unitIds }) => unitIds) } }, ...named }),
    tx.topic.findMany({ where: { id: { in: rules.flatMap(({ topicIds }) => topicIds) } }, ...named }),
  ]);
  const byId = (rows: { id: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  return { units: byId(units), topics: byId(topics) };
}

/**
 * Puts these rules in the place of the former; of a material that is out, whoever they newly cover is told. Null: not
 * the actor's to prepare. Refusals: units beyond those the actor may address, an unknown topic; as `refuseClosed`.
 */
export function saveRules(
  actor: Actor,
  materialId: string,
  rules: Rule[],
  outer?: Db,
): Promise<{ told: number } | null> {
  return transaction(
    outer,
    async (tx) => {
      const material = await findPrepared(tx, actor, materialId);
      if (!material) return null;
      await refuseClosed(actor, materialId, tx);
      await refuseBeyond(tx, actor, rules);
      const former = await listRules(materialId, tx);
      const names = await namesOfRules([...former, ...rules], tx);
      if (rules.some(({ topicIds }) => topicIds.some((id) => !names.topics[id])))
        throw new Refusal(words.errors.topicUnknown, "rules");
      await tx.audienceRule.deleteMany({ where: { materialId } });
      // One by one: their ids keep the order in which they were said.
      for (const rule of rules) await tx.audienceRule.create({ data: { materialId, ...rule } });
      const said = (all: Rule[]) => ({ audience: all.map((rule) => sentenceOf(rule, names, "vi")) });
      await audit(tx, actor, "material.addressed", {
        ...{ kind: "material", id: materialId, title: material.title, unitId: material.unitId },
        ...{ before: said(former), after: said(rules) },
      });
      return { told: await tellNewcomers(tx, materialId) };
    },
    { timeout: 60_000 },
  );
}

/** Refusals: a rule names a unit, or by naming none every unit, beyond those the actor publishes or prepares materials for. */
export async function refuseBeyond(tx: Db, actor: Actor, rules: Rule[]): Promise<void> {
  const over = actor.grants.flatMap(({ role, unitId }) =>
    holds(role, "materials.publish") || holds(role, "materials.edit") ? [unitId] : [],
  );
  const beyond = (asked: Prisma.Sql) => tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM unit WHERE ${asked} AND NOT EXISTS (
      SELECT FROM unit_scope WHERE unit_id = unit.id AND ancestor_id = ANY (${over}::uuid[])) ORDER BY sort_key`;
  const named = await beyond(Prisma.sql`id = ANY (${rules.flatMap(({ unitIds }) => unitIds)}::uuid[])`);
  if (named.length > 0)
    throw new Refusal(words.errors.beyond(named.map(({ name }) => name).join(", ")), "rules");
  if (!rules.some(({ unitIds }) => unitIds.length === 0)) return;
  if ((await beyond(Prisma.sql`parent_id IS NULL`)).length > 0)
    throw new Refusal(words.errors.beyondAll, "rules");
}

const mostOffered = 3;

/** Audiences of other materials of this unit, the last ones first, each once. */
export async function lastUsedRules(materialId: string, unitId: string): Promise<Rule[][]> {
  const others = await db.material.findMany({
    where: { unitId, id: { not: materialId }, rules: { some: {} } },
    orderBy: { createdAt: "desc" },
    take: 30,
    select: { id: true },
  });
  const found = new Map<string, Rule[]>();
  for (const { id } of others) {
    if (found.size === mostOffered) break;
    const rules = await listRules(id);
    found.set(JSON.stringify(rules), rules);
  }
  return [...found.values()];
}
