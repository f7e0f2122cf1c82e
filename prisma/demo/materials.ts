/** The library of the sample department: four months of conferences with what was handed out, versions, receipts, a draft that waits for review. */
import { askReview } from "~/materials/review/review.server";
import type { Actor } from "~/platform/actor";
import { addDays, type Day, dayToColumn } from "~/platform/clock";
import { db, transaction } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import { fold } from "~/platform/text";
import { type Entry, entriesOf, handedOut } from "./material-entries.ts";
import { writeMaterial } from "./material-file.ts";

interface Stage {
  day: Day;
  officer: Actor;
  wardOfficer: Actor;
  unitId: (key: string) => string;
  /** Accounts that read along, by their unit's officers and leaders. */
  readers: { early: string; late: string };
}

export async function makeMaterials(stage: Stage): Promise<void> {
  const topics = await db.topic.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true } });
  const conferences = await makeConferences(stage);
  const made = new Map<string, string>();
  for (const entry of entriesOf(stage.day)) {
    const conferenceId = entry.month === undefined ? null : (conferences[entry.month] ?? null);
    const topicId = topics.find(({ name }) => entry.topic && fold(name).includes(entry.topic))?.id ?? null;
    made.set(entry.title, await makeEntry(stage, entry, conferenceId, topicId));
  }
  await linkSuccessors(stage, made);
  await makeTopicCollection(
    stage,
    made,
    topics.find(({ name }) => fold(name).includes("chuyen doi so"))?.id ?? null,
  );
  const waiting = made.get(handedOut.waiting);
  if (waiting) await askReview(stage.wardOfficer, waiting, handedOut.word);
}

/** The last four monthly conferences, the newest last. */
async function makeConferences({ day, unitId }: Stage): Promise<string[]> {
  const ids: string[] = [];
  for (const back of [3, 2, 1, 0]) {
    const first = monthBefore(day, back);
    const heldOn = back === 0 ? addDays(day, -5) : addDays(first, 17);
    const { id } = await db.materialCollection.create({
      data: {
        ...{ kind: "conference", title: handedOut.conference(heldOn), unitId: unitId("province") },
        heldOn: dayToColumn(heldOn),
      },
    });
    ids.push(id);
  }
  return ids;
}

async function makeEntry(
  stage: Stage,
  entry: Entry,
  conferenceId: string | null,
  topicId: string | null,
): Promise<string> {
  const { officer, wardOfficer, unitId } = stage;
  const keeper = entry.ward ? wardOfficer : officer;
  const at = momentOf(addDays(stage.day, -entry.daysAgo));
  const contents = await Promise.all(entry.versions.map((version) => writeMaterial(entry, version)));
  return transaction(undefined, async (tx) => {
    const { id } = await tx.material.create({
      data: {
        ...{ title: entry.title, number: entry.number, issuer: entry.issuer, kind: entry.kind },
        ...{ circulation: entry.circulation, summary: entry.summary, audienceGroups: entry.groups ?? [] },
        ...{ unitId: unitId(entry.ward ? "Cửa Lam" : "province"), createdBy: keeper.userId, createdAt: at },
        ...{ state: entry.state, conferenceId, publishedAt: isOut(entry) ? at : null },
        issuedOn: dayToColumn(addDays(stage.day, -entry.daysAgo - 2)),
        validUntil: entry.validFor === undefined ? null : dayToColumn(addDays(stage.day, entry.validFor)),
        ...(entry.state === "withdrawn" && {
          ...{ withdrawnAt: momentOf(addDays(stage.day, -3)), withdrawnReason: handedOut.withdrawn },
        }),
        trashedAt: entry.isTrashed ? momentOf(addDays(stage.day, -4)) : null,
        ...(topicId && { topics: { create: { topicId } } }),
        rules: { create: entry.rules },
      },
    });
    let currentId: string | null = null;
    for (const [index, version] of entry.versions.entries()) {
      const publishedAt = isOut(entry)
        ? momentOf(addDays(stage.day, -(version.daysAgo ?? entry.daysAgo)))
        : null;
      const { id: versionId } = await tx.materialVersion.create({
        data: {
          ...{ materialId: id, number: index + 1, change: version.change, createdBy: keeper.userId },
          ...{ publishedAt, publishedBy: publishedAt && keeper.userId, createdAt: publishedAt ?? at },
          asksAgain: version.asksAgain ?? true,
          acknowledgeBy:
            entry.acknowledgeIn === undefined ? null : dayToColumn(addDays(stage.day, entry.acknowledgeIn)),
        },
      });
      const content = contents[index];
      if (content) {
        const kept = await storeFile(tx, keeper, { name: version.file, type: "application/pdf", content });
        await tx.materialFile.create({
          data: {
            ...{
              versionId,
              name: version.file,
              format: "pdf",
              state: "accepted",
              textState: "done",
              pages: 1,
            },
            ...{ fileId: kept.id, size: kept.size, sha256: kept.sha256 },
            ...{ declaredBy: keeper.userId, declaredAt: at },
            text: {
              create: { page: 1, source: "layer", text: [entry.title, ...version.lines].join("\n") },
            },
          },
        });
      }
      if (isOut(entry)) currentId = versionId;
    }
    if (currentId) await tx.material.update({ where: { id }, data: { currentId } });
    if (currentId && entry.acknowledgeIn !== undefined) await acknowledge(stage, currentId, at, tx);
    await tx.auditLine.createMany({ data: linesOf(stage, keeper, entry, id) });
    return id;
  });
}

