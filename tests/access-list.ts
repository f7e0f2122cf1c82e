/** The access list: who gets what answer from each route. A route without a row fails `tests/access.test.ts`. */
import type { Role } from "~/accounts";
import { db } from "~/platform/db.server";
import {
  makeAppointment,
  makeDecision,
  makeImport,
  makeMaterial,
  makeMaterialFile,
  makeMaterialVersion,
  makeReviewEntry,
  makeSpeaker,
  makeTerm,
  makeUnit,
  makeUser,
  type UnitLike,
} from "./factories";

/** Written out here on purpose: a changed permission must be changed here too, by somebody who means it. */
const everyone: Role[] = [
  "system_administrator",
  "department_officer",
  "department_leader",
  "commune_officer",
  "commune_leader",
  "training_officer",
  "speaker",
  "auditor",
];
const staff = everyone.filter((role) => role !== "speaker");
const unitEditors: Role[] = ["system_administrator", "department_officer"];
const rosterEditors: Role[] = ["system_administrator", "department_officer", "commune_officer"];
const rosterExporters: Role[] = [
  "system_administrator",
  "department_officer",
  "department_leader",
  "commune_officer",
];
const accountReaders: Role[] = ["system_administrator", "department_officer", "auditor"];
const revealers: Role[] = ["system_administrator", "department_officer", "commune_officer"];
const auditReaders: Role[] = ["system_administrator", "department_officer", "commune_officer", "auditor"];
const reviewReaders = staff.filter((role) => role !== "training_officer");
const reviewConfirmers: Role[] = ["system_administrator", "department_leader", "commune_leader"];
const administrators: Role[] = ["system_administrator"];
const outboxReaders: Role[] = ["system_administrator", "department_officer", "commune_officer", "auditor"];
const outboxManagers: Role[] = ["system_administrator", "department_officer", "commune_officer"];
const materialReminders = staff.filter((role) => role !== "auditor");
const materialEditors: Role[] = [
  ...(["system_administrator", "department_officer", "commune_officer", "training_officer"] as const),
];
const materialPublishers: Role[] = [
  ...(["system_administrator", "department_officer", "department_leader", "commune_leader"] as const),
];
/** Who says whom a material is for: those who prepare it and those who decide on it. */
const materialPreparers = staff.filter((role) => role !== "auditor");

/** One method of one route. */
export interface Cell {
  /** Where it is asked; `:name` is filled from the record's params. */
  path: string;
  /** Who gets in: "anybody" without signing in; else everybody not named gets 403. */
  who: "anybody" | Role[];
  /** A record that stands at a unit: in reach the answer is `answers`, outside 404. */
  record?: keyof typeof records;
  /** What is sent; without it an empty JSON object. */
  json?: unknown;
  /** For forms that work without JavaScript. */
  plain?: Record<string, string>;
  /** Params of the address that name no record, or one that stands at no unit. */
  params?: Record<string, string> | (() => Promise<Record<string, string>>);
  /** The status for who gets in (200). An incomplete form that passed all guards is answered by 422. */
  answers?: number;
  /** Roles that get in and find nothing there: 404. */
  nothingFor?: Role[];
  /** Where a place in reach answers otherwise. */
  answersAt?: { child?: number; closed?: number };
}

export interface Row {
  get?: Cell;
  post?: Cell;
}

/** Makes a record at a unit, and gives the params by which routes name it. */
export const records = {
  unit: async (unit: UnitLike) => ({ unitId: unit.id }),
  closedUnit: async (unit: UnitLike) => {
    const closed = await makeUnit({ parent: unit, closedOn: "2024-06-30" });
    return { unitId: closed.id };
  },
  account: async (unit: UnitLike) => {
    const { id } = await makeUser({ grants: [{ role: "speaker", unit }] });
    return { accountId: id };
  },
  grant: async (unit: UnitLike) => {
    const { id, grants } = await makeUser({ grants: [{ role: "speaker", unit }] });
    return { accountId: id, grantId: grants[0]?.id ?? "" };
  },
  speaker: async (unit: UnitLike) => ({ speakerId: (await makeSpeaker({ unit })).id }),
  appointment: async (unit: UnitLike) => {
    const speaker = await makeSpeaker({ unit });
    return { speakerId: speaker.id, appointmentId: (await makeAppointment({ speaker })).id };
  },
  part: async (unit: UnitLike) => ({ speakerId: (await makeSpeaker({ unit })).id, part: "contact" }),
  qualification: async (unit: UnitLike) => {
    const { id: speakerId } = await makeSpeaker({ unit });
    const { id } = await db.qualification.create({ data: { speakerId, name: "Chứng nhận" } });
    return { speakerId, qualificationId: id };
  },
  privateField: async (unit: UnitLike) => {
    const { id: speakerId } = await makeSpeaker({ unit });
    await db.speakerPrivate.create({ data: { speakerId, ethnicGroup: "Tày" } });
    return { speakerId, field: "ethnicGroup" };
  },
  correction: async (unit: UnitLike) => {
    const speaker = await makeSpeaker({ unit });
    const { id: userId } = await makeUser({ speakerId: speaker.id });
    const asked = { before: { position: null }, after: { position: "Bí thư" }, taken: [] };
    const { id } = await db.correction.create({ data: { speakerId: speaker.id, userId, ...asked } });
    return { correctionId: id };
  },
  rosterImport: async (unit: UnitLike) => ({ importId: (await makeImport({ unit })).id }),
  decision: async (unit: UnitLike) => ({ decisionId: (await makeDecision({ unit })).id }),
  scannedDecision: async (unit: UnitLike) => ({
    decisionId: (await makeDecision({ unit, scanned: true })).id,
  }),
  act: async (unit: UnitLike) => {
    const { id, number } = await makeDecision({ unit });
    const act = await db.changeSet.create({
      data: {
        kind: "roster.decision",
        title: number,
        unitId: unit.id,
        subjectId: id,
        actorId: "x",
        actorName: "x",
      },
    });
    return { decisionId: id, actId: act.id };
  },
  review: async (unit: UnitLike) => ({ reviewId: (await makeReviewEntry(unit)).reviewId }),
  reviewList: async (unit: UnitLike) => ({ listId: (await makeReviewEntry(unit)).listId }),
  reviewEntry: async (unit: UnitLike) => {
    const { listId, id } = await makeReviewEntry(unit);
    return { listId, entryId: id };
  },
  pair: async (unit: UnitLike) => ({
    oneId: (await makeSpeaker({ unit })).id,
    otherId: (await makeSpeaker({ unit })).id,
  }),
  change: async (unit: UnitLike) => {
    const by = { actorId: "x", actorName: "x" };
    const change = await db.changeSet.create({
      data: { kind: "roster.merge", title: "x", unitId: unit.id, ...by },
    });
    return { changeId: change.id };
  },
  term: async (unit: UnitLike) => ({ termId: (await makeTerm({ unit, name: crypto.randomUUID() })).id }),
  material: async (unit: UnitLike) => ({ materialId: (await makeMaterial({ unit })).id }),
  /** Meant for nobody: only those who keep it see it. */
  readMaterial: async (unit: UnitLike) => {
    const { id, versionId } = await makeMaterial({ unit, published: true });
    const file = await makeMaterialFile({ versionId, format: "docx", pages: ["Một", "Hai"] });
    return { materialId: id, fileId: file.id };
  },
  materialOfTwoVersions: async (unit: UnitLike) => {
    const material = await makeMaterial({ unit, published: true });
    await makeMaterialVersion({ material });
    return { materialId: material.id };
  },
  materialDraftFile: async (unit: UnitLike) => {
    const { versionId } = await makeMaterial({ unit });
    return { fileId: (await makeMaterialFile({ versionId })).id };
  },
  mail: async (unit: UnitLike) => {
    const about = { kind: "test", subjectId: crypto.randomUUID(), userId: nobodysId, unitId: unit.id };
    const mail = await db.mail.create({
      data: { ...about, address: "a@example.org", title: "x", body: "x" },
    });
    return { mailId: mail.id };
  },
  collection: async (unit: UnitLike) => {
    const facts = { kind: "other", title: "Bộ", unitId: unit.id };
    return { collectionId: (await db.materialCollection.create({ data: facts })).id };
  },
} satisfies Record<string, (unit: UnitLike) => Promise<Record<string, string>>>;

