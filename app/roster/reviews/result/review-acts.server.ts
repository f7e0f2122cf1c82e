/** What the pages begin with that carry a review out: the acts of the roster, with the people of its result on their lists. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { type LineInput, mostLines } from "~/roster/acts/act";
import type { Candidate } from "~/roster/acts/candidates";
import { findCandidates, listHolders } from "~/roster/acts/candidates.server";
import { newAct } from "~/roster/acts/new-act";
import type { Level } from "~/roster/appointment";
import { type DecisionKind, recognitionKinds, releaseKinds } from "~/roster/decision";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { findOnlyList } from "~/roster/reviews/unit/lists.server";
import { listTermsOf } from "~/roster/terms/terms.server";
import { findUnit } from "~/units/index.server";
import type { ResultQuery } from "./result";
import { confirmedSql, fromEntries, holdsOn, listResult } from "./result.server";
import { resultWords } from "./result-words";

const { sql } = Prisma;

export type ReviewActKind = "recognition" | "replacement" | "release";

const kindsOf: Record<ReviewActKind, readonly DecisionKind[]> = {
  recognition: recognitionKinds,
  replacement: ["consolidation"],
  release: releaseKinds,
};

/** The unit whose decision it becomes: the one asked for, the review's own, or the only one in reach. Null: none of them is. */
export async function deciderOf(actor: Actor, review: ReviewRecord, { unit }: Pick<ResultQuery, "unit">) {
  const asked = await findUnit(actor, unit ?? review.unitId);
  if (asked || unit) return asked;
  const only = await findOnlyList(actor, review.id);
  const list = only && (await db.reviewUnit.findUnique({ where: { id: only }, select: { unitId: true } }));
  return list ? findUnit(actor, list.unitId) : null;
}

/** Of the confirmed entries what is not carried out yet. Null: no unit in reach may decide. */
export async function openReviewAct(
  actor: Actor,
  kind: ReviewActKind,
  review: ReviewRecord,
  query: ResultQuery,
) {
  const unit = await deciderOf(actor, review, query);
  if (!unit) return null;
  const [terms, { people, lines, network }] = await Promise.all([
    listTermsOf(unit.id),
    kind === "recognition" ? toRecognise(actor, review, query) : toEnd(actor, kind, review, query),
  ]);
  const level = levelOf(unit.level);
  const values = newAct(kind, { decision: null, terms, people: [], day: today(), level });
  const [firstKind = "recognition"] = kindsOf[kind];
  return {
    ...{ kind, people, terms, newDecision: kindsOf[kind] },
    values: {
      ...values,
      ...{ lines, network },
      decision: { ...values.decision, kind: firstKind } as typeof values.decision,
    },
    title: resultWords[actor.language].acts[kind](review.name),
    draft: `act-${kind}-review-${review.id}-${unit.id}-${network}`,
    review: { id: review.id, name: review.name },
    search: query.unit ? `?unit=${query.unit}` : "",
  };
}

async function toRecognise(actor: Actor, review: ReviewRecord, query: ResultQuery) {
  const proposed = await listResult(
    actor,
    review,
    { ...query, list: "recognise" },
    { page: 1, size: mostLines, only: "open" },
  );
  const network = query.network ?? proposed.find(({ speakerId }) => speakerId)?.network ?? "party";
  const ready = proposed.filter((entry) => entry.speakerId && (entry.network ?? "party") === network);
  const speakerIds = ready.flatMap(({ speakerId }) => speakerId ?? []);
  const { candidates } =
    speakerIds.length > 0
      ? await findCandidates(actor, { speakerIds, names: "", standingOn: null })
      : { candidates: [] };
  const lines = ready.map(
    ({ speakerId, unitId, unitLevel, role }): LineInput => ({
      ...{ speakerId: speakerId ?? "", appointmentId: "", does: "begin", unitId },
      ...{ role: role ?? "", level: levelOf(unitLevel) },
    }),
  );
  return { people: candidates, lines, network };
}

/** Every appointment for the unit that goes on, each a line; newcomers without a record are left for later. */
async function toEnd(
  actor: Actor,
  kind: "replacement" | "release",
  review: ReviewRecord,
  query: ResultQuery,
): Promise<{ people: Candidate[]; lines: LineInput[]; network: "party" }> {
  const rows = await db.$queryRaw<Ending[]>`
    SELECT a.id::text AS "appointmentId", e.speaker_id::text AS "speakerId", e.reason,
      n.id::text AS "newcomerId", n.full_name AS newcomer
    FROM ${fromEntries} JOIN appointment a ON a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id
      AND a.starts_on <= r.opened_on AND a.end_reason IS NULL AND (a.ends_on IS NULL OR a.ends_on >= ${today()}::date)
    LEFT JOIN speaker n ON n.id = (e.proposal ->> 'newcomerId')::uuid
    WHERE ${confirmedSql(actor, review, query)} AND e.verdict = ${kind === "release" ? "release" : "replace"} AND ${holdsOn()}
      ${kind === "replacement" ? sql`AND n.id IS NOT NULL` : Prisma.empty}
    ORDER BY e.id, a.starts_on LIMIT ${mostLines}`;
  const holders = await listHolders(
    actor,
    rows.map(({ appointmentId }) => appointmentId),
  );
  const rowOf = new Map(rows.map((row) => [row.appointmentId, row]));
  const people = holders.map((person) => {
    const { newcomerId, newcomer } = rowOf.get(person.appointment?.id ?? "") ?? {};
    return newcomerId && newcomer ? { ...person, newcomer: { id: newcomerId, name: newcomer } } : person;
  });
  const lines = people.map(({ speakerId, appointment, newcomer }): LineInput => {
    const reason = rowOf.get(appointment?.id ?? "")?.reason ?? "";
    return {
      ...{ speakerId, appointmentId: appointment?.id ?? "", reason: reason as LineInput["reason"] },
      ...(newcomer ? { does: "replace", newcomerId: newcomer.id } : { does: "release" }),
    } as LineInput;
  });
  return { people, lines, network: "party" };
}

interface Ending {
  appointmentId: string;
  speakerId: string;
  reason: string | null;
  newcomerId: string | null;
  newcomer: string | null;
}

function levelOf(level: string): Level {
  return level === "district_legacy" ? "commune" : (level as Level);
}
