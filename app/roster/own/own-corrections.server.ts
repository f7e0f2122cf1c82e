/** What a person asks to have corrected in the own record: one request at a time, which grows until somebody decides on it. */

import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { notify, withdrawNotices } from "~/platform/notices.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { lockSpeaker } from "~/roster/record/changes.server";
import { readPart } from "~/roster/record/parts.server";
import { listTopics } from "~/roster/record/topics.server";
import { labelOf, linesOf } from "./field-words";
import { keepersOf } from "./keepers.server";
import type { Oneself } from "./own-record.server";
import {
  type CorrectionLine,
  type CorrectionState,
  isSame,
  laidOver,
  type ProposalPart,
  type Proposed,
  type ProposedField,
  pickFields,
} from "./proposal";
import { words } from "./words";

export interface OwnCorrection {
  id: string;
  state: CorrectionState;
  /** ISO moments. */
  sentAt: string;
  decidedAt: string | null;
  note: string | null;
  reason: string | null;
  lines: CorrectionLine[];
}

/** One's own requests, the newest first. */
export async function listOwnCorrections(self: Oneself, most = 20): Promise<OwnCorrection[]> {
  const [rows, topics] = await Promise.all([
    db.correction.findMany({
      where: { speakerId: self.speakerId, userId: self.userId },
      orderBy: { createdAt: "desc" },
      take: most,
    }),
    listTopics(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    state: row.state as CorrectionState,
    sentAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    reason: row.reason,
    lines: linesOf(kept(row), self.language, topics),
  }));
}

/** What the form of a part begins with: the record, over it what is proposed already. */
export async function findProposal<Part extends ProposalPart>(self: Oneself, part: Part) {
  const waiting = await findWaiting(db, self);
  const note = waiting?.note ?? "";
  if (part === "other") return { values: null, note, isWaiting: waiting !== null };
  const stored = await readPart(db, self.speakerId, part as Exclude<Part, "other">);
  const values = waiting ? laidOver(stored, kept(waiting).after) : stored;
  return { values, note, isWaiting: waiting !== null };
}

/**
 * Adds a part to the request that waits, or begins one; what is as in the record is not asked for.
 * Refusals: nothing differs and nothing is said.
 */
export function propose(
  self: Oneself,
  part: ProposalPart,
  { note, ...sent }: Proposed & { note: string | null },
): Promise<void> {
  return transaction(undefined, async (tx) => {
    const speaker = await lockSpeaker(tx, self, self.speakerId);
    if (!speaker) throw new Refusal(words.errors.recordGone);
    const waiting = await findWaiting(tx, self);
    const stored = part === "other" ? {} : ((await readPart(tx, speaker.id, part)) as Proposed);
    const { before, after } = together(part, waiting && kept(waiting), stored, pickFields(part, sent));
    const fields = Object.keys(after) as ProposedField[];
    if (fields.length === 0 && !note) throw new Refusal(words.errors.nothingProposed);
    const values = { before: before as Prisma.InputJsonObject, after: after as Prisma.InputJsonObject, note };
    const { id } = waiting
      ? await tx.correction.update({ where: { id: waiting.id }, data: values })
      : await tx.correction.create({ data: { ...values, speakerId: speaker.id, userId: self.userId } });
    await audit(tx, self, "correction.sent", {
      ...{ kind: "speaker", id: speaker.id, title: speaker.fullName, unitId: speaker.unitId },
      after: { correctionFields: fields.map((field) => labelOf(field, "vi")), correctionNote: note },
    });
    await notify(tx, {
      userIds: await keepersOf(tx, speaker.unitId, self.userId),
      ...{ kind: "correction.waiting", subjectId: id, path: `/roster/corrections/${id}` },
      phrase: words.notices.waiting(speaker.fullName),
    });
  });
}

/** Takes the own request back while nobody has decided on it. False: there is none of this id that waits. */
export function withdrawCorrection(self: Oneself, id: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const speaker = await lockSpeaker(tx, self, self.speakerId);
    const { count } = await tx.correction.updateMany({
      where: { id, speakerId: self.speakerId, userId: self.userId, state: "waiting" },
      data: { state: "withdrawn", decidedAt: new Date() },
    });
    if (!speaker || count === 0) return false;
    await withdrawNotices(tx, "correction.waiting", id);
    const { fullName: title, unitId } = speaker;
    await audit(tx, self, "correction.withdrawn", { kind: "speaker", id: speaker.id, title, unitId });
    return true;
  });
}

/** The columns of a request as their types; what stands there was written by `propose`. */
export function kept({
  before,
  after,
  taken,
}: {
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  taken: string[];
}) {
  return { before: before as Proposed, after: after as Proposed, taken };
}

function findWaiting(tx: Db, self: Oneself) {
  return tx.correction.findFirst({
    where: { speakerId: self.speakerId, userId: self.userId, state: "waiting" },
  });
}

/** The request with the fields of one part as they were sent now. */
function together(
  part: ProposalPart,
  waiting: { before: Proposed; after: Proposed } | null,
  stored: Proposed,
  sent: Proposed,
) {
  const without = (held: Proposed = {}): Proposed => {
    const gone = Object.keys(pickFields(part, held));
    return Object.fromEntries(Object.entries(held).filter(([field]) => !gone.includes(field)));
  };
  const changed = (Object.keys(sent) as ProposedField[]).filter(
    (field) => !isSame(sent[field], stored[field]),
  );
  const only = (from: Proposed) => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
  return {
    before: { ...without(waiting?.before), ...only(stored) } as Proposed,
    after: { ...without(waiting?.after), ...only(sent) } as Proposed,
  };
}
