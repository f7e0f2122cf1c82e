/** What happens to the parts of a record: saved one at a time, told to the trail, taken back, refused when somebody was quicker. */
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { undoRecordChange } from "~/roster/record/changes.server";
import { isRecordPart, type PartValues, type RecordPart } from "~/roster/record/part";
import { findPart, savePart } from "~/roster/record/parts.server";
import {
  findQualification,
  removeQualification,
  saveQualification,
} from "~/roster/record/qualifications.server";
import { findSkills } from "~/roster/record/record.server";
import {
  addTopic,
  listCountedTopics,
  moveTopic,
  renameTopic,
  retireTopic,
} from "~/roster/record/topics.server";
import { words } from "~/roster/record/words";
import { words as rosterWords } from "~/roster/words";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";

let commune: { id: string };
let officer: Actor;
let elsewhere: Actor;
let id: string;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Ba Đình" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  elsewhere = await makeActor({ role: "commune_officer" });
});
beforeEach(async () => {
  id = (await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit: commune })).id;
});

async function save<Part extends RecordPart>(part: Part, values: PartValues[Part]) {
  const version = (await findPart(officer, id, part))?.version ?? "";
  return savePart(officer, id, part, { ...values, version });
}

async function stored<Part extends RecordPart>(part: Part) {
  return (await findPart(officer, id, part))?.values;
}

async function lines() {
  const found = await db.auditLine.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  return found.map(({ action, before, after }) => ({ action, before, after }));
}

const language = { language: "tay", level: "fluent", written: true } as const;
const exception = {
  firstDay: "2026-12-01",
  lastDay: "2026-12-05",
  part: "all_day",
  available: false,
  note: "học",
} as const;

describe("a part", () => {
  test("is saved with one line in the trail, and taken back to what it was", async () => {
    const [topic] = await db.topic.findMany({ orderBy: { position: "asc" } });
    const changes: { [Part in RecordPart]: PartValues[Part] } = {
      person: {
        fullName: "Đặng Thị Ánh",
        givenName: null,
        birth: { year: 1975, month: 4, day: null },
        gender: "female",
        unitId: commune.id,
      },
      contact: { phone: "+84912345678", email: "anh@example.vn" },
      work: { position: "Bí thư", workplace: null, education: "Đại học Luật", politicalTheory: "advanced" },
      note: { note: "Nói được tiếng Tày." },
      topics: { topics: { [topic?.id ?? ""]: "certified" } },
      languages: { languages: [language] },
      availability: { weekly: ["1-evening"], exceptions: [exception] },
    };
    for (const part of Object.keys(changes).filter(isRecordPart)) {
      const before = await stored(part);
      const saved = await save(part, changes[part] as never);
      expect(await stored(part)).toEqual(changes[part]);
      expect(await undoRecordChange(officer, id, saved?.changeSetId ?? "")).toBe(true);
      expect(await stored(part)).toEqual(before);
      await save(part, changes[part] as never);
    }
    const told = await lines();
    expect(told.map(({ action }) => action)).toEqual(
      Object.keys(changes).flatMap(() => [
        ...["speaker.part_saved", "speaker.change_undone", "speaker.part_saved"],
      ]),
    );
    expect(told.at(-1)?.after).toEqual({
      weekly: ["T2 tối"],
      exceptions: ["01/12/2026 đến 05/12/2026, cả ngày, không nhận"],
    });
    const skills = await findSkills(officer, id);
    expect(skills).toEqual({
      topics: [{ id: topic?.id, name: topic?.name, level: "certified" }],
      languages: [language],
      qualifications: [],
      availability: changes.availability,
      held: [],
    });
  });

  test("that stays as it is leaves no line and nothing to take back", async () => {
    await save("languages", { languages: [language] });
    expect(await save("languages", { languages: [language] })).toEqual({ changeSetId: null });
    expect(await lines()).toHaveLength(1);
  });

  test("is refused once somebody saved it meanwhile; other parts are not", async () => {
    const opened = await findPart(officer, id, "contact");
    await save("work", { position: "Bí thư", workplace: null, education: null, politicalTheory: null });
    const version = opened?.version ?? "";
    expect(
      await savePart(officer, id, "contact", { phone: "+84912345678", email: null, version }),
    ).not.toBeNull();
    await expect(
      savePart(officer, id, "contact", { phone: null, email: "a@example.vn", version }),
    ).rejects.toMatchObject({ phrase: words.errors.changedMeanwhile, field: "version" });
  });

  test("is not there for another unit, and moves only to a unit within reach", async () => {
    expect(await findPart(elsewhere, id, "contact")).toBeNull();
    expect(await savePart(elsewhere, id, "contact", { phone: null, email: null, version: "" })).toBeNull();
    const person = { ...((await stored("person")) as PartValues["person"]), unitId: (await makeUnit()).id };
    await expect(save("person", person)).rejects.toMatchObject({ phrase: rosterWords.errors.unitUnknown });
  });

  test("is taken back by whoever may edit it, once, and not over something newer", async () => {
    const first = await save("contact", { phone: "+84912345678", email: null });
    const change = first?.changeSetId ?? "";
    expect(await undoRecordChange(elsewhere, id, change)).toBe(false);
    expect(await undoRecordChange(officer, (await makeSpeaker({ unit: commune })).id, change)).toBe(false);
    await save("contact", { phone: "+84987654321", email: null });
    await expect(undoRecordChange(officer, id, change)).rejects.toMatchObject({
      phrase: words.errors.standsInTheWay,
    });
    expect(await stored("contact")).toEqual({ phone: "+84987654321", email: null });
  });

  test("takes no topic that is not in the list", async () => {
    await expect(save("topics", { topics: { [randomUUID()]: "interested" } })).rejects.toMatchObject({
      phrase: words.errors.topicUnknown,
    });
  });
});

