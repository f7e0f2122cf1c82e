/** Makes two records one: the chosen fields, every appointment, everything that refers to them; one change set, taken back for 90 days. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { languageLevels } from "~/roster/record/language";
import { topicLevels } from "~/roster/record/topic";
import { sortNameOf } from "~/roster/speaker-name";
import { type Clash, joined, type MergeField, type MergeValues, settle, sortPosts } from "./merge";
import {
  birthOf,
  findBoth,
  type MergeRecord,
  nameOfAccount,
  postsOf,
  privateColumns,
} from "./merge-preview.server";
import { moveReferences } from "./references.server";
import { searchDoublesLater } from "./search-job.server";
import { words } from "./words";

/** For how many days a merge can be taken back. */
export const undoDays = 90;

export interface Merged {
  id: string;
  fullName: string;
  changeSetId: string;
}

/**
 * Merges the two; null when one of them is not in the actor's units. Refusals: one was changed since the form was
 * drawn; a contradictory appointment without a choice; an account that holds more than a speaker's role.
 */
export function mergeSpeakers(
  actor: Actor,
  ids: [string, string],
  values: MergeValues,
  outer?: Db,
): Promise<Merged | null> {
  return transaction(
    outer,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM speaker WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
      const both = await findBoth(actor, ids, tx);
      if (!both) return null;
      const [one, other] = both;
      if (one.revision !== values.revisions.one || other.revision !== values.revisions.other)
        throw new Refusal(words.merge.changed);
      const title = words.vi.merge.changeTitle(one.fullName, other.fullName);
      const unitId = (await unitAbove(tx, one.unitId, other.unitId)) ?? one.unitId;
      const change = {
        kind: "roster.merge",
        title,
        unitId,
        subjectId: one.id,
        undoableTo: addDays(today(), undoDays),
      };
      const { changeSetId, answer } = await asChangeSet(tx, actor, change, (id) =>
        mergeInto(tx, both, values, id),
      );
      await audit(tx, actor, "speaker.merged", {
        ...{ kind: "speaker", id: one.id, title: answer.fullName, unitId: answer.unitId },
        before: factsOf(one),
        after: {
          ...answer.facts,
          mergedName: other.fullName,
          mergedUnit: other.unit.name,
          detachedAccount: answer.detached,
        },
      });
      await searchDoublesLater(tx);
      return { id: one.id, fullName: answer.fullName, changeSetId };
    },
    { timeout: 60_000 },
  );
}

async function mergeInto(
  tx: Db,
  [one, other]: [MergeRecord, MergeRecord],
  values: MergeValues,
  changeSetId: string,
) {
  const detached = await settleAccounts(tx, one, other, values);
  await settleAppointments(tx, one, other, values);
  await settleSkills(tx, one.id, other.id);
  await settlePrivate(tx, one, other, values);
  await settlePairs(tx, one.id, other.id);
  const importRows = await tx.$queryRaw<{ importId: string; sheet: string; row: number }[]>`
    SELECT import_id::text AS "importId", sheet, "row" FROM roster_import_row WHERE speaker_id = ${other.id}::uuid`;
  await moveReferences(tx, "speaker", { from: other.id, into: one.id });
  await tx.speaker.delete({ where: { id: other.id } });
  await tx.speakerAlias.create({
    data: {
      ...{ id: other.id, speakerId: one.id, fullName: other.fullName, changeSetId },
      ...(importRows.length > 0 && { importRows: importRows as unknown as Prisma.InputJsonArray }),
    },
  });
  const data = columnsOf(one, other, values);
  const kept = await tx.speaker.update({
    where: { id: one.id },
    data: { ...data, revision: { increment: 1 } },
    include: { unit: { select: { name: true } } },
  });
  return {
    fullName: kept.fullName,
    unitId: kept.unitId,
    detached,
    facts: factsOf({ ...one, ...kept, unit: { ...one.unit, name: kept.unit.name } }),
  };
}

/** The chosen values; the name brings its order along, the birth its three parts. */
function columnsOf(one: MergeRecord, other: MergeRecord, { fields }: MergeValues) {
  const chosen = (field: MergeField) => (fields[field] === "other" ? other : one);
  const { fullName, givenName } = chosen("fullName");
  const { birthYear, birthMonth, birthDay } = chosen("birth");
  const bothNotes = [one.note, other.note].filter(Boolean).join("\n") || null;
  return {
    ...{ fullName, givenName, sortName: sortNameOf(fullName, givenName), birthYear, birthMonth, birthDay },
    gender: chosen("gender").gender,
    phone: chosen("phone").phone,
    email: chosen("email").email,
    position: chosen("position").position,
    workplace: chosen("workplace").workplace,
    education: chosen("education").education,
    politicalTheory: chosen("politicalTheory").politicalTheory,
    note: fields.note === "both" ? bothNotes : chosen("note").note,
    unitId: chosen("unitId").unitId,
  };
}

/** One person signs in with one account: of two the other is detached and disabled. Answers its name. */
async function settleAccounts(tx: Db, one: MergeRecord, other: MergeRecord, { account }: MergeValues) {
  if (!one.user || !other.user) return null;
  const gone = account === "one" ? other.user : one.user;
  if (gone.grants.some(({ role }) => role !== "speaker"))
    throw new Refusal(words.merge.accountsRights, "account");
  await tx.user.update({
    where: { id: gone.id },
    data: { speakerId: null, disabledAt: new Date(), disabledReason: words.vi.merge.disabledReason },
  });
  await tx.session.deleteMany({ where: { userId: gone.id } });
  return nameOfAccount(gone);
}

