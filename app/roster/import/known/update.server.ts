/** Brings people who are in the roster already up to what the officer chose from the file: only changed fields, many in one statement. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { auditMany, type Change, type Facts } from "~/platform/audit.server";
import { addDays, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { Context } from "~/roster/import/add-people.server";
import type { PersonValues } from "~/roster/import/check";
import { decisionKey } from "~/roster/import/decisions.server";
import type { CheckedImport, PlacedRow } from "~/roster/import/import-thread.server";
import { rowsAt } from "~/roster/import/readings.server";
import { skillFacts, topicLevel, writeSkills } from "~/roster/import/write-skills.server";
import { sortNameOf } from "~/roster/speaker-name";
import type { KnownField } from "./fields";
import type { Known } from "./known";

type KnownRow = PlacedRow & { known: Known; values: PersonValues };

/** Returns how many: whoever was changed since the file was compared waits for another look. */
export async function updatePeople(
  tx: Db,
  actor: Actor,
  rows: PlacedRow[],
  context: Context,
): Promise<number> {
  const known = rows.filter((row): row is KnownRow => row.known !== null && row.values !== null);
  const still = await changeRecords(tx, known);
  const changed = known.filter((row) => still.has(row.known.speakerId));
  await changePosts(tx, changed, context);
  await writeSkills(
    tx,
    changed.flatMap(({ known: { speakerId, gains } }) => (gains ? [{ speakerId, ...gains }] : [])),
  );
  await markRows(tx, context.importId, "updated", changed);
  await auditMany(
    tx,
    actor,
    "speaker.updated",
    changed.map((row) => changeOf(row, context)),
  );
  return changed.length;
}

/** The ids of those whose record was still the one that was compared. */
async function changeRecords(tx: Db, rows: KnownRow[]): Promise<Set<string>> {
  const updated = await tx.$queryRaw<{ id: string }[]>`
    UPDATE speaker s SET full_name = coalesce(new.full_name, s.full_name),
      given_name = CASE WHEN new.full_name IS NULL THEN s.given_name END,
      sort_name = coalesce(new.sort_name, s.sort_name),
      birth_year = coalesce(new.birth_year, s.birth_year),
      birth_month = CASE WHEN new.birth_year IS NULL THEN s.birth_month ELSE new.birth_month END,
      birth_day = CASE WHEN new.birth_year IS NULL THEN s.birth_day ELSE new.birth_day END,
      gender = coalesce(new.gender, s.gender), phone = coalesce(new.phone, s.phone),
      email = coalesce(new.email, s.email), position = coalesce(new.position, s.position),
      workplace = coalesce(new.workplace, s.workplace), education = coalesce(new.education, s.education),
      political_theory = coalesce(new.political_theory, s.political_theory), note = coalesce(new.note, s.note),
      unit_id = coalesce(new.unit_id, s.unit_id), revision = s.revision + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(columnsOf))}::jsonb) AS new (id uuid, stamp timestamptz,
      full_name text, sort_name text[], birth_year int, birth_month int, birth_day int, gender text, phone text,
      email text, position text, workplace text, education text, political_theory text, note text, unit_id uuid)
    WHERE s.id = new.id AND s.updated_at = new.stamp RETURNING s.id::text`;
  return new Set(updated.map(({ id }) => id));
}

/** Null leaves what stands. */
function columnsOf({ known, values }: KnownRow) {
  const taken = <T>(field: KnownField, value: T) => (isTaken(known, field) ? value : null);
  const birth = taken("birth", values.birth);
  const fullName = taken("fullName", values.fullName);
  return {
    id: known.speakerId,
    stamp: known.updatedAt,
    full_name: fullName,
    sort_name: fullName && sortNameOf(fullName),
    birth_year: birth?.year,
    birth_month: birth?.month,
    birth_day: birth?.day,
    gender: taken("gender", values.gender),
    phone: taken("phone", values.phone),
    email: taken("email", values.email),
    position: taken("position", values.position),
    workplace: taken("workplace", values.workplace),
    education: taken("education", values.education),
    political_theory: taken("politicalTheory", values.politicalTheory),
    note: known.differences.find(({ field, choice }) => field === "note" && choice === "take")?.file,
    unit_id: taken("unitId", values.unitId),
  };
}

function isTaken({ differences }: Known, field: KnownField): boolean {
  return differences.some((difference) => difference.field === field && difference.choice === "take");
}