describe("a qualification", () => {
  const values = {
    name: "Chứng nhận",
    issuer: "Trường Chính trị",
    number: "12",
    issuedOn: "2025-01-04",
    expiresOn: null,
  };

  test("is added once, changed, removed, and each is taken back", async () => {
    const one = { ...values, id: randomUUID(), version: "" };
    const added = await saveQualification(officer, id, one, { isNew: true });
    expect(await saveQualification(officer, id, one, { isNew: true })).toEqual({ changeSetId: null });
    const found = await findQualification(officer, id, one.id);
    expect(found).toMatchObject(values);
    const version = found?.version ?? "";
    const changed = { ...one, expiresOn: "2027-01-04", version };
    await saveQualification(officer, id, changed, { isNew: false });
    await expect(saveQualification(officer, id, changed, { isNew: false })).rejects.toMatchObject({
      field: "version",
    });
    const removed = await removeQualification(officer, id, one.id);
    expect(await findQualification(officer, id, one.id)).toBeNull();
    expect(await undoRecordChange(officer, id, removed?.changeSetId ?? "")).toBe(true);
    expect(await findQualification(officer, id, one.id)).toMatchObject({
      ...values,
      expiresOn: "2027-01-04",
    });
    await expect(undoRecordChange(officer, id, added?.changeSetId ?? "")).rejects.toMatchObject({
      phrase: words.errors.standsInTheWay,
    });
    expect((await lines()).map(({ action }) => action)).toEqual([
      "speaker.qualification_added",
      "speaker.qualification_changed",
      "speaker.qualification_removed",
      "speaker.change_undone",
    ]);
  });

  test("belongs to its record and to the units within reach", async () => {
    const one = { ...values, id: randomUUID(), version: "" };
    await saveQualification(officer, id, one, { isNew: true });
    const other = await makeSpeaker({ unit: commune });
    expect(await findQualification(officer, other.id, one.id)).toBeNull();
    expect(await findQualification(elsewhere, id, one.id)).toBeNull();
    expect(await removeQualification(elsewhere, id, one.id)).toBeNull();
    expect(await removeQualification(officer, other.id, one.id)).toBeNull();
    expect(await saveQualification(officer, id, { ...one, id: randomUUID() }, { isNew: false })).toBeNull();
  });
});

describe("the list of topics", () => {
  test("is renamed without losing a record, reordered, retired and used again", async () => {
    const name = randomUUID();
    await addTopic(officer, { name: `${name} một` });
    await addTopic(officer, { name: `${name} hai` });
    await expect(addTopic(officer, { name: `${name} MỘT` })).rejects.toMatchObject({ field: "name" });
    const mine = async () => (await listCountedTopics()).filter((topic) => topic.name.startsWith(name));
    const [one, two] = await mine();
    await save("topics", { topics: { [one?.id ?? ""]: "experienced" } });

    expect(await renameTopic(officer, one?.id ?? "", { name: `${name} ba` })).toBe(true);
    await expect(renameTopic(officer, one?.id ?? "", { name: `${name} hai` })).rejects.toMatchObject({
      field: "name",
    });
    expect(await moveTopic(officer, two?.id ?? "", { by: -1 })).toBe(true);
    expect((await mine()).map((topic) => [topic.name, topic.people])).toEqual([
      [`${name} hai`, 0],
      [`${name} ba`, 1],
    ]);
    await retireTopic(officer, two?.id ?? "", true);
    expect((await mine()).map(({ retired }) => retired)).toEqual([true, false]);
    await retireTopic(officer, two?.id ?? "", false);
    expect((await mine()).map((topic) => topic.name)).toEqual([`${name} ba`, `${name} hai`]);
    expect(await renameTopic(officer, randomUUID(), { name: "x" })).toBe(false);
    const told = await db.auditLine.findMany({ where: { subjectId: two?.id }, orderBy: { id: "asc" } });
    expect(told.map(({ action }) => action)).toEqual([
      ...["topic.added", "topic.moved", "topic.retired", "topic.restored"],
    ]);
  });
});
