/** Taking a review into the roster: confirmed corrections and new people, looked at first, as one change that can be taken back. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, auditMany } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { searchDoublesLater } from "~/roster/doubles/search-job.server";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { type CorrectedFields, proposedPersonSchema } from "~/roster/reviews/unit/mark";
import { listSimilar, type SimilarPerson } from "~/roster/similar.server";
import { sortNameOf } from "~/roster/speaker-name";
import { withinSql } from "~/units/index.server";
import { forgetFigures } from "./figures.server";
import type { ResultQuery } from "./result";
import { confirmedSql, fromEntries, listResult, type ResultEntry, waitsForRecord } from "./result.server";
import { resultWords } from "./result-words";

const { sql } = Prisma;

/** So many at a time; the rest is offered again. */
export const mostAccepted = 1000;
/** Doubles are looked for among so many new people; each is a question of its own. */
const mostCompared = 150;

export interface Newcomer {
  entryId: string;
  fullName: string;
  birthYear: number | null;
  position: string | null;
  unitName: string;
  similar: SimilarPerson[];
}

export interface Acceptance {
  corrections: ResultEntry[];
  newcomers: Newcomer[];
}

type Asked = Pick<ResultQuery, "unit">;

/** What would be written; nothing is kept. */
export async function previewAcceptance(
  actor: Actor,
  review: ReviewRecord,
  asked: Asked,
): Promise<Acceptance> {
  const [corrections, waiting] = await Promise.all([
    listResult(actor, review, { ...asked, list: "correct" }, { page: 1, size: mostAccepted, only: "open" }),
    readWaiting(db, actor, review, asked),
  ]);
  const newcomers: Newcomer[] = [];
  for (const { entryId, unitId, unitName, proposal } of waiting) {
    const person = personIn(proposal);
    if (!person) continue;
    const { fullName, birth, phone, position } = person;
    const similar =
      newcomers.length < mostCompared
        ? (await listSimilar(actor, { fullName, birth, phone, unitId })).slice(0, 2)
        : [];
    newcomers.push({ entryId, fullName, birthYear: birth?.year ?? null, position, unitName, similar });
  }
  return { corrections, newcomers };
}

interface Waiting {
  entryId: string;
  verdict: string;
  unitId: string;
  unitName: string;
  speakerId: string | null;
  fullName: string | null;
  keeperId: string | null;
  proposal: unknown;
}

function readWaiting(tx: Db, actor: Actor, review: ReviewRecord, asked: Asked): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT e.id::text AS "entryId", e.verdict, e.unit_id::text AS "unitId", u.name AS "unitName",
      e.speaker_id::text AS "speakerId", s.full_name AS "fullName", s.unit_id::text AS "keeperId", e.proposal
    FROM ${fromEntries} JOIN unit u ON u.id = e.unit_id LEFT JOIN speaker s ON s.id = e.speaker_id
    WHERE ${confirmedSql(actor, review, asked)} AND ${waitsForRecord}
      AND (e.verdict <> 'correct' OR ${withinSql(actor, sql`s.unit_id`)})
    ORDER BY u.sort_key, u.id, s.sort_key, e.id LIMIT ${mostAccepted}`;
}

const personSchema = z.object({ person: proposedPersonSchema });

function personIn(proposal: unknown) {
  const { data } = personSchema.safeParse(proposal);
  return data?.person ?? null;
}

export interface Accepted {
  changeSetId: string;
  corrected: number;
  added: number;
}

/** Writes all of it but what is left out. Refusal: nothing is left to write. */
export async function acceptResult(
  actor: Actor,
  review: ReviewRecord,
  asked: Asked,
  leftOut: string[],
): Promise<Accepted> {
  const out = new Set(leftOut);
  const accepted = await transaction(
    undefined,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM review WHERE id = ${review.id}::uuid FOR UPDATE`;
      const waiting = (await readWaiting(tx, actor, review, asked)).filter(
        ({ entryId }) => !out.has(entryId),
      );
      const corrections = waiting.filter(({ verdict }) => verdict === "correct");
      const newcomers = waiting.filter(
        ({ verdict, proposal }) => verdict !== "correct" && personIn(proposal),
      );
      if (corrections.length + newcomers.length === 0) throw new Refusal(resultWords.errors.nothingToAccept);
      const change = {
        ...{ kind: "roster.review", title: review.name, subjectId: review.id },
        unitId: asked.unit ?? review.unitId,
      };
      const { changeSetId } = await asChangeSet(tx, actor, change, async () => {
        await correct(tx, actor, corrections);
        await add(tx, actor, newcomers);
      });
      const counts = { corrected: corrections.length, added: newcomers.length };
      await audit(tx, actor, "review.accepted", {
        ...{ kind: "review", id: review.id, title: review.name, unitId: review.unitId },
        after: counts,
      });
      if (newcomers.length > 0) await searchDoublesLater(tx);
      return { changeSetId, ...counts };
    },
    { timeout: 120_000 },
  );
  forgetFigures(review.id);
  return accepted;
}

