/** An import as it stands now: its rows understood and checked against the units and people of today. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import { listUnitsForMatching, withinSql } from "~/units/index.server";
import { type CheckedRow, check, type PersonValues, rowKey, type TypedValues } from "./check";
import { type Kept, keptSchema } from "./choices";
import type { KnownPerson } from "./doubles";
import type { Row, Sheet } from "./sheet";
import { type Understanding, understand } from "./understand";
import { type FindUnit, unitFinder } from "./unit-matching";

export type ImportUnit = Awaited<ReturnType<typeof listUnitsForMatching>>[number];

export interface Reading {
  kept: Kept;
  understanding: Understanding;
  rows: CheckedRow[];
  /** Open units in reach, by id. */
  units: Map<string, ImportUnit>;
  findUnit: FindUnit;
}

export async function readImport(
  actor: Actor,
  { id, unitId, understanding }: RosterImport,
  tx: Db = db,
): Promise<Reading> {
  const kept = keptSchema.parse(understanding);
  const stored = await tx.rosterImportRow.findMany({ where: { importId: id }, orderBy: [{ row: "asc" }] });
  const understood = understand(sheetsOf(kept, stored), kept.reading);
  const open = (await listUnitsForMatching(actor)).filter(({ isOpen }) => isOpen);
  const units = new Map(open.map((unit) => [unit.id, unit]));
  const findUnit = unitFinder(open, unitId);
  const { number, decidedOn } = kept.settings.decision;
  const settings = {
    unitId: units.has(unitId) ? unitId : null,
    kind: kept.settings.kind,
    decision: number && decidedOn ? { number, decidedOn } : null,
    startsOn: kept.settings.startsOn,
    units: Object.fromEntries(Object.entries(kept.units).filter(([, chosen]) => units.has(chosen))),
  };
  const typed = new Map<string, TypedValues>();
  const added = new Map<string, string | null>();
  for (const row of stored) {
    if (row.values) typed.set(rowKey(row.sheet, row.row), withinReach(row.values as TypedValues, units));
    if (row.outcome === "added") added.set(rowKey(row.sheet, row.row), row.speakerId);
  }
  const first = check(understood, settings, { findUnit, people: [], typed, added });
  const people = await listPeopleLike(
    actor,
    first.flatMap(({ values }) => values ?? []),
    tx,
  );
  const rows = check(understood, settings, { findUnit, people, typed, added });
  return { kept, understanding: understood, rows, units, findUnit };
}

/** A unit chosen by hand may have closed, or left the officer's reach. */
function withinReach(typed: TypedValues, units: Map<string, ImportUnit>): TypedValues {
  const { unitId, ...others } = typed;
  return unitId && units.has(unitId) ? typed : others;
}

function sheetsOf(kept: Kept, stored: { sheet: string; row: number; raw: Prisma.JsonValue }[]): Sheet[] {
  const bySheet = new Map<string, Row[]>(kept.sheets.map(({ name }) => [name, []]));
  for (const { sheet, row, raw } of stored) {
    bySheet.get(sheet)?.push({ number: row, ...(raw as unknown as Omit<Row, "number">) });
  }
  return kept.sheets.map((sheet) => ({ ...sheet, rows: bySheet.get(sheet.name) ?? [] }));
}

/** People in reach who share a telephone or a name with somebody in the file. */
function listPeopleLike(actor: Actor, values: PersonValues[], tx: Db): Promise<KnownPerson[]> {
  const phones = [...new Set(values.flatMap(({ phone }) => phone ?? []))];
  const names = [...new Set(values.map(({ fullName }) => fold(tidy(fullName))))];
  const columns = Prisma.sql`s.id, s.full_name AS "fullName", s.birth_year AS "birthYear", s.phone, s.unit_id AS "unitId"`;
  const reach = withinSql(actor, Prisma.sql`s.unit_id`);
  return tx.$queryRaw<KnownPerson[]>`
    SELECT ${columns} FROM speaker s WHERE s.phone = ANY (${phones}) AND ${reach}
    UNION SELECT ${columns} FROM speaker s WHERE s.search_name = ANY (${names}) AND ${reach}`;
}
