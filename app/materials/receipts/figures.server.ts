/** Counting who has read what over a period, within the actor's units: material by material, each with its people looked up live. */

import { words as materialWords } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, showDay, zone } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { keepAnswers } from "~/platform/kept-answers.server";
import { Prisma } from "~/platform/prisma/client";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import { withinSql } from "~/units/index.server";
import { add, type FigureLine, type FiguresQuery, nothing, pageSize, type Sums } from "./figures";
import { peopleSql } from "./people.server";
import { words as receiptWords } from "./words";

const { sql } = Prisma;

/** A year of a busy province; the newest are counted. */
const mostMaterials = 400;
const kept = keepAnswers({ times: 20, longest: 60_000 });

/** One page of the lines, the last one where fewer are left; `count`: so many there are. The other figures are of all. */
export async function readFiguresPage(actor: Actor, query: FiguresQuery) {
  const { lines, ...figures } = await readFigures(actor, query);
  const page = Math.min(query.page, Math.max(1, Math.ceil(lines.length / pageSize)));
  const from = (page - 1) * pageSize;
  return {
    ...{ ...figures, query: { ...query, page }, count: lines.length },
    lines: lines.slice(from, from + pageSize),
  };
}

export interface ReadingFigures {
  lines: FigureLine[];
  total: Sums;
  /** There were more materials than are counted. */
  more: boolean;
}

export async function readFigures(actor: Actor, query: FiguresQuery) {
  const reach = actor.reach === "everywhere" ? actor.reach : [...actor.reach].sort().join(",");
  const { answer, since } = await kept.ask("reading", `${reach} ${query.by} ${query.from} ${query.to}`, () =>
    count(actor, query),
  );
  return { ...answer, since: since?.toISOString() ?? null };
}

interface Counted {
  id: string;
  versionId: string;
  title: string;
  kind: string;
  lastDay: string | null;
}

async function count(actor: Actor, { by, from, to }: FiguresQuery): Promise<ReadingFigures> {
  const found = await ask<Counted>(sql`
    SELECT m.id::text, v.id::text AS "versionId", m.title, m.kind, v.acknowledge_by::text AS "lastDay"
    FROM material m JOIN material_version v ON v.id = m.current_id
    WHERE m.state = 'published' AND m.trashed_at IS NULL AND v.published_at <= now()
      AND v.published_at >= ${from}::date::timestamp AT TIME ZONE ${zone}
      AND v.published_at < ${addDays(to, 1)}::date::timestamp AT TIME ZONE ${zone}
    ORDER BY v.published_at DESC, m.id LIMIT ${mostMaterials + 1}`);
  const lines = new Map<string, FigureLine>();
  let total = nothing;
  for (const material of found.slice(0, mostMaterials)) {
    const units = await countUnits(actor, material);
    if (units.length === 0) continue;
    total = add(total, { ...units.reduce<Sums>(add, nothing), materials: 1 });
    for (const unit of by === "unit" ? units : [units.reduce<Sums>(add, nothing)]) {
      const line = lineFor(by, material, unit);
      const before = lines.get(line.key) ?? { ...line, ...nothing };
      lines.set(line.key, { ...before, ...add(before, { ...line, materials: 1 }) });
    }
  }
  return { lines: inOrder([...lines.values()], by), total, more: found.length > mostMaterials };
}

type OfUnit = Sums & { unitId: string; unitName: string; path: string | null };

function countUnits(actor: Actor, { id, versionId, lastDay }: Counted): Promise<OfUnit[]> {
  const saidOn = sql`(said_at AT TIME ZONE ${zone})::date`;
  const asked = (which: Prisma.Sql) => (lastDay ? sql`count(*) FILTER (WHERE ${which})::int` : sql`0`);
  return ask(sql`
    SELECT g.*, u.name AS "unitName", above.name AS path FROM (
      SELECT unit_id::text AS "unitId", 0 AS materials, count(*)::int AS addressed, count(opened_at)::int AS opened,
        ${asked(sql`${saidOn} <= ${lastDay}::date`)} AS "inTime", ${asked(sql`${saidOn} > ${lastDay}::date`)} AS late,
        ${asked(sql`said_at IS NULL`)} AS "not"
      FROM ${peopleSql(id, versionId)} AS person WHERE is_addressed AND ${withinSql(actor, sql`unit_id`)} GROUP BY unit_id
    ) AS g JOIN unit u ON u.id = g."unitId"::uuid LEFT JOIN unit above ON above.id = u.parent_id`);
}

function lineFor(by: FiguresQuery["by"], { id, title, kind }: Counted, sums: Sums | OfUnit): FigureLine {
  const { materials, addressed, opened, inTime, late, not } = sums;
  const counted = { materials, addressed, opened, inTime, late, not };
  if (by === "material") return { ...counted, key: id, name: title, path: null };
  if (by === "kind" || !("unitId" in sums)) return { ...counted, key: kind, name: kind, path: null };
  return { ...counted, key: sums.unitId, name: sums.unitName, path: sums.path };
}

const byName = new Intl.Collator("vi");

/** Materials as they went out; units and kinds by how many are missing, then by name. */
function inOrder(lines: FigureLine[], by: FiguresQuery["by"]): FigureLine[] {
  if (by === "material") return lines;
  return lines.sort((one, other) => other.not - one.not || byName.compare(one.name, other.name));
}

/** The same lines as a sheet; the audit line is written first. */
export async function exportFigures(actor: Actor, query: FiguresQuery): Promise<SheetOptions<FigureLine>> {
  const { figures: words } = receiptWords[actor.language];
  const { kinds } = materialWords[actor.language];
  const { lines } = await readFigures(actor, query);
  const period = words.period(showDay(query.from), showDay(query.to));
  await audit(db, actor, "material.figuresExported", {
    ...{ kind: "material", id: "figures", title: words.title },
    unitId: actor.reach === "everywhere" ? null : (actor.reach[0] ?? null),
    after: { period, rows: lines.length },
  });
  const number = (label: string, key: keyof Sums) => ({
    ...{ label, width: 16 },
    value: (line: FigureLine) => line[key],
  });
  return {
    ...{ name: `${words.title} ${query.from} ${query.to}`, title: `${words.title}, ${period}`, rows: lines },
    columns: [
      {
        label: words.looks[query.by],
        width: 48,
        value: ({ name }) => (query.by === "kind" ? (kinds[name as keyof typeof kinds] ?? name) : name),
      },
      ...(query.by === "unit"
        ? [{ label: words.under, width: 36, value: ({ path }: FigureLine) => path }]
        : []),
      ...(query.by === "material" ? [] : [number(words.materials, "materials")]),
      number(words.addressed, "addressed"),
      number(words.opened, "opened"),
      number(words.inTime, "inTime"),
      number(words.late, "late"),
      number(words.not, "not"),
    ],
  };
}