/** Each person's own fields, in one statement; what a unit did not speak of stays. */
async function correct(tx: Db, actor: Actor, corrections: Waiting[]): Promise<void> {
  if (corrections.length === 0) return;
  const rows = corrections.map(({ speakerId, proposal }) => ({
    id: speakerId,
    set: columnsOf(fieldsIn(proposal)),
  }));
  await tx.$executeRaw`
    UPDATE speaker s SET
      full_name = coalesce(n.set ->> 'full_name', s.full_name),
      sort_name = CASE WHEN n.set ? 'sort_name' THEN ARRAY(SELECT jsonb_array_elements_text(n.set -> 'sort_name')) ELSE s.sort_name END,
      birth_year = CASE WHEN n.set ? 'birth_year' THEN (n.set ->> 'birth_year')::int ELSE s.birth_year END,
      birth_month = CASE WHEN n.set ? 'birth_year' THEN (n.set ->> 'birth_month')::int ELSE s.birth_month END,
      birth_day = CASE WHEN n.set ? 'birth_year' THEN (n.set ->> 'birth_day')::int ELSE s.birth_day END,
      gender = CASE WHEN n.set ? 'gender' THEN n.set ->> 'gender' ELSE s.gender END,
      phone = CASE WHEN n.set ? 'phone' THEN n.set ->> 'phone' ELSE s.phone END,
      email = CASE WHEN n.set ? 'email' THEN n.set ->> 'email' ELSE s.email END,
      position = CASE WHEN n.set ? 'position' THEN n.set ->> 'position' ELSE s.position END,
      workplace = CASE WHEN n.set ? 'workplace' THEN n.set ->> 'workplace' ELSE s.workplace END,
      education = CASE WHEN n.set ? 'education' THEN n.set ->> 'education' ELSE s.education END,
      political_theory = CASE WHEN n.set ? 'political_theory' THEN n.set ->> 'political_theory' ELSE s.political_theory END,
      revision = s.revision + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (id uuid, set jsonb) WHERE s.id = n.id`;
  await markAccepted(tx, corrections);
  await auditMany(
    tx,
    actor,
    "speaker.reviewed",
    corrections.map(({ speakerId, fullName, keeperId, proposal }) => ({
      ...{ kind: "speaker", id: speakerId ?? "", title: fullName ?? "", unitId: keeperId },
      after: { fields: Object.keys(fieldsIn(proposal)) },
    })),
  );
}

function fieldsIn(proposal: unknown): CorrectedFields {
  return (proposal as { fields?: CorrectedFields }).fields ?? {};
}

function columnsOf({ fullName, birth, politicalTheory, ...plain }: CorrectedFields) {
  return {
    ...plain,
    ...(fullName && { full_name: fullName, sort_name: sortNameOf(fullName) }),
    ...(birth !== undefined && {
      birth_year: birth?.year ?? null,
      birth_month: birth?.month ?? null,
      birth_day: birth?.day ?? null,
    }),
    ...(politicalTheory !== undefined && { political_theory: politicalTheory }),
  };
}

/** A record for each, kept by the unit that proposed them; their entries know it from then on. */
async function add(tx: Db, actor: Actor, newcomers: Waiting[]): Promise<void> {
  const people = newcomers.flatMap(({ entryId, unitId, verdict, proposal }) => {
    const person = personIn(proposal);
    return person ? [{ entryId, unitId, verdict, person }] : [];
  });
  if (people.length === 0) return;
  await tx.speaker.createMany({
    data: people.map(({ unitId, person: { birth, fullName, ...person } }) => ({
      ...{ ...person, fullName, unitId, sortName: sortNameOf(fullName) },
      ...{ birthYear: birth?.year, birthMonth: birth?.month, birthDay: birth?.day },
    })),
    skipDuplicates: true,
  });
  const known = JSON.stringify(
    people.map(({ entryId, verdict, person }) => ({ id: entryId, verdict, person: person.id })),
  );
  await tx.$executeRaw`
    UPDATE review_entry e SET speaker_id = CASE WHEN n.verdict = 'propose' THEN n.person ELSE e.speaker_id END,
      proposal = CASE WHEN n.verdict = 'propose' THEN e.proposal ELSE e.proposal || jsonb_build_object('newcomerId', n.person) END
    FROM jsonb_to_recordset(${known}::jsonb) AS n (id uuid, verdict text, person uuid) WHERE e.id = n.id`;
  await markAccepted(tx, newcomers);
  await auditMany(
    tx,
    actor,
    "speaker.added",
    people.map(({ unitId, person }) => ({
      ...{ kind: "speaker", id: person.id, title: person.fullName, unitId },
      after: { fullName: person.fullName },
    })),
  );
}

async function markAccepted(tx: Db, entries: Waiting[]): Promise<void> {
  await tx.reviewEntry.updateMany({
    where: { id: { in: entries.map(({ entryId }) => entryId) } },
    data: { acceptedAt: new Date() },
  });
}