async function settleAppointments(tx: Db, one: MergeRecord, other: MergeRecord, values: MergeValues) {
  const { clashes } = sortPosts([...postsOf(one, "one"), ...postsOf(other, "other")]);
  for (const clash of clashes) {
    const outcome = outcomeOf(clash, values);
    const { stay, go, joins } = settle(clash, outcome);
    const heir = stay[0];
    if (!heir) continue;
    for (const { id } of go) {
      await moveReferences(tx, "appointment", { from: id, into: heir.id });
      await tx.appointment.delete({ where: { id } });
    }
    if (!joins) continue;
    const { startsOn, endsOn, decisionId, endReason, endDecisionId } = joined(clash.posts);
    await tx.appointment.update({
      where: { id: heir.id },
      data: {
        ...{ decisionId, endReason, endDecisionId },
        startsOn: dayToColumn(startsOn),
        endsOn: endsOn && dayToColumn(endsOn),
      },
    });
  }
}

function outcomeOf({ key, isContradictory, mayJoin }: Clash, { appointments }: MergeValues) {
  const chosen = appointments[key] || (isContradictory ? null : "join");
  if (!chosen) throw new Refusal(words.merge.chooseFirst, `appointments.${key}`);
  if (chosen === "join" && !mayJoin) throw new Refusal(words.merge.cannotJoin, `appointments.${key}`);
  return chosen;
}

/** Where both have a topic or a language the higher level stays; the same certificate or time is kept once. */
async function settleSkills(tx: Db, into: string, from: string) {
  await tx.$executeRaw`
    UPDATE speaker_topic mine SET level = theirs.level FROM speaker_topic theirs
    WHERE mine.speaker_id = ${into}::uuid AND theirs.speaker_id = ${from}::uuid AND mine.topic_id = theirs.topic_id
      AND array_position(${[...topicLevels]}, theirs.level) > array_position(${[...topicLevels]}, mine.level)`;
  await tx.$executeRaw`
    UPDATE speaker_language mine SET written = mine.written OR theirs.written,
      level = CASE WHEN array_position(${[...languageLevels]}, theirs.level) > array_position(${[...languageLevels]}, mine.level)
        THEN theirs.level ELSE mine.level END
    FROM speaker_language theirs
    WHERE mine.speaker_id = ${into}::uuid AND theirs.speaker_id = ${from}::uuid AND mine.language = theirs.language`;
  await tx.$executeRaw`
    DELETE FROM qualification theirs USING qualification mine
    WHERE theirs.speaker_id = ${from}::uuid AND mine.speaker_id = ${into}::uuid AND lower(mine.name) = lower(theirs.name)
      AND mine.number IS NOT DISTINCT FROM theirs.number AND mine.issued_on IS NOT DISTINCT FROM theirs.issued_on`;
  await tx.$executeRaw`
    DELETE FROM availability theirs USING availability mine
    WHERE theirs.speaker_id = ${from}::uuid AND mine.speaker_id = ${into}::uuid AND mine.part = theirs.part
      AND mine.weekday IS NOT DISTINCT FROM theirs.weekday AND mine.first_day IS NOT DISTINCT FROM theirs.first_day
      AND mine.last_day IS NOT DISTINCT FROM theirs.last_day AND mine.available = theirs.available`;
}

/** What only one record has is kept; where both differ, the chosen one's. */
async function settlePrivate(tx: Db, one: MergeRecord, other: MergeRecord, values: MergeValues) {
  if (!one.private || !other.private) return;
  const [first, second] =
    values.private === "one" ? [one.private, other.private] : [other.private, one.private];
  const data = Object.fromEntries(privateColumns.map((column) => [column, first[column] ?? second[column]]));
  await tx.speakerPrivate.delete({ where: { id: other.private.id } });
  await tx.speakerPrivate.update({ where: { id: one.private.id }, data });
}

/** Whoever was said to be somebody else than the one that goes, is somebody else than the one that stays. */
async function settlePairs(tx: Db, into: string, from: string) {
  await tx.$executeRaw`
    INSERT INTO speaker_pair (id, one_id, other_id, score, signs, different_by, different_at)
    SELECT gen_random_uuid(), least(${into}::uuid, third), greatest(${into}::uuid, third), score, signs, different_by, different_at
    FROM (SELECT *, CASE WHEN one_id = ${from}::uuid THEN other_id ELSE one_id END AS third FROM speaker_pair
      WHERE different_at IS NOT NULL AND ${from}::uuid IN (one_id, other_id)) AS parted
    WHERE third <> ${into}::uuid ON CONFLICT (one_id, other_id) DO NOTHING`;
  await tx.$executeRaw`DELETE FROM speaker_pair WHERE ${from}::uuid IN (one_id, other_id)`;
}

/** The lowest unit above both: its officers see the whole of the merge. */
async function unitAbove(tx: Db, one: string, other: string): Promise<string | null> {
  const [unit] = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.ancestor_id::text AS id FROM unit_scope a JOIN unit_scope b ON b.ancestor_id = a.ancestor_id
    WHERE a.unit_id = ${one}::uuid AND b.unit_id = ${other}::uuid ORDER BY a.depth + b.depth LIMIT 1`;
  return unit?.id ?? null;
}

function factsOf(record: MergeRecord): Facts {
  const { fullName, gender, phone, email, position, workplace, education, politicalTheory, note } = record;
  return {
    ...{ fullName, gender, phone, email, position, workplace, education, politicalTheory, note },
    birth: birthOf(record),
    unit: record.unit.name,
  };
}
