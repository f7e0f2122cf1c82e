/** The requests for corrections as those who keep the records see them: listed within reach, looked at beside the record, decided on. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { notify, withdrawNotices } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import { lockSpeaker, versionOf } from "~/roster/record/changes.server";
import type { PartValues, RecordPart } from "~/roster/record/part";
import { readPart, savePart } from "~/roster/record/parts.server";
import { listTopics } from "~/roster/record/topics.server";
import { givenNameStands } from "~/roster/speaker";
import { within } from "~/units/index.server";
import { type CorrectionQuery, correctionsPerPage, type DecisionValues } from "./correction";
import { labelOf, linesOf, valueInWords } from "./field-words";
import { kept } from "./own-corrections.server";
import {
  type CorrectionLine,
  type CorrectionState,
  fieldsOfPart,
  laidOver,
  type ProposalPart,
  type Proposed,
  type ProposedField,
  proposalParts,
} from "./proposal";
import { words } from "./words";

export interface ListedCorrection {
  id: string;
  name: string;
  unit: string;
  state: CorrectionState;
  /** ISO moment. */
  sentAt: string;
  reason: string | null;
  /** What it is about; empty: only words. */
  fields: ProposedField[];
}

const inState = { waiting: "waiting", decided: { in: ["accepted", "declined"] } };

/** Those that wait, the oldest first; or those decided on, the newest first. */
export async function listCorrections(
  actor: Actor,
  { state, page }: CorrectionQuery,
): Promise<ListedCorrection[]> {
  const rows = await db.correction.findMany({
    where: { speaker: within(actor), state: inState[state] },
    orderBy: state === "waiting" ? { createdAt: "asc" } : { decidedAt: "desc" },
    skip: (page - 1) * correctionsPerPage,
    take: correctionsPerPage,
    include: { speaker: { select: { fullName: true, unit: { select: { name: true } } } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.speaker.fullName,
    unit: row.speaker.unit.name,
    state: row.state as CorrectionState,
    sentAt: row.createdAt.toISOString(),
    reason: row.reason,
    fields: Object.keys(kept(row).after) as ProposedField[],
  }));
}

export async function countCorrections(actor: Actor): Promise<Record<CorrectionQuery["state"], number>> {
  const count = (state: CorrectionQuery["state"]) =>
    db.correction.count({ where: { speaker: within(actor), state: inState[state] } });
  const [waiting, decided] = await Promise.all([count("waiting"), count("decided")]);
  return { waiting, decided };
}

/** A line with what the record holds now. */
export interface ComparedLine extends CorrectionLine {
  now: string;
  /** Somebody changed the record since it was sent. */
  isMoved: boolean;
}

/** One request beside the record as it is now; null outside the actor's units, and when it was withdrawn. */
export async function findCorrection(actor: Actor, id: string) {
  const row = await db.correction.findFirst({
    where: { id, speaker: within(actor), state: { not: "withdrawn" } },
    include: { speaker: { select: { id: true, fullName: true, unit: { select: { name: true } } } } },
  });
  if (!row) return null;
  const topics = await listTopics();
  const now = await recordNow(db, row.speakerId, Object.keys(kept(row).after) as ProposedField[]);
  const lines = linesOf(kept(row), actor.language, topics).map((line): ComparedLine => {
    const shown = valueInWords(line.field as ProposedField, now, actor.language, topics);
    return { ...line, now: shown, isMoved: shown !== line.before && shown !== line.proposed };
  });
  return {
    id: row.id,
    speaker: { id: row.speaker.id, fullName: row.speaker.fullName, unitName: row.speaker.unit.name },
    state: row.state as CorrectionState,
    sentAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    reason: row.reason,
    lines,
    isOnlyNote: lines.length === 0,
    version: versionOf([row.after, row.note, now]),
  };
}

export type FoundCorrection = NonNullable<Awaited<ReturnType<typeof findCorrection>>>;

/**
 * Takes the chosen fields into the record, by the same command as an edit, and tells the person; what is not taken needs a reason.
 * Null: not within reach. Refusals: decided already, "version" when request or record moved, "reason", those of saving a part.
 */
export function decideCorrection(
  actor: Actor,
  id: string,
  values: DecisionValues,
): Promise<CorrectionState | null> {
  return transaction(undefined, async (tx) => {
    const found = await tx.correction.findFirst({ where: { id, speaker: within(actor) } });
    const speaker = found && (await lockSpeaker(tx, actor, found.speakerId));
    if (!speaker) return null;
    // Read again now that nobody else can decide or add to it.
    const row = await tx.correction.findUniqueOrThrow({ where: { id } });
    if (row.state !== "waiting") throw new Refusal(words.errors.decidedAlready);
    const { after } = kept(row);
    const fields = Object.keys(after) as ProposedField[];
    const now = await recordNow(tx, speaker.id, fields);
    if (versionOf([row.after, row.note, now]) !== values.version) {
      throw new Refusal(words.errors.movedMeanwhile, "version");
    }
    const asked: string[] = fields.length > 0 ? fields : ["note"];
    const taken = asked.filter((field) => values.take.includes(field));
    if (taken.length < asked.length && !values.reason) throw new Refusal(words.errors.reasonNeeded, "reason");
    await takeOver(tx, actor, speaker, pick(after, taken));
    const state = taken.length > 0 ? "accepted" : "declined";
    const reason = taken.length < asked.length ? values.reason : null;
    const decided = { decidedAt: new Date(), decidedBy: actor.userId };
    await tx.correction.update({ where: { id }, data: { state, taken, reason, ...decided } });
    await audit(tx, actor, `correction.${state}`, {
      ...{ kind: "speaker", id: speaker.id, title: speaker.fullName, unitId: speaker.unitId },
      after: {
        correctionFields: taken
          .map((field) => (field === "note" ? "" : labelOf(field as ProposedField, "vi")))
          .filter(Boolean),
        reason,
      },
    });
    await withdrawNotices(tx, "correction.waiting", id);
    const phrase = words.notices[state === "declined" ? "declined" : reason ? "partly" : "accepted"];
    await notify(tx, {
      userIds: [row.userId],
      kind: "correction.decided",
      subjectId: id,
      phrase,
      path: "/me",
    });
    return state;
  });
}

async function takeOver(tx: Db, actor: Actor, speaker: { id: string; fullName: string }, taken: Proposed) {
  for (const part of partsOf(Object.keys(taken) as ProposedField[])) {
    const stored = await readPart(tx, speaker.id, part);
    const wanted = laidOver(stored, taken);
    // A name of which the given name is no longer a part is ordered by the rule again.
    if ("givenName" in wanted && !givenNameStands(wanted)) wanted.givenName = null;
    const values = { ...wanted, version: versionOf(stored) } as PartValues[RecordPart] & { version: string };
    await savePart<RecordPart>(actor, speaker.id, part, values, { proposedBy: speaker.fullName, outer: tx });
  }
}

/** The fields as the record holds them. */
async function recordNow(tx: Db, speakerId: string, fields: ProposedField[]): Promise<Proposed> {
  const parts = partsOf(fields);
  const values = await Promise.all(parts.map((part) => readPart(tx, speakerId, part)));
  return pick(Object.assign({}, ...values) as Proposed, fields);
}

function pick(values: Proposed, fields: string[]): Proposed {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
}

function partsOf(fields: ProposedField[]): Exclude<ProposalPart, "other">[] {
  return proposalParts.filter(
    (part): part is Exclude<ProposalPart, "other"> =>
      part !== "other" && fieldsOfPart[part].some((field) => fields.includes(field)),
  );
}
