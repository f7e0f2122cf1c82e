/** Records for tests: each call makes one, with nothing in it that the test did not ask for or need. */
import type { Permission, Role } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { setPassword } from "~/accounts/passwords/passwords.server";
import { openSession } from "~/accounts/sessions.server";
import { type Actor, theSystem } from "~/platform/actor";
import { dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import { numberKey } from "~/roster/decision";
import { sortNameOf } from "~/roster/speaker-name";

let count = 0;
const next = () => ++count;

export interface UnitLike {
  id: string;
}

/** A unit with its version and its place in the tree; without a parent it is a root. */
export async function makeUnit(
  values: {
    name?: string;
    parent?: UnitLike | null;
    kind?: string;
    level?: string;
    code?: string;
    shortName?: string;
    openedOn?: string;
    closedOn?: string;
  } = {},
) {
  const facts = {
    name: values.name ?? `Đơn vị ${next()}`,
    shortName: values.shortName ?? null,
    kind: values.kind ?? "commune_committee",
    level: values.level ?? "commune",
    code: values.code ?? null,
    parentId: values.parent?.id ?? null,
  };
  const openedOn = dayToColumn(values.openedOn ?? "2020-01-01");
  const closedOn = values.closedOn ? dayToColumn(values.closedOn) : null;
  const unit = await db.unit.create({
    data: {
      ...facts,
      openedOn,
      closedOn,
      versions: { create: { ...facts, validFrom: openedOn, validTo: closedOn } },
    },
  });
  await db.$executeRaw`
    INSERT INTO unit_scope (ancestor_id, unit_id, depth)
    SELECT ancestor_id, ${unit.id}::uuid, depth + 1 FROM unit_scope WHERE unit_id = ${facts.parentId}::uuid
    UNION ALL SELECT ${unit.id}::uuid, ${unit.id}::uuid, 0`;
  return unit;
}

/** A speaker whose record a unit keeps, without appointments. */
export async function makeSpeaker(
  values: { fullName?: string; unit?: UnitLike; phone?: string | null; birthYear?: number | null } = {},
) {
  const { fullName = `Người thứ ${next()}`, unit = await makeUnit(), ...facts } = values;
  return db.speaker.create({
    data: { ...facts, fullName, sortName: sortNameOf(fullName), unitId: unit.id },
  });
}

/** An open appointment as a party rapporteur of the person's unit, its decision unknown. */
export async function makeAppointment(values: {
  speaker: { id: string; unitId: string };
  unit?: UnitLike;
  role?: string;
  network?: string;
  level?: string;
  startsOn?: string;
  endsOn?: string | null;
}) {
  const { speaker, unit, role = "rapporteur", network = "party", level = "commune", endsOn } = values;
  return db.appointment.create({
    data: {
      ...{ role, network, level },
      speakerId: speaker.id,
      unitId: unit?.id ?? speaker.unitId,
      startsOn: dayToColumn(values.startsOn ?? "2025-08-12"),
      endsOn: endsOn ? dayToColumn(endsOn) : null,
    },
  });
}

/** A recognition decision of a unit that names nobody; with a stored scan if asked. */
export async function makeDecision(values: { unit?: UnitLike; number?: string; scanned?: boolean } = {}) {
  const unit = values.unit ?? (await makeUnit());
  const number = values.number ?? `${next()}-QĐ/ĐU`;
  const scan = values.scanned
    ? await storeFile(db, theSystem, {
        ...{ name: "quyet-dinh.pdf", type: "application/pdf" },
        content: Buffer.from("%PDF-1.4"),
      })
    : null;
  return db.decision.create({
    data: {
      ...{ number, numberKey: numberKey(number), kind: "recognition", unitId: unit.id },
      decidedOn: dayToColumn("2025-08-12"),
      fileId: scan?.id,
    },
  });
}

/** The term 2020-2025 of a unit. */
export async function makeTerm(
  values: { unit?: UnitLike; name?: string; startsOn?: string; endsOn?: string } = {},
) {
  const { name = "2020-2025", startsOn = "2020-08-01", endsOn = "2025-07-31" } = values;
  const unitId = values.unit?.id ?? (await makeUnit()).id;
  return db.term.create({
    data: { name, unitId, startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) },
  });
}

/** A review that runs, with two lists: one of the unit on which one person stands, and one of a unit under it. */
export async function makeReviewEntry(unit: UnitLike) {
  const speaker = await makeSpeaker({ unit });
  const other = await makeUnit({ parent: unit });
  const review = await db.review.create({
    data: { name: `Rà soát ${next()}`, unitId: unit.id, dueOn: dayToColumn("2026-12-20"), createdBy: "x" },
  });
  const [list] = await Promise.all(
    [unit, other].map(({ id: unitId }) => db.reviewUnit.create({ data: { reviewId: review.id, unitId } })),
  );
  const entry = await db.reviewEntry.create({
    data: { reviewId: review.id, unitId: unit.id, speakerId: speaker.id },
  });
  return { ...entry, listId: list?.id ?? "" };
}

/** A roster file that was taken in for a unit and not committed; nothing of it was understood. */
export async function makeImport(values: { unit?: UnitLike; actorId?: string } = {}) {
  const unit = values.unit ?? (await makeUnit());
  const actorId = values.actorId ?? "system";
  const file = { name: "danh-sach.xlsx", type: "application/octet-stream" };
  // Each with a content of its own: the same file twice would be noticed.
  const content = Buffer.from(crypto.randomUUID());
  const { id: fileId } = await storeFile(db, theSystem, { ...file, content });
  return db.rosterImport.create({
    data: {
      fileId,
      fileName: "danh-sach.xlsx",
      unitId: unit.id,
      actorId,
      understanding: {
        sheets: [],
        encoding: null,
        isRelease: false,
        reading: {},
        units: {},
        settings: { decision: { kind: "recognition" }, network: "party" },
      },
    },
  });
}