const nobodysId = "00000000-0000-4000-8000-000000000000";

const topic = async () => ({
  topicId: (await db.topic.create({ data: { name: crypto.randomUUID() } })).id,
});
const sensitive = { field: "identityNumber" };

const grouping = async () => ({
  groupingId: (await db.unitGroup.create({ data: { name: crypto.randomUUID() } })).id,
});

function decisionAct(act: string): Row {
  const path = `/roster/decisions/:decisionId/${act}`;
  return {
    get: { path, who: rosterEditors, record: "decision" },
    post: { path, who: rosterEditors, record: "decision", answers: 422 },
  };
}

/** Something of a material that its reader does; a speaker for whom it is not meant finds nothing. */
function toReader(method: "get" | "post", path: string, answers = 200): Row {
  return {
    [method]: {
      ...{ path, who: everyone, record: "readMaterial", nothingFor: ["speaker"], answers },
      ...(path.endsWith("/place") && { json: { page: 2 } }),
    },
  };
}

/** Of a material that is out, for nobody: only its keepers look at who has read it. */
function toReaders(page: string): Row {
  return { get: { path: `/materials/:materialId/${page}`, who: staff, record: "readMaterial" } };
}

/** It asks nobody to acknowledge: there is nothing to remind of. */
function toReminding(command: string): Row {
  const path = `/materials/:materialId/${command}`;
  return {
    post: { path, who: materialReminders, record: "readMaterial", json: { expected: 1 }, answers: 422 },
  };
}

/** A command on a collection. */
function toCollection(command: string, answers: number): Row {
  const path = `/materials/collections/:collectionId/${command}`;
  return { post: { path, who: materialEditors, record: "collection", answers } };
}

/** A command on whom a material is for. */
function toAudience(command: string, answers: number): Row {
  return {
    post: { path: `/materials/:materialId/${command}`, who: materialPreparers, record: "material", answers },
  };
}

/** A command on a material. */
function toMaterial(command: string, who: Role[], answers: number): Row {
  return { post: { path: `/materials/:materialId/${command}`, who, record: "material", answers } };
}