/** First what makes room, then what begins. */
async function changePosts(tx: Db, rows: KnownRow[], { settings, decisions }: Context) {
  const posts = rows.map(({ known: { post, speakerId }, values, unit }) => ({
    does: post.does,
    id: post.does === "renew" ? post.endsId : post.does === "prove" ? post.id : randomUUID(),
    appointment_id: randomUUID(),
    speaker_id: speakerId,
    unit_id: unit?.id,
    role: values.kind,
    network: settings.network,
    level: settings.level ?? unit?.level,
    starts_on: post.does === "nothing" ? null : post.startsOn,
    ends_on: post.does === "begin" || post.does === "renew" ? post.endsOn : null,
    cut_on: post.does === "renew" ? addDays(post.startsOn, -1) : null,
    decision_id: values.decision && decisions.get(decisionKey(values.decision)),
  }));
  const only = (...does: string[]) => JSON.stringify(posts.filter((post) => does.includes(post.does)));
  await tx.$executeRaw`
    UPDATE appointment a SET ends_on = new.cut_on
    FROM jsonb_to_recordset(${only("renew")}::jsonb) AS new (id uuid, cut_on date) WHERE a.id = new.id`;
  await tx.$executeRaw`
    UPDATE appointment a SET starts_on = new.starts_on, decision_id = new.decision_id
    FROM jsonb_to_recordset(${only("prove")}::jsonb) AS new (id uuid, starts_on date, decision_id uuid)
    WHERE a.id = new.id`;
  await tx.$executeRaw`
    INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on, ends_on, decision_id)
    SELECT appointment_id, speaker_id, unit_id, role, network, level, starts_on, ends_on, decision_id
    FROM jsonb_to_recordset(${only("begin", "renew")}::jsonb) AS new (appointment_id uuid, speaker_id uuid,
      unit_id uuid, role text, network text, level text, starts_on date, ends_on date, decision_id uuid)`;
}

/** Whoever is in the roster as the file says: the row knows its person, and nothing else is written. */
export async function markUnchanged(tx: Db, importId: string, checked: CheckedImport): Promise<void> {
  const { there } = checked.places;
  const many = 2000;
  for (let start = 0; start < there.length; start += many) {
    const some = rowsAt(checked, there.slice(start, start + many));
    await markRows(
      tx,
      importId,
      "unchanged",
      some.filter(({ known }) => known !== null),
    );
  }
}

async function markRows(tx: Db, importId: string, outcome: string, rows: PlacedRow[]) {
  const marked = JSON.stringify(rows.map(({ sheet, row, speakerId }) => ({ sheet, row, id: speakerId })));
  await tx.$executeRaw`
    UPDATE roster_import_row r SET outcome = ${outcome}, speaker_id = new.id
    FROM jsonb_to_recordset(${marked}::jsonb) AS new (id uuid, sheet text, "row" int)
    WHERE r.import_id = ${importId}::uuid AND r.sheet = new.sheet AND r.row = new.row`;
}

/** Before and after of what changed, in the words of the record's fields. */
function changeOf({ known, values, unit }: KnownRow, { settings }: Context): Change {
  const taken = known.differences.filter(({ choice }) => choice === "take");
  const facts = (side: "roster" | "file"): Facts =>
    Object.fromEntries(taken.map((told) => [told.field === "unitId" ? "unit" : told.field, told[side]]));
  return {
    kind: "speaker",
    id: known.speakerId,
    title: isTaken(known, "fullName") ? values.fullName : known.fullName,
    unitId: isTaken(known, "unitId") ? values.unitId : known.unitId,
    before: { ...facts("roster"), ...heldFacts(known) },
    after: { ...facts("file"), ...gainedFacts(known), ...postFacts(known, values, unit?.name, settings) },
  };
}

function heldFacts({ gains }: Known): Facts {
  return gains ? skillFacts(gains.held.topics, gains.held.languages) : {};
}

function gainedFacts({ gains }: Known): Facts {
  if (!gains) return {};
  const topics = gains.topics.map(({ name }) => ({ name, level: topicLevel }));
  return skillFacts([...gains.held.topics, ...topics], [...gains.held.languages, ...gains.languages]);
}

function postFacts(
  { post }: Known,
  { kind, decision }: PersonValues,
  unit: string | undefined,
  { network }: Context["settings"],
): Facts {
  if (post.does === "nothing") return {};
  return {
    ...{ role: kind, network, appointmentUnit: unit, startsOn: post.startsOn },
    endsOn: post.does === "prove" ? null : post.endsOn,
    decision: decision && `${decision.number}, ${showDay(decision.decidedOn)}`,
  };
}
