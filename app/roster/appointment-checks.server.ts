/** What every command on appointments asks first: is the person there, is the level open, is the role free at that time. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { type Day, dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { defineSetting, readSetting } from "~/platform/settings.server";
import { withinSql } from "~/units/index.server";
import { type Level, overlap, type Span } from "./appointment";
import { showNumber } from "./decision";
import { isLevelOpen } from "./level";
import { words } from "./words";

/** The last day on which somebody could be appointed at district level: the level ended with June 2025. */
export const lastDistrictDay = defineSetting("roster.lastDistrictDay", z.iso.date(), "2025-06-30");

export interface Locked {
  id: string;
  fullName: string;
  unitId: string;
}

/** One writer at a time on a person, so that the checks below hold until the end; the record counts as changed. */
export async function lockSpeaker(tx: Db, actor: Actor, id: string): Promise<Locked | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [locked] = await tx.$queryRaw<Locked[]>`
    UPDATE speaker SET updated_at = now()
    WHERE id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`speaker.unit_id`)}
    RETURNING id::text, full_name AS "fullName", unit_id::text AS "unitId"`;
  return locked ?? null;
}

export async function refuseClosedLevel(tx: Db, level: Level, startsOn: Day) {
  const lastDay = await readSetting(lastDistrictDay, tx);
  if (!isLevelOpen(level, startsOn, lastDay)) {
    throw new Refusal(words.errors.districtClosed(showDay(lastDay)), "level");
  }
}

/** A closed unit takes what began on its last day or before: papers of former times are still recorded. */
export function refuseClosedUnit({ name, closedOn }: { name: string; closedOn: Day | null }, startsOn: Day) {
  if (!closedOn || startsOn <= closedOn) return;
  const day = showDay(closedOn);
  throw new Refusal(
    { vi: words.vi.errors.unitClosed(name, day), en: words.en.errors.unitClosed(name, day) },
    "startsOn",
  );
}

interface Post extends Span {
  id?: string;
  speakerId: string;
  unitId: string;
  role: string;
  network: string;
}

/** The exclusion constraint says the same, but not in words. */
export async function refuseOverlap(tx: Db, { id, speakerId, unitId, role, network, ...span }: Post) {
  const others = await tx.appointment.findMany({
    where: { speakerId, unitId, role, network, ...(id && { id: { not: id } }) },
    select: { startsOn: true, endsOn: true },
  });
  const other = others.map(spanOf).find((held) => overlap(held, span));
  if (!other) return;
  const { startsOn, endsOn } = other;
  throw new Refusal(
    {
      vi: words.vi.errors.overlap(`${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : "…"}`),
      en: words.en.errors.overlap(`${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : "…"}`),
    },
    "startsOn",
  );
}

export function about({ id, fullName, unitId }: Locked) {
  return { kind: "speaker", id, title: fullName, unitId };
}

export function columnsOf({ startsOn, endsOn }: Span) {
  return { startsOn: dayToColumn(startsOn), endsOn: endsOn && dayToColumn(endsOn) };
}

export function spanOf({ startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }): Span {
  return { startsOn: dayFromColumn(startsOn), endsOn: dayFromColumn(endsOn) };
}

export function decisionName(decision: Prisma.DecisionGetPayload<object> | null): string | null {
  return decision && `${showNumber(decision.number)}, ${showDay(dayFromColumn(decision.decidedOn))}`;
}