/** A person who can sign in, without a password (see `givePassword`) and without roles unless named. */
export async function makeUser(
  values: {
    name?: string;
    username?: string;
    phone?: string;
    language?: "vi" | "en";
    speakerId?: string;
    twoFactorEnabled?: boolean;
    secondFactorBy?: string | null;
    disabledAt?: Date;
    grants?: { role: Role; unit: UnitLike }[];
  } = {},
) {
  const number = next();
  const { grants = [], secondFactorBy = "2999-12-31", ...facts } = values;
  return db.user.create({
    data: {
      name: `Người dùng ${number}`,
      username: `nguoi.dung.${number}`,
      email: `user-${number}@account.invalid`,
      ...facts,
      secondFactorBy: secondFactorBy && dayToColumn(secondFactorBy),
      grants: { create: grants.map(({ role, unit }) => ({ role, unitId: unit.id, grantedBy: "system" })) },
    },
    include: { grants: true },
  });
}

/** Lets the user sign in with a password. */
export async function givePassword(user: { id: string }, password = "một câu dài dễ nhớ"): Promise<string> {
  await setPassword(db, user.id, password);
  return password;
}

/** The cookies of the sessions that `makeActor` opened, by user: `tests/requests.ts` sends them. */
export const cookies = new Map<string, string>();

/** Gives the user a session of the browser and remembers its cookie. */
export async function signInAs(user: { id: string }): Promise<string> {
  const [cookie = ""] = (await openSession(user.id, { address: "192.0.2.1", device: "Vitest" })).split(";");
  cookies.set(user.id, cookie);
  return cookie;
}

/**
 * A signed-in person with one role for a unit (a new root unit unless given): by default a department officer.
 * The reach is that of `permission`; without one, of all roles.
 */
export async function makeActor(
  values: { role?: Role; unit?: UnitLike; name?: string; speakerId?: string; permission?: Permission } = {},
): Promise<Actor> {
  const unit = values.unit ?? (await makeUnit());
  const { role = "department_officer", name, speakerId } = values;
  const user = await makeUser({ ...(name && { name }), speakerId, grants: [{ role, unit }] });
  const cookie = await signInAs(user);
  return requireActor(new Request("http://localhost/", { headers: { Cookie: cookie } }), values.permission);
}

/** A draft material of a unit, with its first version and no files; published if asked, with that version. */
export async function makeMaterial(
  values: {
    unit?: UnitLike;
    title?: string;
    kind?: string;
    circulation?: string;
    state?: string;
    published?: boolean;
  } = {},
) {
  const { unit = await makeUnit(), published, ...facts } = values;
  const material = await db.material.create({
    data: {
      ...{ title: `Tài liệu ${next()}`, kind: "material", circulation: "internal" },
      ...facts,
      unitId: unit.id,
      createdBy: "system",
      versions: { create: { number: 1, createdBy: "system" } },
    },
    include: { versions: true },
  });
  const versionId = material.versions[0]?.id ?? "";
  if (published) await publishVersion(material.id, versionId);
  return { ...material, versionId };
}

/** A further version of a material, a draft; published if asked. */
export async function makeMaterialVersion(values: {
  material: { id: string };
  published?: boolean;
  asksAgain?: boolean;
  acknowledgeBy?: string;
}) {
  const { material, published, asksAgain, acknowledgeBy } = values;
  const version = await db.materialVersion.create({
    data: {
      materialId: material.id,
      number: (await db.materialVersion.count({ where: { materialId: material.id } })) + 1,
      acknowledgeBy: acknowledgeBy ? dayToColumn(acknowledgeBy) : null,
      createdBy: "system",
      ...(asksAgain !== undefined && { asksAgain }),
    },
  });
  if (published) await publishVersion(material.id, version.id);
  return version;
}

/** A stored PDF in a version: accepted unless told otherwise, its text on as many pages as are given. */
export async function makeMaterialFile(values: {
  versionId: string;
  name?: string;
  format?: string;
  state?: string;
  content?: Buffer;
  pages?: string[];
}) {
  const { versionId, name = "tai-lieu.pdf", format = "pdf", state = "accepted", pages = [] } = values;
  const content = values.content ?? Buffer.from(`%PDF-1.4 ${crypto.randomUUID()}`);
  const kept = await storeFile(db, theSystem, { name, type: "application/pdf", content });
  return db.materialFile.create({
    data: {
      ...{ versionId, name, format, state, fileId: kept.id, size: kept.size, sha256: kept.sha256 },
      ...{ declaredBy: "system", declaredAt: new Date(), pages: pages.length || null },
      textState: pages.length > 0 ? "done" : "none",
      text: { create: pages.map((text, at) => ({ page: at + 1, text, source: "layer" })) },
    },
  });
}

async function publishVersion(materialId: string, versionId: string) {
  const publishedAt = new Date();
  await db.materialVersion.update({
    where: { id: versionId },
    data: { publishedAt, publishedBy: "system" },
  });
  await db.material.update({
    where: { id: materialId },
    data: { state: "published", publishedAt, currentId: versionId },
  });
}
