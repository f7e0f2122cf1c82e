/** Who sees which material: the predicates that every list, count, search, file and figure of materials carries. */
import { type Permission, permissions } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import { amongUnitsSql, withinSql } from "~/units/index.server";
import { staffRoles } from "./rule";

export { recipientsSql } from "./recipients.server";

/*
 * The rules. A material is read once it is published and its moment has come, unless it lies in the trash:
 *  - public: by every account; its audience rules only say who is told;
 *  - internal: by whom a rule covers, as a speaker or as staff who read along;
 *  - speakers_only: by whom a rule covers as a speaker.
 * A rule covers a speaker through one appointment that holds today and fulfils all it names (unit, role, level, network
 * together), if the person besides speaks about one of its topics and in one of its languages. It covers staff through
 * a role they hold for a unit in it. What a rule leaves empty asks nothing; no rule covers nobody.
 * Nothing is stored: appointments, units and roles are looked at when somebody asks, so that an appointment that ended
 * yesterday takes sight away today and a unit that moves carries it along. Whoever keeps a material (its unit lies in the
 * reach of a keeper's role) sees it always. Validity and "superseded by" hide nothing: pages say so.
 */

/** What this person may read as a reader, for a row of `material` named `m`. */
export function readableSql(actor: Actor, m: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${m}.state = 'published' AND ${m}.trashed_at IS NULL AND ${m}.current_id IS NOT NULL
    AND ${m}.published_at <= now() AND (${m}.circulation = 'public' OR ${meantForSql(actor, m)}))`;
}

/**
 * Everything this person may see, each material `m` once: what they keep, in whatever state, and what else is out for them.
 * For questions that begin with all of it: each part has a way of its own, where `visibleSql` looks at every material.
 * `columns` is told whether all versions may be seen, or only the one that is out.
 */
export function allVisibleSql(
  actor: Actor,
  columns: (isKept: boolean) => Prisma.Sql,
  more: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const m = Prisma.sql`m`;
  const unitIds = keptUnder(actor);
  const notKept = unitIds.length > 0 ? Prisma.sql`NOT ${keptAnywaySql(actor, m)}` : Prisma.sql`true`;
  const parts = [allReadableSql(actor, columns(false), Prisma.sql`${more} AND ${notKept}`)];
  if (unitIds.length > 0) {
    const kept = Prisma.sql`SELECT ${columns(true)} FROM material m WHERE m.trashed_at IS NULL AND ${more}`;
    const units = Prisma.sql`SELECT unit_id FROM unit_scope WHERE ancestor_id = ANY (${unitIds}::uuid[])`;
    const areFew = Prisma.sql`(SELECT count(*) FROM (${units} LIMIT ${fewUnits + 1}::int) AS kept) <= ${fewUnits}::int`;
    parts.push(
      Prisma.sql`${kept} AND ${areFew} AND m.unit_id = ANY (ARRAY(${units}))`,
      Prisma.sql`${kept} AND NOT ${areFew} AND ${keptAnywaySql(actor, m)}`,
    );
  }
  return Prisma.join(parts, " UNION ALL ");
}
/** The materials of more units than this are found by going through all of them. */
const fewUnits = 400;

/** What `readableSql` says yes to, each material `m` once: for questions that begin with all of it. */
export function allReadableSql(
  actor: Actor,
  columns: Prisma.Sql,
  more: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const from = (
    source: Prisma.Sql,
  ) => Prisma.sql`SELECT ${columns} FROM ${source} WHERE m.state = 'published' AND m.trashed_at IS NULL
    AND m.current_id IS NOT NULL AND m.published_at <= now() AND ${more}`;
  const open = Prisma.sql`${from(Prisma.sql`material m`)} AND m.circulation = 'public'`;
  const covered = coveredSql(actor);
  if (!covered) return open;
  // Fenced, so that each is fetched by its id: the planner does not know how few they are.
  const fetched = Prisma.sql`(${covered}) AS c CROSS JOIN LATERAL (SELECT * FROM material WHERE id = c.material_id OFFSET 0) AS m`;
  return Prisma.sql`${open} UNION ALL ${from(fetched)}
    AND m.circulation <> 'public' AND (c.as_speaker OR m.circulation <> 'speakers_only')`;
}

/** What the units in `actor.reach` keep, in whatever state: ask for a keeper's permission first (materials.view). */
export function keptSql(actor: Actor, m: Prisma.Sql): Prisma.Sql {
  return withinSql(actor, Prisma.sql`${m}.unit_id`);
}

/** What this person may see as a reader or as a keeper, whatever permission was asked for; nothing that lies in the trash. */
export function visibleSql(actor: Actor, m: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${m}.trashed_at IS NULL AND (${keptAnywaySql(actor, m)} OR ${readableSql(actor, m)}))`;
}

