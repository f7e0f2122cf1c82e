/** The material whose readers somebody looks at: their own to keep, or one that is out for people of their units. */
import { recipientsSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { type Day, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";

const { sql } = Prisma;

export interface Version {
  id: string;
  number: number;
  /** ISO moments. */
  publishedAt: string;
  escalatedAt: string | null;
  /** Whether heads of units are told by themselves once the last day is past. */
  escalates: boolean;
  /** The last day to acknowledge; null: nobody is asked to. */
  acknowledgeBy: Day | null;
  isCurrent: boolean;
}

export interface Addressed {
  id: string;
  title: string;
  unitId: string;
  /** Kept within the actor's reach; else only people of their own units are shown and counted. */
  isKept: boolean;
  /** Readers can get it now. */
  isOut: boolean;
  /** Those that went out, the newest first. */
  versions: Version[];
}

/** Null: no such material, or neither it nor anybody it is for lies within the actor's reach. */
export async function findAddressed(actor: Actor, id: string): Promise<Addressed | null> {
  const [found] = await ask<Omit<Addressed, "isOut"> & { state: string; isTrashed: boolean }>(sql`
    SELECT m.id::text, m.title, m.unit_id::text AS "unitId", ${withinSql(actor, sql`m.unit_id`)} AS "isKept",
      m.state, m.trashed_at IS NOT NULL AS "isTrashed", coalesce((
        SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'publishedAt', v.published_at,
          'escalatedAt', v.escalated_at, 'escalates', v.escalates, 'acknowledgeBy', v.acknowledge_by, 'isCurrent', v.id = m.current_id) ORDER BY v.number DESC)
        FROM material_version v WHERE v.material_id = m.id AND v.published_at <= now()), '[]') AS versions
    FROM material m WHERE m.id = ${id}::uuid`);
  if (!found) return null;
  const { state, isTrashed, ...facts } = found;
  const material = { ...facts, isOut: state === "published" && !isTrashed };
  if (material.isKept) return material;
  return material.isOut && (await isForOwnPeople(actor, id)) ? material : null;
}

async function isForOwnPeople(actor: Actor, id: string): Promise<boolean> {
  const [found] = await ask<object>(sql`
    SELECT 1 FROM ${recipientsSql(id)} AS person WHERE ${withinSql(actor, sql`person.unit_id`)} LIMIT 1`);
  return found !== undefined;
}

/** The version of that number; without a number the current one, or the last that went out. */
export function versionOf({ versions }: Addressed, number: number | null): Version | null {
  if (number !== null) return versions.find((version) => version.number === number) ?? null;
  return versions.find(({ isCurrent }) => isCurrent) ?? versions[0] ?? null;
}

/** Past the last day to acknowledge. */
export function isLate({ acknowledgeBy }: Pick<Version, "acknowledgeBy">): boolean {
  return acknowledgeBy !== null && acknowledgeBy < today();
}
