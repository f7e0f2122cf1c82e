/** Everything the system holds about one person, for that person: from every table that names the record or the account. */
import { inPlainWords, type ReadableLine, type TrailBook } from "~/accounts";
import { audit } from "~/platform/audit.server";
import { dayFromColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { listOwnCorrections } from "./own-corrections.server";
import { findOwnRecord, type Oneself } from "./own-record.server";

/** Newest lines of the trail at most. */
const mostLines = 2000;

export type OwnData = NonNullable<Awaited<ReturnType<typeof collectOwnData>>>;

/** The data, and a line in the trail that they were taken out. Null: the record is gone. */
export async function exportOwnData(self: Oneself, books: TrailBook[], fileType: "PDF" | "JSON") {
  const data = await collectOwnData(self, books);
  if (!data) return null;
  const { id, fullName: title, unitId } = data.record;
  await audit(db, self, "speaker.own_exported", { kind: "speaker", id, title, unitId, after: { fileType } });
  return data;
}

export async function collectOwnData(self: Oneself, books: TrailBook[]) {
  const { speakerId } = self;
  const [own, corrections, sensitive, ends, imports, reviews, formerNames, account, history] =
    await Promise.all([
      findOwnRecord(self),
      listOwnCorrections(self, 1000),
      findSensitive(speakerId),
      db.appointment.findMany({ where: { speakerId }, select: { id: true, endReason: true, note: true } }),
      listImports(speakerId),
      listReviews(speakerId),
      db.speakerAlias.findMany({ where: { speakerId }, select: { fullName: true, createdAt: true } }),
      findAccount(self.userId),
      listLines(self, books),
    ]);
  if (!own) return null;
  const { appointments, ...record } = own.speaker;
  return {
    exportedAt: new Date().toISOString(),
    record,
    sensitive,
    // To the person the reason is told as it is.
    appointments: appointments.map(({ inReach: _, ...one }) => {
      const { endReason = null, note = null } = ends.find(({ id }) => id === one.id) ?? {};
      return { ...one, endReason: endReason as typeof one.endReason, note };
    }),
    topics: own.skills.topics,
    languages: own.skills.languages,
    qualifications: own.skills.qualifications,
    availability: own.skills.availability,
    formerNames,
    corrections,
    imports,
    reviews,
    account,
    history,
  };
}

/** Unmasked, those of a field that was switched off meanwhile too: as long as it is kept it is told. */
async function findSensitive(speakerId: string) {
  const row = await db.speakerPrivate.findUnique({ where: { speakerId } });
  if (!row) return null;
  return {
    ethnicGroup: row.ethnicGroup,
    partyJoinedOn: dayFromColumn(row.partyJoinedOn),
    partyFullOn: dayFromColumn(row.partyFullOn),
    identityNumber: row.identityNumber,
    homeAddress: row.homeAddress,
    /** A JPEG, base64. */
    photo: row.photoId && (await readFile(row.photoId)).toString("base64"),
  };
}

/** The rows of files from which the record was made or changed, as they stood there. */
async function listImports(speakerId: string) {
  const rows = await db.rosterImportRow.findMany({
    where: { speakerId },
    select: { sheet: true, row: true, raw: true, import: { select: { fileName: true, committedAt: true } } },
  });
  return rows.map(({ import: { fileName, committedAt }, ...row }) => ({ ...row, fileName, committedAt }));
}

/** Of reviews that are over: before that nothing is decided. Who was named in the person's place is not theirs to read. */
function listReviews(speakerId: string) {
  return db.reviewEntry.findMany({
    where: { speakerId, verdict: { not: null }, review: { closedAt: { not: null } } },
    select: { verdict: true, note: true, markedAt: true, review: { select: { name: true } } },
  });
}

async function findAccount(id: string) {
  const { grants, ...account } = await db.user.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ name: true, username: true, phone: true, language: true, twoFactorEnabled: true },
      ...{ createdAt: true, lastSignInAt: true, disabledAt: true },
      grants: { select: { role: true, createdAt: true, unit: { select: { name: true } } } },
      sessions: {
        select: { createdAt: true, updatedAt: true, expiresAt: true, ipAddress: true, userAgent: true },
      },
    },
  });
  return { ...account, roles: grants.map(({ unit, ...grant }) => ({ ...grant, unit: unit.name })) };
}

/** What was done to record and account; of others only that it was the department, and not from where. */
async function listLines({ userId, speakerId, language }: Oneself, books: TrailBook[]) {
  const lines = await db.auditLine.findMany({
    where: {
      OR: [
        { subjectKind: "speaker", subjectId: speakerId },
        { subjectKind: "account", subjectId: userId },
      ],
    },
    orderBy: { id: "desc" },
    take: mostLines,
  });
  return lines.map((line) => {
    const isOwn = line.actorId === userId;
    const plain: ReadableLine = inPlainWords(
      {
        ...line,
        id: String(line.id),
        at: line.at.toISOString(),
        unitName: null,
        before: (line.before ?? {}) as Record<string, unknown>,
        after: (line.after ?? {}) as Record<string, unknown>,
      },
      books,
      language,
    );
    const { at, action, differences } = plain;
    return { at, action, byOneself: isOwn, address: isOwn ? line.address : null, differences };
  });
}