/** One read and acknowledged it, one only opened it. */
async function acknowledge(
  { readers }: Stage,
  versionId: string,
  at: Date,
  tx: Parameters<Parameters<typeof transaction>[1]>[0],
): Promise<void> {
  const later = new Date(at.getTime() + 20 * 3_600_000);
  await tx.materialReceipt.createMany({
    data: [
      { versionId, userId: readers.early, openedAt: later, acknowledgedAt: later },
      { versionId, userId: readers.late, openedAt: later },
    ],
  });
}

async function linkSuccessors({ unitId }: Stage, made: Map<string, string>): Promise<void> {
  const [older, newer] = handedOut.superseded.map((title) => made.get(title));
  if (!older || !newer) return;
  await db.material.update({
    where: { id: older, unitId: unitId("province") },
    data: { supersededById: newer },
  });
}

async function makeTopicCollection(
  { unitId }: Stage,
  made: Map<string, string>,
  topicId: string | null,
): Promise<void> {
  const members = handedOut.members.flatMap((title) => made.get(title) ?? []);
  await db.materialCollection.create({
    data: {
      ...{ kind: "topic", title: handedOut.collection, unitId: unitId("province"), topicId },
      items: { create: members.map((materialId, position) => ({ materialId, position })) },
    },
  });
}

function linesOf({ day, unitId }: Stage, keeper: Actor, entry: Entry, id: string) {
  const line = {
    ...{ actorId: keeper.userId, actorName: keeper.name, subjectKind: "material", subjectId: id },
    ...{ title: entry.title, unitId: unitId(entry.ward ? "Cửa Lam" : "province"), address: "10.98.1.17" },
    before: {},
  };
  const at = momentOf(addDays(day, -entry.daysAgo));
  const added = { ...line, at, action: "material.added", after: { title: entry.title, kind: entry.kind } };
  if (!isOut(entry)) return [added];
  const published = entry.versions.map(({ daysAgo = entry.daysAgo }, place) => ({
    ...{ ...line, at: momentOf(addDays(day, -daysAgo)), action: "material.published" },
    after: { version: place + 1 },
  }));
  return [added, ...published];
}

function isOut({ state }: Entry): boolean {
  return state === "published" || state === "withdrawn";
}

/** The first day of a month so many before. */
function monthBefore(day: Day, back: number): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
}

function momentOf(day: Day): Date {
  return new Date(dayToColumn(day).getTime() + 3 * 3_600_000);
}