/**
 * Which files of a visible material: readers get the accepted ones of the version that is out, keepers those of every
 * version. For a row of `material_file` named `f`, of a version of the material `m`. A file still being checked, or
 * purged, is nobody's.
 */
export function visibleFileSql(actor: Actor, m: Prisma.Sql, f: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${f}.state = 'accepted' AND ${m}.trashed_at IS NULL AND (${keptAnywaySql(actor, m)}
    OR (${f}.version_id = ${m}.current_id AND ${readableSql(actor, m)})))`;
}

/** Kept by a unit in the reach of one of the person's roles that keep materials. */
export function keptAnywaySql(actor: Actor, m: Prisma.Sql): Prisma.Sql {
  const unitIds = keptUnder(actor);
  if (unitIds.length === 0) return Prisma.sql`false`;
  return amongUnitsSql(unitIds, Prisma.sql`${m}.unit_id`);
}

function keptUnder(actor: Actor): string[] {
  const keepers: readonly string[] = permissions["materials.view" satisfies Permission];
  const unitIds = actor.grants.flatMap(({ role, unitId }) => (keepers.includes(role) ? [unitId] : []));
  return [...new Set(unitIds)];
}

// Each arm is gathered once for a statement and hashed, however many materials are then looked at.
function meantForSql(actor: Actor, m: Prisma.Sql): Prisma.Sql {
  const arms: Prisma.Sql[] = [];
  if (actor.speakerId) arms.push(Prisma.sql`(${m}.id IN (${coveringSpeakerSql(actor.speakerId)})) IS TRUE`);
  const staff = readingAlong(actor);
  if (staff.length > 0) {
    arms.push(
      Prisma.sql`(${m}.circulation <> 'speakers_only' AND (${m}.id IN (${coveringStaffSql(staff)})) IS TRUE)`,
    );
  }
  return arms.length > 0 ? Prisma.sql`(${Prisma.join(arms, " OR ")})` : Prisma.sql`false`;
}

/** What rules mean for this person, each material once, and whether as a speaker; null: nothing can be. */
function coveredSql(actor: Actor): Prisma.Sql | null {
  const arms: Prisma.Sql[] = [];
  if (actor.speakerId) {
    arms.push(
      Prisma.sql`SELECT material_id, true AS as_speaker FROM (${coveringSpeakerSql(actor.speakerId)}) AS s`,
    );
  }
  const staff = readingAlong(actor);
  if (staff.length > 0) {
    arms.push(Prisma.sql`SELECT material_id, false AS as_speaker FROM (${coveringStaffSql(staff)}) AS s`);
  }
  if (arms.length === 0) return null;
  return Prisma.sql`SELECT material_id, bool_or(as_speaker) AS as_speaker FROM (${Prisma.join(arms, " UNION ALL ")}) AS each
    GROUP BY material_id OFFSET 0`;
}

function readingAlong(actor: Actor): Actor["grants"] {
  return actor.grants.filter(({ role }) => (staffRoles as readonly string[]).includes(role));
}

function coveringSpeakerSql(speakerId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT r.material_id FROM (
      SELECT a.role, a.level, a.network, array_agg(s.ancestor_id) AS above
      FROM appointment a JOIN unit_scope s ON s.unit_id = a.unit_id
      WHERE a.speaker_id = ${speakerId}::uuid
        AND a.starts_on <= ${today()}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today()}::date)
      GROUP BY a.id
    ) AS held JOIN audience_rule r ON (r.unit_ids && held.above OR r.unit_ids = '{}')
      AND (r.roles = '{}' OR held.role = ANY (r.roles))
      AND (r.levels = '{}' OR held.level = ANY (r.levels))
      AND (r.networks = '{}' OR held.network = ANY (r.networks))
    WHERE (r.topic_ids = '{}' OR r.topic_ids &&
        ARRAY(SELECT topic_id FROM speaker_topic WHERE speaker_id = ${speakerId}::uuid))
      AND (r.languages = '{}' OR r.languages &&
        ARRAY(SELECT language FROM speaker_language WHERE speaker_id = ${speakerId}::uuid))`;
}

function coveringStaffSql(grants: Actor["grants"]): Prisma.Sql {
  return Prisma.sql`
    SELECT r.material_id FROM (
      SELECT held.role, array_agg(s.ancestor_id) AS above
      FROM unnest(${grants.map(({ role }) => role)}::text[], ${grants.map(({ unitId }) => unitId)}::uuid[]) AS held (role, unit_id)
        JOIN unit_scope s ON s.unit_id = held.unit_id
      GROUP BY held.role, held.unit_id
    ) AS staff JOIN audience_rule r ON (r.unit_ids && staff.above OR r.unit_ids = '{}') AND staff.role = ANY (r.staff)`;
}
