/** What imports have taught, in the database: for each unit and head, as its last import left it. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { keptSchema } from "~/roster/import/choices";
import type { CheckedImport } from "~/roster/import/import-thread.server";
import { changeKept } from "~/roster/import/open-imports.server";
import { withinSql } from "~/units/index.server";
import { headKeyOf, isNothing, learnedFrom, learnedSchema, type Memory, withoutMemory } from "./memory";

/** The last import in reach for each of these heads. */
export async function listMemories(actor: Actor, headKeys: string[]): Promise<Memory[]> {
  const found = await db.$queryRaw<(Omit<Memory, "learned"> & { learned: unknown })[]>`
    SELECT DISTINCT ON (m.head_key) m.head_key AS "headKey", unit.name AS "unitName",
      to_json(m.used_at)#>>'{}' AS "usedAt", m.learned
    FROM roster_import_mapping m JOIN unit ON unit.id = m.unit_id
    WHERE m.head_key = ANY (${headKeys}) AND ${withinSql(actor, Prisma.sql`m.unit_id`)}
    ORDER BY m.head_key, m.used_at DESC`;
  // What an older version learned may have no meaning any more: then the file is read afresh.
  return found.flatMap(({ learned, ...memory }) => {
    const parsed = learnedSchema.safeParse(learned);
    return parsed.success ? [{ ...memory, learned: parsed.data }] : [];
  });
}

/** After a commit, in its transaction: how these heads were read in this unit. */
export async function remember(tx: Db, { unitId, understanding }: RosterImport, checked: CheckedImport) {
  const kept = keptSchema.parse(understanding);
  for (const { sheet, head, people, columns } of checked.sheets) {
    if (head.length === 0 || people === 0) continue;
    const headKey = headKeyOf(columns);
    const learned = learnedFrom(kept, sheet);
    const where = { unitId_headKey: { unitId, headKey } };
    const known = await tx.importMapping.findUnique({ where, select: { id: true } });
    if (known) {
      const data = { learned, uses: { increment: 1 }, usedAt: new Date() };
      await tx.importMapping.update({ where, data });
    } else if (!isNothing(learned)) await tx.importMapping.create({ data: { unitId, headKey, learned } });
  }
}

/** Reads the file again without what was learned before. */
export function forgetRecalled(actor: Actor, id: string): Promise<void> {
  return changeKept(actor, id, withoutMemory);
}
