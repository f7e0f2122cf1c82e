/** Last step of an import: everybody who is ready enters the roster in one transaction, as a job. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, auditMany } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { dayToColumn, showDay } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import { showPhone } from "~/platform/phone";
import type { RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { numberKey } from "~/roster/decision";
import { searchDoublesLater } from "~/roster/doubles/search-job.server";
import { showPartialDay } from "~/roster/speaker";
import { sortNameOf } from "~/roster/speaker-name";
import { within } from "~/units/index.server";
import type { PersonValues } from "./check";
import { type Kept, keptSchema } from "./choices";
import type { CheckedImport, PlacedRow } from "./import-thread.server";
import { checkNow } from "./readings.server";
import { words } from "./words";

export interface ImportResult {
  added: number;
  problems: number;
  there: number;
}

export const importJob = defineJob({
  name: "roster.import",
  payload: z.object({ importId: z.uuid() }),
  words: words.steps,
  oneAtATime: true,
  work: ({ importId }, run) => commitImport(importId, run),
});

/** What one transaction may take: 10,000 people take a few seconds. */
const longest = 10 * 60_000;
/** So few at a time, that nobody else waits for long in between. */
const chunk = 100;

type Settings = Kept["settings"];

interface Entry {
  id: string;
  row: PlacedRow;
  values: PersonValues;
  unit: NonNullable<PlacedRow["unit"]>;
  startsOn: string;
}

async function commitImport(importId: string, run: Run): Promise<ImportResult> {
  return transaction(
    undefined,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('roster.import'))`;
      const found = await tx.rosterImport.findFirst({ where: { id: importId, ...within(run.actor) } });
      if (!found) throw new Refusal(words.refused.gone);
      await run.progress(0, undefined, "checking");
      const { places, rows, decisions: named } = await checkNow(run.actor, found, tx);
      const { settings } = keptSchema.parse(found.understanding);
      const { ready, problem, there } = places;
      await run.progress(0, ready.length, "adding");
      const change = {
        kind: "roster.import",
        title: found.fileName,
        unitId: found.unitId,
        subjectId: importId,
      };
      const { changeSetId } = await asChangeSet(tx, run.actor, change, async () => {
        const decisions = await settleDecisions(tx, found, settings, named);
        for (let start = 0; start < ready.length; start += chunk) {
          await run.checkCancelled();
          const some = ready.slice(start, start + chunk).map((at) => entryOf(rows[at] ?? "", settings));
          await addPeople(tx, run.actor, some, { importId, settings, decisions });
          await run.progress(Math.min(start + chunk, ready.length), ready.length, "adding");
        }
      });
      const result = { added: ready.length, problems: problem.length, there: there.length };
      await tx.rosterImport.update({
        where: { id: importId },
        data: { state: "done", result: { ...result }, committedAt: new Date(), changeSetId },
      });
      await audit(tx, run.actor, "roster_import.committed", {
        kind: "roster_import",
        id: importId,
        title: found.fileName,
        unitId: found.unitId,
        after: { ...result },
      });
      await run.checkCancelled();
      await searchDoublesLater(tx);
      await run.finish(tx, result);
      return result;
    },
    { timeout: longest },
  );
}

/** Somebody who is ready, with the id that the new record gets. */
function entryOf(text: string, settings: Settings): Entry {
  const row = JSON.parse(text) as PlacedRow;
  const startsOn = settings.startsOn ?? row.values?.decision?.decidedOn;
  if (!row.values || !row.unit || !startsOn) throw new Error(`Row ${row.row} is ready and lacks something.`);
  return { id: randomUUID(), row, values: row.values, unit: row.unit, startsOn };
}

/** Ids of the decisions by "key day": those that the unit has are used again, the others are made. */
async function settleDecisions(
  tx: Db,
  found: RosterImport,
  settings: Settings,
  decisions: CheckedImport["decisions"],
): Promise<Map<string, string>> {
  const named = new Map(decisions.map((decision) => [decisionKey(decision), decision]));
  await tx.decision.createMany({
    skipDuplicates: true,
    data: [...named.values()].map(({ number, decidedOn }) => ({
      number,
      numberKey: numberKey(number),
      decidedOn: dayToColumn(decidedOn),
      issuer: isOfHeading(number, decidedOn) ? settings.decision.issuer : null,
      kind: isOfHeading(number, decidedOn) ? settings.decision.kind : "recognition",
      unitId: found.unitId,
    })),
  });
  const all = await tx.decision.findMany({
    where: {
      unitId: found.unitId,
      numberKey: { in: [...named.values()].map(({ number }) => numberKey(number)) },
    },
    select: { id: true, numberKey: true, decidedOn: true },
  });
  return new Map(
    all.map(({ id, numberKey: key, decidedOn }) => [`${key} ${decidedOn.toISOString().slice(0, 10)}`, id]),
  );

  function isOfHeading(number: string, decidedOn: string): boolean {
    const { number: own, decidedOn: day } = settings.decision;
    return own !== null && numberKey(own) === numberKey(number) && day === decidedOn;
  }
}

function decisionKey({ number, decidedOn }: { number: string; decidedOn: string }): string {
  return `${numberKey(number)} ${decidedOn}`;
}

interface Context {
  importId: string;
  settings: Settings;
  decisions: Map<string, string>;
}

/** The rows travel as one JSON value: thousands of bound values would keep the process busy for long. */
async function addPeople(tx: Db, actor: Actor, entries: Entry[], { importId, settings, decisions }: Context) {
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
    note: values.note,
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
  const { fullName, gender, email, position, workplace, education, politicalTheory, note, decision } = values;
  return {
    ...{ fullName, gender, email, position, workplace, education, politicalTheory, note },
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