/** By the name of the file in app/routes, without its ending. */
export const accessList: Record<string, Row> = {
  // Reading
  "_app.library._index": { get: { path: "/library", who: everyone } },
  "_app.library.search": { get: { path: "/library/search?q=bi+mat", who: everyone } },
  "_app.library.$materialId._index": toReader("get", "/library/:materialId"),
  "library.$materialId.saving": toReader("post", "/library/:materialId/saving", 302),
  "library.$materialId.unsaving": toReader("post", "/library/:materialId/unsaving", 302),
  // Keepers are not asked for their word: tests/materials/reading/routes.test.ts gives one.
  "library.$materialId.acknowledgement": {
    post: {
      path: "/library/:materialId/acknowledgement",
      ...{ who: everyone, plain: { version: nobodysId }, params: { materialId: nobodysId }, answers: 404 },
    },
  },
  "library.$materialId.files.$fileId.text": toReader("get", "/library/:materialId/files/:fileId/text"),
  "library.$materialId.files.$fileId.place": toReader("post", "/library/:materialId/files/:fileId/place"),
  // A Word file is read as text.
  "library.$materialId.files.$fileId._index": toReader("get", "/library/:materialId/files/:fileId", 302),
  "library.$materialId.files.$fileId.hits": toReader("get", "/library/:materialId/files/:fileId/hits?q=mot"),
  "materials.files.$fileId.content": toReader("get", "/materials/files/:fileId/content"),
  "materials.files.$fileId.download": toReader("get", "/materials/files/:fileId/download", 302),
  // Mail that goes out
  "_app.outbox._index": { get: { path: "/outbox", who: outboxReaders } },
  "_app.outbox.$mailId": { get: { path: "/outbox/:mailId", who: outboxReaders, record: "mail" } },
  "outbox.discarding": {
    post: { path: "/outbox/discarding", who: outboxManagers, json: { mailId: nobodysId }, answers: 404 },
  },
  "outbox.resending": {
    post: { path: "/outbox/resending", who: outboxManagers, json: { mailId: nobodysId }, answers: 404 },
  },
  // Who has read
  "_app.materials.$materialId.readers._index": toReaders("readers"),
  "_app.materials.$materialId.readers.units": toReaders("readers/units"),
  "_app.materials.$materialId_.people._index": toReaders("people"),
  "_app.materials.$materialId_.people.units": toReaders("people/units"),
  "materials.$materialId.readers[.]xlsx": toReaders("readers.xlsx"),
  "materials.$materialId.readers.units[.]xlsx": toReaders("readers/units.xlsx"),
  "materials.$materialId.reminders": toReminding("reminders"),
  "materials.$materialId.escalation": toReminding("escalation"),
  "materials.$materialId.late-escalation": toReminding("late-escalation"),
  "materials.$materialId.deadline": {
    post: {
      path: "/materials/:materialId/deadline",
      ...{ who: materialPublishers, record: "readMaterial", plain: { acknowledgeBy: "x" }, answers: 302 },
    },
  },
  "_app.materials.figures": { get: { path: "/materials/figures", who: staff } },
  "materials.figures[.]xlsx": { get: { path: "/materials/figures.xlsx", who: staff } },
  // The desk of materials
  "_app.materials._index": { get: { path: "/materials", who: staff } },
  "_app.materials.new": {
    get: { path: "/materials/new", who: materialEditors },
    post: { path: "/materials/new", who: materialEditors, answers: 422 },
  },
  "_app.materials.review": { get: { path: "/materials/review", who: staff } },
  "_app.materials.trash": { get: { path: "/materials/trash", who: materialEditors } },
  "_app.materials.$materialId": {
    get: { path: "/materials/:materialId", who: staff, record: "material" },
  },
  "_app.materials.$materialId._index": {
    get: { path: "/materials/:materialId", who: staff, record: "material" },
  },
  "_app.materials.$materialId.versions": {
    get: { path: "/materials/:materialId/versions", who: staff, record: "material" },
    ...toMaterial("versions", materialEditors, 422),
  },
  "_app.materials.$materialId.history": {
    get: {
      path: "/materials/:materialId/history",
      ...{ who: staff, record: "material" },
      nothingFor: staff.filter((role) => !auditReaders.includes(role)),
    },
  },
  "_app.materials.$materialId_.edit": {
    get: { path: "/materials/:materialId/edit", who: materialEditors, record: "material" },
    ...toMaterial("edit", materialEditors, 422),
  },
  "_app.materials.$materialId_.comparison": {
    get: {
      path: "/materials/:materialId/comparison?from=1&to=2",
      ...{ who: staff, record: "materialOfTwoVersions" },
    },
  },
  "_app.materials.$materialId_.purge": {
    get: { path: "/materials/:materialId/purge", who: administrators, record: "material" },
    ...toMaterial("purge", administrators, 422),
  },
  "materials.$materialId.links": toMaterial("links", materialEditors, 422),
  "materials.$materialId.proposals": toMaterial("proposals", materialEditors, 422),
  "materials.drafts.files.$fileId.rereading": {
    post: {
      path: "/materials/drafts/files/:fileId/rereading",
      ...{ who: materialEditors, record: "materialDraftFile" },
    },
  },
  "materials.$materialId.request": toMaterial("request", materialEditors, 422),
  "materials.$materialId.request-withdrawal": toMaterial("request-withdrawal", materialEditors, 422),
  "materials.$materialId.approval": toMaterial("approval", materialPublishers, 422),
  "materials.$materialId.return": toMaterial("return", materialPublishers, 422),
  "materials.$materialId.withdrawal": toMaterial("withdrawal", materialPublishers, 422),
  "materials.$materialId.successor": toMaterial("successor", materialEditors, 302),
  "materials.$materialId.trashing": toMaterial("trashing", materialEditors, 302),
  "materials.$materialId.restoration": toMaterial("restoration", materialEditors, 404),
  "materials.$materialId.splitting": toMaterial("splitting", materialEditors, 422),
  "materials.$materialId.versions.change": toMaterial("versions/change", materialEditors, 422),
  "materials.$materialId.versions.removal": toMaterial("versions/removal", materialEditors, 404),
  "materials.drafts.files.$fileId.removal": {
    post: {
      path: "/materials/drafts/files/:fileId/removal",
      ...{ who: materialEditors, record: "materialDraftFile" },
    },
  },
  "materials.export[.]xlsx": { get: { path: "/materials/export.xlsx", who: staff } },
  "materials.choices": { get: { path: "/materials/choices?q=", who: staff } },
  "materials.collections.choices": { get: { path: "/materials/collections/choices?q=", who: staff } },
  "_app.materials.collections._index": { get: { path: "/materials/collections", who: staff } },
  "_app.materials.collections.new": {
    get: { path: "/materials/collections/new", who: materialEditors },
    post: { path: "/materials/collections/new", who: materialEditors, answers: 422 },
  },
  "_app.materials.collections.$collectionId._index": {
    get: { path: "/materials/collections/:collectionId", who: staff, record: "collection" },
  },
  "_app.materials.collections.$collectionId_.edit": {
    get: { path: "/materials/collections/:collectionId/edit", who: materialEditors, record: "collection" },
    ...toCollection("edit", 422),
  },
  "materials.collections.$collectionId.members": toCollection("members", 422),
  "materials.collections.$collectionId.departures": toCollection("departures", 422),
  "materials.collections.$collectionId.moves": toCollection("moves", 422),
  "materials.collections.$collectionId.removal": toCollection("removal", 302),
  "_app.materials.$materialId.audience._index": {
    get: { path: "/materials/:materialId/audience", who: staff, record: "material" },
  },
  "_app.materials.$materialId.audience.people": {
    get: { path: "/materials/:materialId/audience/people", who: staff, record: "material" },
  },
  "materials.$materialId.audience.people[.]xlsx": {
    get: { path: "/materials/:materialId/audience/people.xlsx", who: staff, record: "material" },
  },
  "materials.$materialId.audience.preview": {
    post: { path: "/materials/:materialId/audience/preview", who: staff, record: "material", answers: 422 },
  },
  "materials.$materialId.audience.rules": toAudience("audience/rules", 422),
  "materials.$materialId.publication": toAudience("publication", 422),
  "materials.$materialId.publication.cancellation": toAudience("publication/cancellation", 302),

  // The frame
  $: { get: { path: "/no-such-page", who: "anybody", answers: 404 } },
  _app: { get: { path: "/", who: everyone } },
  "_app._index": { get: { path: "/", who: everyone } },
  healthz: { get: { path: "/healthz", who: "anybody" } },
  readyz: { get: { path: "/readyz", who: "anybody" } },
  metrics: { get: { path: "/metrics", who: "anybody", answers: 404 } },
  language: { post: { path: "/language", who: "anybody", plain: { language: "vi" }, answers: 302 } },
  theme: { post: { path: "/theme", who: "anybody", plain: { theme: "dark" }, answers: 302 } },
  palette: { get: { path: "/palette?q=an", who: everyone } },
  "jobs.$jobId": { get: { path: "/jobs/:jobId", params: { jobId: nobodysId }, who: everyone, answers: 404 } },
  "jobs.$jobId.cancellation": {
    post: { path: "/jobs/:jobId/cancellation", params: { jobId: nobodysId }, who: everyone, answers: 404 },
  },

  // Whoever gets in holds a link or an upload of their own: tests/routes/uploads.test.ts.
  "_app.files": { get: { path: "/files", who: ["system_administrator", "auditor"] } },
  "files.checks": {
    post: { path: "/files/checks", who: ["system_administrator", "auditor"], answers: 302 },
  },
  "files.content.$token": {
    get: { path: "/files/content/:token", params: { token: "no.link" }, who: everyone, answers: 302 },
  },
  "_app.files_.closed-link": { get: { path: "/files/closed-link", who: everyone, answers: 404 } },
  uploads: {
    get: { path: "/uploads?purpose=none", who: everyone, answers: 404 },
    post: { path: "/uploads", who: everyone, answers: 404 },
  },
  "uploads_.$uploadId": {
    get: { path: "/uploads/:uploadId", params: { uploadId: nobodysId }, who: everyone, answers: 404 },
    post: { path: "/uploads/:uploadId", params: { uploadId: nobodysId }, who: everyone, answers: 404 },
  },

  ui: { get: { path: "/ui", who: "anybody" }, post: { path: "/ui", who: "anybody", answers: 422 } },
  "ui_.sample": { get: { path: "/ui/sample", who: "anybody" } },

  // Before the door
  "sign-in": {
    get: { path: "/sign-in", who: "anybody" },
    post: { path: "/sign-in", who: "anybody", plain: { login: "" }, answers: 422 },
  },
  "sign-in_.second-factor": {
    get: { path: "/sign-in/second-factor", who: "anybody", answers: 302 },
    post: { path: "/sign-in/second-factor", who: "anybody", plain: { code: "" }, answers: 422 },
  },
  "sign-in_.demo": {
    post: { path: "/sign-in/demo", who: "anybody", plain: { userId: nobodysId }, answers: 404 },
  },
  setup: {
    get: { path: "/setup", who: "anybody", answers: 302 },
    post: { path: "/setup", who: "anybody", answers: 422 },
  },
  "setup_.next": { get: { path: "/setup/next", who: administrators } },
  activate: {
    get: { path: "/activate", who: "anybody" },
    post: { path: "/activate", who: "anybody", plain: { code: "" }, answers: 422 },
  },

  // One's own account
  "sign-out": {
    get: { path: "/sign-out", who: everyone, answers: 302 },
    post: { path: "/sign-out", who: everyone, answers: 302 },
  },
  "_app.account._index": {
    get: { path: "/account", who: everyone },
    post: { path: "/account", who: everyone, answers: 422 },
  },
  "_app.account.password": {
    get: { path: "/account/password", who: everyone },
    post: { path: "/account/password", who: everyone, answers: 422 },
  },
  "_app.account.recovery-codes": {
    get: { path: "/account/recovery-codes", who: everyone },
    post: { path: "/account/recovery-codes", who: everyone, answers: 422 },
  },
  "_app.account.second-factor-move": {
    get: { path: "/account/second-factor-move", who: everyone },
    post: { path: "/account/second-factor-move", who: everyone, answers: 422 },
  },
  "account.second-factor": {
    get: { path: "/account/second-factor", who: everyone },
    post: { path: "/account/second-factor", who: everyone, answers: 422 },
  },
  "_app.notices": { get: { path: "/notices", who: everyone } },
  "notices.readings": { post: { path: "/notices/readings", who: everyone } },
  "account.sessions": {
    post: { path: "/account/sessions", who: everyone, json: { id: nobodysId }, answers: 302 },
  },

  // Administration of accounts
  "_app.accounts._index": { get: { path: "/accounts", who: accountReaders } },
  "_app.accounts.new": {
    get: { path: "/accounts/new", who: administrators },
    post: { path: "/accounts/new", who: administrators, answers: 422 },
  },
  "_app.accounts.permissions": { get: { path: "/accounts/permissions", who: accountReaders } },
  "_app.accounts.$accountId": {
    get: { path: "/accounts/:accountId", who: accountReaders, record: "account" },
  },
  "_app.accounts.$accountId.sight": {
    get: { path: "/accounts/:accountId/sight", who: administrators, record: "account" },
  },
  "_app.accounts.$accountId.history": {
    get: { path: "/accounts/:accountId/history", who: accountReaders, record: "account" },
  },
  "_app.accounts.$accountId_.edit": {
    get: { path: "/accounts/:accountId/edit", who: administrators, record: "account" },
    post: { path: "/accounts/:accountId/edit", who: administrators, record: "account", answers: 422 },
  },
  "_app.accounts.$accountId_.grants": {
    get: { path: "/accounts/:accountId/grants", who: administrators, record: "account" },
    post: { path: "/accounts/:accountId/grants", who: administrators, record: "account", answers: 422 },
  },
  "_app.accounts.$accountId_.disabling": {
    get: { path: "/accounts/:accountId/disabling", who: administrators, record: "account" },
    post: { path: "/accounts/:accountId/disabling", who: administrators, record: "account", answers: 422 },
  },
  "_app.accounts.$accountId_.code": {
    get: { path: "/accounts/:accountId/code", who: administrators, record: "account" },
    post: { path: "/accounts/:accountId/code", who: administrators, record: "account" },
  },
  "_app.accounts.$accountId_.second-factor": {
    get: { path: "/accounts/:accountId/second-factor", who: administrators, record: "account" },
    post: {
      path: "/accounts/:accountId/second-factor",
      who: administrators,
      record: "account",
      answers: 422,
    },
  },
  "accounts.$accountId.enabling": {
    post: { path: "/accounts/:accountId/enabling", who: administrators, record: "account", answers: 302 },
  },
  "accounts.$accountId.second-factor-reset": {
    post: {
      path: "/accounts/:accountId/second-factor-reset",
      who: administrators,
      record: "account",
      answers: 302,
    },
  },
  "accounts.$accountId.grants.$grantId.revocation": {
    post: {
      path: "/accounts/:accountId/grants/:grantId/revocation",
      who: administrators,
      record: "grant",
      answers: 302,
    },
  },
  "accounts.speaker-choices": { get: { path: "/accounts/speaker-choices?q=an", who: administrators } },
  "accounts.sight-choices": { get: { path: "/accounts/sight-choices?q=an", who: administrators } },

  // The trail
  "_app.audit": { get: { path: "/audit", who: auditReaders } },
  "audit.actions": { get: { path: "/audit/actions", who: auditReaders } },
  "audit.export[.]xlsx": { get: { path: "/audit/export.xlsx", who: auditReaders } },

  // Units
  "_app.units": { get: { path: "/units", who: everyone } },
  "_app.units._index": { get: { path: "/units", who: everyone } },
  "_app.units_.list": { get: { path: "/units/list", who: everyone } },
  "_app.units.$unitId": { get: { path: "/units/:unitId", who: everyone, record: "unit" } },
  "_app.units_.new": {
    get: { path: "/units/new", who: unitEditors },
    post: { path: "/units/new", who: unitEditors, answers: 422 },
  },
  "_app.units_.$unitId.change": {
    get: { path: "/units/:unitId/change", who: unitEditors, record: "unit" },
    post: { path: "/units/:unitId/change", who: unitEditors, record: "unit", answers: 422 },
  },
  "_app.units_.$unitId.move": {
    get: { path: "/units/:unitId/move", who: unitEditors, record: "unit" },
    post: { path: "/units/:unitId/move", who: unitEditors, record: "unit", answers: 422 },
  },
  "_app.units_.$unitId.closing": {
    get: { path: "/units/:unitId/closing", who: unitEditors, record: "unit" },
    post: { path: "/units/:unitId/closing", who: unitEditors, record: "unit", answers: 422 },
  },
  "units.$unitId.undoing": {
    post: {
      path: `/units/:unitId/undoing?change=${nobodysId}`,
      who: unitEditors,
      record: "unit",
      answers: 404,
    },
  },
  "units.$unitId.reopening": {
    post: {
      path: "/units/:unitId/reopening",
      who: unitEditors,
      record: "closedUnit",
      answers: 302,
      answersAt: { closed: 422 },
    },
  },
  "units.people": { get: { path: `/units/people?ids=${nobodysId}`, who: staff } },
  "units.children": { get: { path: "/units/children?of=:unitId", who: everyone, record: "unit" } },
  "units.choices": { get: { path: "/units/choices?q=", who: everyone } },
  "units.export[.]xlsx": { get: { path: "/units/export.xlsx", who: everyone } },
  "_app.units_.groupings._index": {
    get: { path: "/units/groupings", who: everyone },
    post: { path: "/units/groupings", who: unitEditors, answers: 422 },
  },
  "_app.units_.groupings.$groupingId": {
    get: { path: "/units/groupings/:groupingId", who: everyone, params: grouping },
    post: { path: "/units/groupings/:groupingId", who: unitEditors, params: grouping, answers: 422 },
  },
  "units.groupings.$groupingId.members": {
    post: { path: "/units/groupings/:groupingId/members", who: unitEditors, params: grouping, answers: 422 },
  },
  "units.groupings.$groupingId.departures": {
    post: {
      path: "/units/groupings/:groupingId/departures",
      who: unitEditors,
      params: grouping,
      answers: 422,
    },
  },
  "units.groupings.$groupingId.removal": {
    post: { path: "/units/groupings/:groupingId/removal", who: unitEditors, params: grouping, answers: 302 },
  },
  "_app.units_.import._index": { get: { path: "/units/import", who: unitEditors } },
  "_app.units_.import.$fileId": {
    get: { path: "/units/import/:fileId", params: { fileId: nobodysId }, who: unitEditors, answers: 404 },
  },
  "units.import.files": { post: { path: "/units/import/files", who: unitEditors, answers: 415 } },
  "units.import.$fileId.commit": {
    post: {
      path: "/units/import/:fileId/commit",
      params: { fileId: nobodysId },
      who: unitEditors,
      answers: 404,
    },
  },

  // The roster
  "_app.roster._index": { get: { path: "/roster", who: staff } },
  // A bulk edit is there for whoever began it, and for nobody else.
  "roster.bulk": {
    post: { path: "/roster/bulk", who: rosterEditors, json: { ids: [nobodysId] }, answers: 422 },
  },
  "_app.roster.bulk.$bulkId": {
    get: { path: "/roster/bulk/:bulkId", params: { bulkId: nobodysId }, who: rosterEditors, answers: 404 },
  },
  "_app.roster.bulk.$bulkId_.operation": {
    get: {
      path: "/roster/bulk/:bulkId/operation",
      ...{ params: { bulkId: nobodysId }, who: rosterEditors, answers: 404 },
    },
    post: {
      path: "/roster/bulk/:bulkId/operation",
      ...{ params: { bulkId: nobodysId }, who: rosterEditors, answers: 404 },
    },
  },
  "roster.bulk.$bulkId.commit": {
    post: {
      path: "/roster/bulk/:bulkId/commit",
      ...{ params: { bulkId: nobodysId }, who: rosterEditors, answers: 404 },
    },
  },
  "roster.bulk.$bulkId.withdrawal": {
    post: {
      path: "/roster/bulk/:bulkId/withdrawal",
      ...{ params: { bulkId: nobodysId }, who: rosterEditors, answers: 404 },
    },
  },
  "_app.roster.new": {
    get: { path: "/roster/new", who: rosterEditors },
    post: { path: "/roster/new", who: rosterEditors, answers: 422 },
  },
  "_app.roster.$speakerId": { get: { path: "/roster/:speakerId", who: staff, record: "speaker" } },
  "_app.roster.$speakerId._index": { get: { path: "/roster/:speakerId", who: staff, record: "speaker" } },
  "_app.roster.$speakerId.timeline": {
    get: { path: "/roster/:speakerId/timeline", who: staff, record: "speaker" },
  },
  "_app.roster.$speakerId_.$part": {
    get: { path: "/roster/:speakerId/:part", who: rosterEditors, record: "part" },
    post: { path: "/roster/:speakerId/:part", who: rosterEditors, record: "part", answers: 422 },
  },
  "_app.roster.$speakerId_.qualifications.$qualificationId": {
    get: {
      path: "/roster/:speakerId/qualifications/:qualificationId",
      who: rosterEditors,
      record: "qualification",
    },
    post: {
      path: "/roster/:speakerId/qualifications/:qualificationId",
      who: rosterEditors,
      record: "qualification",
      answers: 422,
    },
  },
  "roster.$speakerId.qualifications.$qualificationId.removal": {
    post: {
      path: "/roster/:speakerId/qualifications/:qualificationId/removal",
      who: rosterEditors,
      record: "qualification",
      answers: 302,
    },
  },
  "_app.roster.$speakerId_.access": {
    get: { path: "/roster/:speakerId/access", who: rosterEditors, record: "speaker" },
    post: { path: "/roster/:speakerId/access", who: rosterEditors, record: "speaker", answers: 422 },
  },
  "_app.roster.$speakerId_.handover": {
    get: { path: "/roster/:speakerId/handover", who: rosterEditors, record: "speaker" },
    post: { path: "/roster/:speakerId/handover", who: rosterEditors, record: "speaker", answers: 422 },
  },
  "_app.accounts.$accountId_.handover": {
    get: { path: "/accounts/:accountId/handover", who: administrators, record: "account" },
    post: { path: "/accounts/:accountId/handover", who: administrators, record: "account", answers: 422 },
  },
  "roster.handover.choices": { get: { path: "/roster/handover/choices?q=", who: rosterEditors } },
  // The record has no account.
  "roster.$speakerId.access-code": {
    post: { path: "/roster/:speakerId/access-code", who: rosterEditors, record: "speaker", answers: 404 },
  },
  "_app.roster.$speakerId_.private": {
    get: { path: "/roster/:speakerId/private", who: revealers, record: "speaker" },
    post: { path: "/roster/:speakerId/private", who: revealers, record: "speaker", answers: 422 },
  },
  // No sensitive field is on.
  "roster.$speakerId.private.$field.reveal": {
    post: {
      path: "/roster/:speakerId/private/:field/reveal",
      who: revealers,
      record: "privateField",
      answers: 422,
    },
  },
  "roster.$speakerId.photo": {
    post: { path: "/roster/:speakerId/photo", who: revealers, record: "speaker", answers: 415 },
  },
  "roster.$speakerId.photo.removal": {
    post: { path: "/roster/:speakerId/photo/removal", who: revealers, record: "speaker", answers: 302 },
  },
  "roster.$speakerId.undoing": {
    post: {
      path: `/roster/:speakerId/undoing?change=${nobodysId}`,
      who: rosterEditors,
      record: "speaker",
      answers: 404,
    },
  },
  "_app.settings.roster": { get: { path: "/settings/roster", who: administrators } },
  "_app.settings.roster._index": { get: { path: "/settings/roster", who: administrators, answers: 302 } },
  "_app.settings.roster.topics": {
    get: { path: "/settings/roster/topics", who: administrators },
    post: { path: "/settings/roster/topics", who: administrators, answers: 422 },
  },
  "settings.roster.topics.$topicId.name": {
    post: { path: "/settings/roster/topics/:topicId/name", who: administrators, params: topic, answers: 422 },
  },
  "settings.roster.topics.$topicId.move": {
    post: { path: "/settings/roster/topics/:topicId/move", who: administrators, params: topic, answers: 422 },
  },
  "settings.roster.topics.$topicId.retirement": {
    post: {
      path: "/settings/roster/topics/:topicId/retirement",
      who: administrators,
      params: topic,
      answers: 422,
    },
  },
  "_app.settings.roster.private": { get: { path: "/settings/roster/private", who: administrators } },
  "settings.roster.private.$field": {
    post: {
      path: "/settings/roster/private/:field",
      who: administrators,
      params: sensitive,
      answers: 422,
    },
  },
  "settings.roster.private.$field.closing": {
    post: {
      path: "/settings/roster/private/:field/closing",
      who: administrators,
      params: sensitive,
      answers: 302,
    },
  },
  "settings.roster.private.$field.purge": {
    post: {
      path: "/settings/roster/private/:field/purge",
      who: administrators,
      params: sensitive,
      answers: 302,
    },
  },
  "_app.roster.$speakerId_.appointment": {
    get: { path: "/roster/:speakerId/appointment", who: rosterEditors, record: "speaker" },
    post: { path: "/roster/:speakerId/appointment", who: rosterEditors, record: "speaker", answers: 422 },
  },
  "_app.roster.$speakerId_.release": {
    get: { path: "/roster/:speakerId/release", who: rosterEditors, record: "speaker" },
    post: { path: "/roster/:speakerId/release", who: rosterEditors, record: "speaker", answers: 422 },
  },
  "_app.roster.$speakerId_.appointments.$appointmentId": {
    get: {
      path: "/roster/:speakerId/appointments/:appointmentId",
      who: rosterEditors,
      record: "appointment",
    },
    post: {
      path: "/roster/:speakerId/appointments/:appointmentId",
      who: rosterEditors,
      record: "appointment",
      answers: 422,
    },
  },
  "_app.roster.$speakerId.history": {
    get: {
      path: "/roster/:speakerId/history",
      who: staff,
      record: "speaker",
      nothingFor: ["department_leader", "commune_leader", "training_officer"],
    },
  },
  "roster.$speakerId.values": {
    get: { path: "/roster/:speakerId/values?part=contact", who: rosterEditors, record: "speaker" },
  },
  "roster.$speakerId.withdrawal": {
    post: {
      path: "/roster/:speakerId/withdrawal?appointment=:appointmentId",
      who: rosterEditors,
      record: "appointment",
      answers: 302,
    },
  },
  "roster.$speakerId.reinstatement": {
    post: {
      path: "/roster/:speakerId/reinstatement?was=:appointmentId+",
      who: rosterEditors,
      record: "appointment",
      answers: 302,
    },
  },
  "_app.roster.import._index": { get: { path: "/roster/import", who: rosterEditors } },
  "_app.roster.import.$importId": {
    get: { path: "/roster/import/:importId", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.commit": {
    post: {
      path: "/roster/import/:importId/commit",
      who: rosterEditors,
      record: "rosterImport",
      answers: 302,
    },
  },
  "_app.roster.import.$importId_.repairs": {
    get: { path: "/roster/import/:importId/repairs", who: rosterEditors, record: "rosterImport" },
  },
  "_app.roster.import.$importId_.people": {
    get: { path: "/roster/import/:importId/people", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.known": {
    post: {
      path: "/roster/import/:importId/known",
      who: rosterEditors,
      record: "rosterImport",
      answers: 422,
    },
  },
  "roster.import.$importId.known-people": {
    post: { path: "/roster/import/:importId/known-people", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.known-rules": {
    post: { path: "/roster/import/:importId/known-rules", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.answers": {
    post: {
      path: "/roster/import/:importId/answers",
      who: rosterEditors,
      record: "rosterImport",
      answers: 422,
    },
  },
  "roster.import.$importId.file": {
    get: { path: "/roster/import/:importId/file", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.problems[.]xlsx": {
    get: { path: "/roster/import/:importId/problems.xlsx", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.reading": {
    post: {
      path: "/roster/import/:importId/reading",
      who: rosterEditors,
      record: "rosterImport",
      answers: 422,
    },
  },
  "roster.import.$importId.recalled": {
    post: { path: "/roster/import/:importId/recalled", who: rosterEditors, record: "rosterImport" },
  },
  "roster.import.$importId.removal": {
    post: {
      path: "/roster/import/:importId/removal",
      who: rosterEditors,
      record: "rosterImport",
      answers: 302,
    },
  },
  "roster.import.$importId.rows": {
    post: { path: "/roster/import/:importId/rows", who: rosterEditors, record: "rosterImport", answers: 422 },
  },
  "roster.import.$importId.settings": {
    post: {
      path: "/roster/import/:importId/settings",
      who: rosterEditors,
      record: "rosterImport",
      answers: 422,
    },
  },
  "roster.import.$importId.units": {
    post: {
      path: "/roster/import/:importId/units",
      who: rosterEditors,
      record: "rosterImport",
      answers: 422,
    },
  },
  "roster.import.files": { post: { path: "/roster/import/files", who: rosterEditors, answers: 415 } },
  "roster.choices": { get: { path: "/roster/choices?q=", who: staff } },
  "_app.roster.decisions._index": { get: { path: "/roster/decisions", who: staff } },
  "_app.roster.decisions.new": {
    get: { path: "/roster/decisions/new", who: rosterEditors },
    post: { path: "/roster/decisions/new", who: rosterEditors, answers: 422 },
  },
  "_app.roster.decisions.$decisionId": {
    get: { path: "/roster/decisions/:decisionId", who: staff, record: "decision" },
  },
  "_app.roster.decisions.$decisionId._index": {
    get: { path: "/roster/decisions/:decisionId", who: staff, record: "decision" },
  },
  "_app.roster.decisions.$decisionId.history": {
    get: {
      path: "/roster/decisions/:decisionId/history",
      who: staff,
      record: "decision",
      nothingFor: ["department_leader", "commune_leader", "training_officer"],
    },
  },
  "_app.roster.decisions.$decisionId_.edit": {
    get: { path: "/roster/decisions/:decisionId/edit", who: rosterEditors, record: "decision" },
    post: {
      path: "/roster/decisions/:decisionId/edit",
      who: rosterEditors,
      record: "decision",
      answers: 422,
    },
  },
  "_app.roster.decisions.$decisionId_.recognition": decisionAct("recognition"),
  "_app.roster.decisions.$decisionId_.renewal": decisionAct("renewal"),
  "_app.roster.decisions.$decisionId_.replacement": decisionAct("replacement"),
  "_app.roster.decisions.$decisionId_.release": decisionAct("release"),
  "roster.decisions.$decisionId.scan": {
    get: { path: "/roster/decisions/:decisionId/scan", who: staff, record: "scannedDecision" },
    post: {
      path: "/roster/decisions/:decisionId/scan",
      who: rosterEditors,
      record: "decision",
      answers: 415,
    },
  },
  "roster.decisions.$decisionId.scan-removal": {
    post: {
      path: "/roster/decisions/:decisionId/scan-removal",
      ...{ who: rosterEditors, record: "decision", answers: 302 },
    },
  },
  "roster.decisions.$decisionId.removal": {
    post: {
      path: "/roster/decisions/:decisionId/removal",
      ...{ who: rosterEditors, record: "decision", answers: 302 },
    },
  },
  "roster.decisions.$decisionId.annex[.]docx": {
    get: { path: "/roster/decisions/:decisionId/annex.docx", who: rosterExporters, record: "decision" },
  },
  "roster.decisions.$decisionId.acts.$actId.withdrawal": {
    post: {
      path: "/roster/decisions/:decisionId/acts/:actId/withdrawal",
      ...{ who: rosterEditors, record: "act", answers: 302 },
    },
  },
  "roster.decisions.preview": {
    post: { path: "/roster/decisions/preview", who: rosterEditors, answers: 422 },
  },
  "roster.decisions.people": { post: { path: "/roster/decisions/people", who: rosterEditors } },
  "roster.terms.$termId.removal": {
    post: { path: "/roster/terms/:termId/removal", who: rosterEditors, record: "term", answers: 302 },
  },
  "_app.roster.terms._index": { get: { path: "/roster/terms", who: staff } },
  "_app.roster.terms.all": { get: { path: "/roster/terms/all", who: staff } },
  "_app.roster.terms.new": {
    get: { path: "/roster/terms/new", who: rosterEditors },
    post: { path: "/roster/terms/new", who: rosterEditors, answers: 422 },
  },
  "_app.roster.terms.$termId": {
    get: { path: "/roster/terms/:termId", who: rosterEditors, record: "term" },
    post: { path: "/roster/terms/:termId", who: rosterEditors, record: "term", answers: 422 },
  },
  "_app.roster.terms.$termId_.renewal": {
    get: { path: "/roster/terms/:termId/renewal", who: rosterEditors, record: "term" },
    post: { path: "/roster/terms/:termId/renewal", who: rosterEditors, record: "term", answers: 422 },
  },
  "_app.roster.terms.renewal": {
    get: { path: "/roster/terms/renewal?unit=:unitId&days=90", who: rosterEditors, record: "unit" },
    post: {
      path: "/roster/terms/renewal?unit=:unitId&days=90",
      ...{ who: rosterEditors, record: "unit", answers: 422 },
    },
  },
  "_app.roster.to-fix": {
    get: { path: "/roster/to-fix", who: staff },
    post: { path: "/roster/to-fix", who: rosterEditors, answers: 422 },
  },
  "roster.annex[.]docx": { get: { path: "/roster/annex.docx", who: rosterExporters } },
  "_app.roster.annex": {
    get: { path: "/roster/annex", who: administrators },
    post: { path: "/roster/annex", who: administrators, answers: 422 },
  },
  "roster.annex.templates.$layout": {
    get: { path: "/roster/annex/templates/:layout", params: { layout: "party" }, who: administrators },
    post: {
      path: "/roster/annex/templates/:layout",
      ...{ params: { layout: "party" }, who: administrators, answers: 415 },
    },
  },
  "roster.annex.templates.$layout.removal": {
    post: {
      path: "/roster/annex/templates/:layout/removal",
      ...{ params: { layout: "party" }, who: administrators, answers: 302 },
    },
  },
  "roster.decisions.choices": { get: { path: "/roster/decisions/choices?q=", who: staff } },
  "_app.roster.duplicates._index": { get: { path: "/roster/duplicates", who: rosterEditors } },
  "_app.roster.duplicates.$oneId.$otherId": {
    get: { path: "/roster/duplicates/:oneId/:otherId", who: rosterEditors, record: "pair" },
    post: { path: "/roster/duplicates/:oneId/:otherId", who: rosterEditors, record: "pair", answers: 422 },
  },
  "roster.duplicates.partings": {
    post: { path: "/roster/duplicates/partings", who: rosterEditors, answers: 422 },
  },
  "roster.duplicates.rejoinings": {
    post: { path: "/roster/duplicates/rejoinings?ids=", who: rosterEditors, answers: 302 },
  },
  "roster.duplicates.searches": {
    post: { path: "/roster/duplicates/searches", who: rosterEditors, answers: 302 },
  },
  "_app.roster.corrections._index": { get: { path: "/roster/corrections", who: rosterEditors } },
  "_app.roster.corrections.$correctionId": {
    get: { path: "/roster/corrections/:correctionId", who: rosterEditors, record: "correction" },
    post: {
      path: "/roster/corrections/:correctionId",
      ...{ who: rosterEditors, record: "correction", answers: 422 },
    },
  },
  // The own record: nobody here has one, tests/routes/own.test.ts asks for those who do.
  "_app.me._index": { get: { path: "/me", who: everyone, answers: 404 } },
  "_app.me.$part": {
    get: { path: "/me/:part", params: { part: "work" }, who: everyone, answers: 404 },
    post: { path: "/me/:part", params: { part: "work" }, who: everyone, answers: 404 },
  },
  "_app.me.availability": {
    get: { path: "/me/availability", who: everyone, answers: 404 },
    post: { path: "/me/availability", who: everyone, answers: 404 },
  },
  "me.export[.]json": { get: { path: "/me/export.json", who: everyone, answers: 404 } },
  "me.export[.]pdf": { get: { path: "/me/export.pdf", who: everyone, answers: 404 } },
  "me.corrections.$correctionId.withdrawal": {
    post: {
      path: "/me/corrections/:correctionId/withdrawal",
      ...{ params: { correctionId: nobodysId }, who: everyone, answers: 404 },
    },
  },
  "_app.roster.changes._index": { get: { path: "/roster/changes", who: rosterEditors } },
  "_app.roster.changes.$changeId": {
    get: { path: "/roster/changes/:changeId", who: rosterEditors, record: "change" },
    post: { path: "/roster/changes/:changeId", who: rosterEditors, record: "change", answers: 302 },
  },
  "roster.similar": { get: { path: "/roster/similar?fullName=An", who: rosterEditors } },
  "_app.roster.export": {
    get: { path: "/roster/export", who: rosterExporters },
    post: { path: "/roster/export", who: rosterExporters, plain: { format: "xlsx", name: "" }, answers: 422 },
  },
  "roster.export[.]csv": { get: { path: "/roster/export.csv", who: rosterExporters } },
  "roster.print": { get: { path: "/roster/print", who: rosterExporters } },
  // Files of one's own; tests/routes/exports.test.ts asks for those of others.
  "_app.exports": { get: { path: "/exports", who: everyone } },
  "exports.$exportId.file": {
    get: { path: "/exports/:exportId/file", params: { exportId: nobodysId }, who: everyone, answers: 404 },
  },
  "exports.$exportId.removal": {
    post: {
      path: "/exports/:exportId/removal",
      params: { exportId: nobodysId },
      who: everyone,
      answers: 404,
    },
  },
  "_app.roster.reviews._index": { get: { path: "/roster/reviews", who: reviewReaders } },
  "_app.roster.reviews.new": {
    get: { path: "/roster/reviews/new", who: unitEditors },
    post: { path: "/roster/reviews/new", who: unitEditors, answers: 422 },
  },
  "roster.reviews.preview": {
    post: { path: "/roster/reviews/preview", who: unitEditors, answers: 422 },
  },
  "_app.roster.reviews.$reviewId": {
    get: { path: "/roster/reviews/:reviewId", who: reviewReaders, record: "review" },
  },
  "_app.roster.reviews.$reviewId._index": {
    get: {
      path: "/roster/reviews/:reviewId",
      ...{ who: reviewReaders, record: "review" },
    },
  },
  "_app.roster.reviews.$reviewId.history": {
    get: {
      path: "/roster/reviews/:reviewId/history",
      ...{ who: reviewReaders, record: "review", nothingFor: ["department_leader", "commune_leader"] },
    },
  },
  "_app.roster.reviews.$reviewId_.edit": {
    get: { path: "/roster/reviews/:reviewId/edit", who: unitEditors, record: "review" },
    post: { path: "/roster/reviews/:reviewId/edit", who: unitEditors, record: "review", answers: 422 },
  },
  "roster.reviews.$reviewId.closing": {
    post: { path: "/roster/reviews/:reviewId/closing", who: unitEditors, record: "review", answers: 302 },
  },
  "roster.reviews.$reviewId.reopening": {
    post: { path: "/roster/reviews/:reviewId/reopening", who: unitEditors, record: "review", answers: 302 },
  },
  "roster.reviews.$reviewId.reminders": {
    post: {
      path: "/roster/reviews/:reviewId/reminders?state=confirmed",
      who: unitEditors,
      record: "review",
      answers: 422,
    },
  },
  "roster.reviews.$reviewId.progress[.]xlsx": {
    get: { path: "/roster/reviews/:reviewId/progress.xlsx", who: reviewReaders, record: "review" },
  },
  "_app.roster.reviews.$reviewId.result": {
    get: { path: "/roster/reviews/:reviewId/result", who: reviewReaders, record: "review" },
  },
  "_app.roster.reviews.$reviewId.figures": {
    get: { path: "/roster/reviews/:reviewId/figures", who: reviewReaders, record: "review" },
  },
  "roster.reviews.$reviewId.figures[.]xlsx": {
    get: { path: "/roster/reviews/:reviewId/figures.xlsx", who: rosterExporters, record: "review" },
  },
  "roster.reviews.$reviewId.annex[.]docx": {
    get: { path: "/roster/reviews/:reviewId/annex.docx", who: rosterExporters, record: "review" },
  },
  "_app.roster.reviews.$reviewId_.acceptance": {
    get: { path: "/roster/reviews/:reviewId/acceptance", who: unitEditors, record: "review" },
    post: { path: "/roster/reviews/:reviewId/acceptance", who: unitEditors, record: "review", answers: 422 },
  },
  "_app.roster.reviews.$reviewId_.recognition": {
    get: { path: "/roster/reviews/:reviewId/recognition", who: rosterEditors, record: "review" },
    post: {
      path: "/roster/reviews/:reviewId/recognition",
      who: rosterEditors,
      record: "review",
      answers: 422,
    },
  },
  "_app.roster.reviews.$reviewId_.replacement": {
    get: { path: "/roster/reviews/:reviewId/replacement", who: rosterEditors, record: "review" },
    post: {
      path: "/roster/reviews/:reviewId/replacement",
      who: rosterEditors,
      record: "review",
      answers: 422,
    },
  },
  "_app.roster.reviews.$reviewId_.release": {
    get: { path: "/roster/reviews/:reviewId/release", who: rosterEditors, record: "review" },
    post: { path: "/roster/reviews/:reviewId/release", who: rosterEditors, record: "review", answers: 422 },
  },
  "_app.roster.reviews.lists.$listId": {
    get: { path: "/roster/reviews/lists/:listId", who: reviewReaders, record: "reviewList" },
  },
  "roster.reviews.lists.$listId.entries.$entryId": {
    get: {
      path: "/roster/reviews/lists/:listId/entries/:entryId",
      ...{ who: rosterEditors, record: "reviewEntry" },
    },
  },
  "roster.reviews.lists.$listId.marks": {
    post: {
      path: "/roster/reviews/lists/:listId/marks",
      who: rosterEditors,
      record: "reviewList",
      answers: 422,
    },
  },
  "roster.reviews.lists.$listId.keeping": {
    post: {
      path: "/roster/reviews/lists/:listId/keeping",
      who: rosterEditors,
      record: "reviewList",
      answers: 302,
    },
  },
  "roster.reviews.lists.$listId.unkeeping": {
    post: {
      path: "/roster/reviews/lists/:listId/unkeeping?at=2026-11-20T08%3A00%3A00.000Z",
      ...{ who: rosterEditors, record: "reviewList", answers: 302 },
    },
  },
  "roster.reviews.lists.$listId.submission": {
    post: {
      path: "/roster/reviews/lists/:listId/submission",
      who: rosterEditors,
      record: "reviewList",
      answers: 422,
    },
  },
  "roster.reviews.lists.$listId.confirmation": {
    post: {
      path: "/roster/reviews/lists/:listId/confirmation",
      ...{ who: reviewConfirmers, record: "reviewList", answers: 422 },
    },
  },
  "roster.reviews.lists.$listId.return": {
    post: {
      path: "/roster/reviews/lists/:listId/return",
      who: reviewConfirmers,
      record: "reviewList",
      answers: 422,
    },
  },
  "roster.reviews.lists.$listId.reopening": {
    post: {
      path: "/roster/reviews/lists/:listId/reopening",
      who: unitEditors,
      record: "reviewList",
      answers: 422,
    },
  },
  "roster.export[.]xlsx": { get: { path: "/roster/export.xlsx", who: rosterExporters } },
};
