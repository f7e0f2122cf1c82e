/** Puts people whom the roster has not into it, many in one statement: their records, appointments, rows and audit lines. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { auditMany } from "~/platform/audit.server";
import { showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { showPartialDay } from "~/roster/speaker";
import { sortNameOf } from "~/roster/speaker-name";
import type { PersonValues } from "./check";
import type { Kept } from "./choices";
import { decisionKey } from "./decisions.server";
import type { PlacedRow } from "./import-thread.server";
import { fullNote } from "./person-skills";
import { skillFacts, topicLevel, writeSkills } from "./write-skills.server";

type Settings = Kept["settings"];

export interface Entry {
  id: string;
  row: PlacedRow;
  values: PersonValues;
  unit: NonNullable<PlacedRow["unit"]>;
  startsOn: string;
}

/** Somebody who is ready, with the id that the new record gets. */
export function entryOf(row: PlacedRow, settings: Settings): Entry {
  const startsOn = settings.startsOn ?? row.values?.decision?.decidedOn;
  if (!row.values || !row.unit || !startsOn) throw new Error(`Row ${row.row} is ready and lacks something.`);
  return { id: randomUUID(), row, values: row.values, unit: row.unit, startsOn };
}

export interface Context {
  importId: string;
  settings: Settings;
  decisions: Map<string, string>;
}

/** The rows travel as one JSON value: thousands of bound values would keep the process busy for long. */
export async function addPeople(
  tx: Db,
  actor: Actor,
  entries: Entry[],
  { importId, settings, decisions }: Context,
) {
  const rows = JSON.stringify(entries.map((entry) => recordOf(entry, settings, decisions)));
  await tx.$executeRaw`
    INSERT INTO speaker (id, full_name, sort_name, birth_year, birth_month, birth_day, gender, phone, email, position,
      workplace, education, political_theory, note, unit_id, updated_at)
    SELECT id, full_name, sort_name, birth_year, birth_month, birth_day, gender, phone, email, position,
      workplace, education, political_theory, note, unit_id, now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS new (id uuid, full_name text, sort_name text[], birth_year int,
      birth_month int, birth_day int, gender text, phone text, email text, position text, workplace text,
      education text, political_theory text, note text, unit_id uuid)`;
  await tx.$executeRaw`
    INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on, decision_id)
    SELECT appointment_id, id, unit_id, role, network, level, starts_on, decision_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS new (appointment_id uuid, id uuid, unit_id uuid, role text,
      network text, level text, starts_on date, decision_id uuid)`;
  await writeSkills(
    tx,
    entries.map(({ id, values: { topics, languages } }) => ({ speakerId: id, topics, languages })),
  );
  await tx.$executeRaw`
    UPDATE roster_import_row r SET outcome = 'added', speaker_id = new.id
    FROM jsonb_to_recordset(${rows}::jsonb) AS new (id uuid, sheet text, "row" int)
    WHERE r.import_id = ${importId}::uuid AND r.sheet = new.sheet AND r.row = new.row`;
  await auditMany(
    tx,
    actor,
    "speaker.added",
    entries.map((entry) => ({
      kind: "speaker",
      id: entry.id,
      title: entry.values.fullName,
      unitId: entry.unit.id,
      after: factsOf(entry, settings),
    })),
  );
}

/** A person and the appointment, by the names of the columns, with the row they came from. */
function recordOf(
  { id, row, values, unit, startsOn }: Entry,
  settings: Settings,
  decisions: Map<string, string>,
) {
  return {
    id,
    sheet: row.sheet,
    row: row.row,
    full_name: values.fullName,
    sort_name: sortNameOf(values.fullName),
    birth_year: values.birth?.year,
    birth_month: values.birth?.month,
    birth_day: values.birth?.day,
    gender: values.gender,
    phone: values.phone,
    email: values.email,
    position: values.position,
    workplace: values.workplace,
    education: values.education,
    political_theory: values.politicalTheory,
    note: fullNote(values),
    unit_id: unit.id,
    appointment_id: randomUUID(),
    role: values.kind,
    network: settings.network,
    level: settings.level ?? unit.level,
    starts_on: startsOn,
    decision_id: values.decision && decisions.get(decisionKey(values.decision)),
  };
}

/** The new record as the audit trail tells it, in the words of its fields. */
function factsOf({ values, unit, startsOn }: Entry, settings: Settings) {
  const { fullName, gender, email, position, workplace, education, politicalTheory, decision } = values;
  return {
    ...{ fullName, gender, email, position, workplace, education, politicalTheory },
    note: fullNote(values),
    ...skillFacts(
      values.topics.map(({ name }) => ({ name, level: topicLevel })),
      values.languages,
    ),
    birth: values.birth && showPartialDay(values.birth),
    phone: values.phone && showPhone(values.phone),
    unit: unit.name,
    role: values.kind,
    network: settings.network,
    level: settings.level ?? unit.level,
    startsOn,
    decision: decision && `${decision.number}, ${showDay(decision.decidedOn)}`,
  };
}
