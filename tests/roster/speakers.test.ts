/** What happens to people and their appointments: rules, reach, and an audit line for each command. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { type AppointmentValues, appointmentSchema, type ReleaseValues } from "~/roster/appointment";
import { appoint, changeAppointment, withdrawAppointment } from "~/roster/appointments.server";
import { listDecisionChoices } from "~/roster/decisions.server";
import { reinstateSpeaker, releaseSpeaker } from "~/roster/releases.server";
import { listSimilar } from "~/roster/similar.server";
import { emptySpeaker, speakerSchema } from "~/roster/speaker";
import { addSpeaker, updateSpeaker } from "~/roster/speaker-changes.server";
import { findSpeaker } from "~/roster/speakers.server";
import { words } from "~/roster/words";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";

const day = today();
let province: { id: string };
let commune: { id: string };
let officer: Actor;
let communeOfficer: Actor;

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Thử", level: "province" });
  commune = await makeUnit({ name: "Đảng ủy phường Ba Đình", parent: province });
  officer = await makeActor({ unit: province, name: "Trần Thị Hạnh" });
  communeOfficer = await makeActor({ role: "commune_officer", unit: commune });
});

function person(more: object = {}) {
  return speakerSchema.parse({ ...emptySpeaker, fullName: "Lê Thị Lan", unitId: commune.id, ...more });
}

function post(more: object = {}): AppointmentValues {
  return appointmentSchema.parse({
    ...{ id: randomUUID(), unitId: commune.id, role: "rapporteur", network: "party", level: "commune" },
    ...{ startsOn: "2025-08-12", endsOn: "", decision: { choice: "unknown" } },
    ...more,
  });
}

const decision = { choice: "new", number: "Số 45 - QĐ/ĐU", decidedOn: "2025-08-12", kind: "recognition" };

async function lines(id: string) {
  const found = await db.auditLine.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  return found.map(({ action, before, after, title, unitId }) => ({ action, before, after, title, unitId }));
}

describe("a record", () => {
  test("is added once, however often the form is sent", async () => {
    const values = {
      ...person({ phone: "0912 345 678", birth: { year: 1975, month: 4 } }),
      id: randomUUID(),
    };
    expect(await addSpeaker(officer, values)).toBe(values.id);
    expect(await addSpeaker(officer, values)).toBe(values.id);
    expect(await lines(values.id)).toEqual([
      {
        action: "speaker.added",
        title: "Lê Thị Lan",
        unitId: commune.id,
        before: {},
        after: {
          fullName: "Lê Thị Lan",
          birth: "04/1975",
          phone: "0912 345 678",
          unit: "Đảng ủy phường Ba Đình",
        },
      },
    ]);
  });

  test("is kept only by a unit within reach", async () => {
    const refusal = { phrase: words.errors.unitUnknown, field: "unitId" };
    await expect(addSpeaker(communeOfficer, person({ unitId: province.id }))).rejects.toMatchObject(refusal);
  });

  test("is saved with what changed in the audit trail, and sorted anew with its appointments", async () => {
    const id = await addSpeaker(officer, person());
    await appoint(officer, id, post());
    const saved = await updateSpeaker(officer, id, { ...person({ fullName: "Lê Thị Hoà" }), revision: 1 });
    expect(saved).toBe(true);
    expect((await lines(id)).at(-1)).toEqual({
      action: "speaker.updated",
      title: "Lê Thị Hoà",
      unitId: commune.id,
      before: { fullName: "Lê Thị Lan" },
      after: { fullName: "Lê Thị Hoà" },
    });
    const row = await db.speaker.findUniqueOrThrow({ where: { id }, include: { appointments: true } });
    expect([row.fullName, row.sortName, row.revision]).toEqual(["Lê Thị Hoà", ["Hòa", "Lê", "Thị"], 2]);
    expect(row.appointments.map(({ sortKey, keeperId }) => [sortKey, keeperId])).toEqual([
      [row.sortKey, commune.id],
    ]);
  });

  test("is not saved by a form opened before somebody else's", async () => {
    const id = await addSpeaker(officer, person());
    await updateSpeaker(officer, id, { ...person({ position: "Bí thư" }), revision: 1 });
    const late = updateSpeaker(communeOfficer, id, { ...person({ position: "Phó Bí thư" }), revision: 1 });
    await expect(late).rejects.toMatchObject({ phrase: words.errors.changedMeanwhile, field: "revision" });
    expect((await findSpeaker(officer, id))?.position).toBe("Bí thư");
  });

  test("outside the reach is not there", async () => {
    const id = await addSpeaker(officer, person({ unitId: province.id }));
    expect(await findSpeaker(communeOfficer, id)).toBeNull();
    expect(await findSpeaker(communeOfficer, "x")).toBeNull();
    expect(await updateSpeaker(communeOfficer, id, { ...person(), revision: 1 })).toBe(false);
    expect(await appoint(communeOfficer, id, post())).toBeNull();
    expect(await releaseSpeaker(communeOfficer, id, release([randomUUID()]))).toBeNull();
  });

  test("that looks like another is pointed out", async () => {
    const unit = await makeUnit({ parent: province });
    await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit, birthYear: 1980 });
    await makeSpeaker({ fullName: "Ánh Đặng Hồng", unit, phone: "+84987654321" });
    await makeSpeaker({ fullName: "Đặng Hồng Vân", unit });
    const asked = { fullName: "dang hong anh", birth: { year: 1980 }, phone: null, unitId: unit.id };
    const similar = await listSimilar(officer, asked);
    expect(similar.map(({ fullName, score, signs }) => [fullName, score, signs])).toEqual([
      ["Đặng Hồng Ánh", 83, ["nameUnmarked", "birthYear", "unit"]],
      ["Ánh Đặng Hồng", 62, ["nameOrder", "unit"]],
    ]);
    const byPhone = await listSimilar(officer, {
      ...asked,
      fullName: "Hồng Đặng Ánh",
      birth: null,
      phone: "+84987654321",
    });
    expect(byPhone[0]?.signs).toEqual(["nameOrder", "phone", "unit"]);
  });
});

function release(appointmentIds: string[], more: Partial<ReleaseValues> = {}): ReleaseValues {
  return { appointmentIds, on: day, reason: "retired", decision: { choice: "unknown" }, ...more };
}

describe("an appointment", () => {
  test("stands with its decision, kept once however it is spelt", async () => {
    const ids = await Promise.all([person(), person()].map((values) => addSpeaker(officer, values)));
    const spelt = [decision, { ...decision, number: "45-QĐ/ĐU" }];
    for (const [index, id] of ids.entries()) await appoint(officer, id, post({ decision: spelt[index] }));
    const kept = await db.decision.findMany({ where: { unitId: commune.id } });
    expect(kept.map(({ number, numberKey }) => [number, numberKey])).toEqual([["Số 45 - QĐ/ĐU", "45-qđ/đu"]]);
    expect((await lines(ids[1] ?? "")).at(-1)?.after).toEqual({
      role: "rapporteur",
      network: "party",
      level: "commune",
      appointmentUnit: "Đảng ủy phường Ba Đình",
      startsOn: "2025-08-12",
      decision: "45-QĐ/ĐU, 12/08/2025",
    });
    expect((await listDecisionChoices(communeOfficer, "số 45 - qđ")).map(({ name }) => name)).toEqual([
      "45-QĐ/ĐU, 12/08/2025",
    ]);
    expect(await listDecisionChoices(await makeActor(), "45")).toEqual([]);
  });

  test("is not held twice at a time", async () => {
    const id = await addSpeaker(officer, person());
    await appoint(officer, id, post({ endsOn: "2026-06-30" }));
    await expect(appoint(officer, id, post({ startsOn: "2026-06-30" }))).rejects.toMatchObject({
      phrase: words.errors.overlap("12/08/2025 – 30/06/2026"),
      field: "startsOn",
    });
    expect(await appoint(officer, id, post({ startsOn: "2026-07-01" }))).not.toBeNull();
    expect(await appoint(officer, id, post({ role: "communicator" }))).not.toBeNull();
  });

  test("at district level begins no later than the level's last day", async () => {
    const id = await addSpeaker(officer, person());
    const late = appoint(officer, id, post({ level: "district_legacy", startsOn: "2025-07-01" }));
    await expect(late).rejects.toMatchObject({
      phrase: words.errors.districtClosed("30/06/2025"),
      field: "level",
    });
    expect(
      await appoint(officer, id, post({ level: "district_legacy", startsOn: "2025-06-30" })),
    ).not.toBeNull();
  });

  test("for a closed unit begins no later than its last day", async () => {
    const id = await addSpeaker(officer, person());
    const closed = await makeUnit({ name: "Chi bộ cũ", parent: commune, closedOn: "2025-06-30" });
    await expect(
      appoint(officer, id, post({ unitId: closed.id, startsOn: "2025-07-01" })),
    ).rejects.toMatchObject({
      phrase: words.errors.unitClosed("Chi bộ cũ", "30/06/2025"),
      field: "startsOn",
    });
    const held = (await appoint(officer, id, post({ unitId: closed.id, startsOn: "2025-06-30" }))) ?? "";
    const later = { startsOn: "2025-07-01", endsOn: null, decision: { choice: "unknown" as const } };
    await expect(changeAppointment(officer, id, held, later)).rejects.toMatchObject({ field: "startsOn" });
  });

  test("of a unit above is not for the commune to change", async () => {
    const id = await addSpeaker(officer, person());
    const appointed = (await appoint(officer, id, post({ unitId: province.id, level: "province" }))) ?? "";
    const dates = { startsOn: day, endsOn: null, decision: { choice: "unknown" as const } };
    expect(await changeAppointment(communeOfficer, id, appointed, dates)).toBe(false);
    await expect(releaseSpeaker(communeOfficer, id, release([appointed]))).rejects.toMatchObject({
      phrase: words.errors.notStanding,
    });
    expect(await changeAppointment(officer, id, appointed, dates)).toBe(true);
  });

  test("just recorded can be taken back, and only then", async () => {
    const id = await addSpeaker(officer, person());
    const appointed = (await appoint(officer, id, post())) ?? "";
    expect(await withdrawAppointment(officer, id, appointed)).toBe(true);
    expect((await findSpeaker(officer, id))?.appointments).toEqual([]);
    expect((await db.speaker.findUniqueOrThrow({ where: { id } })).servesUntil).toBeNull();
    const speaker = await makeSpeaker({ unit: commune });
    const old = await makeAppointment({ speaker });
    await db.appointment.update({
      where: { id: old.id },
      data: { createdAt: new Date(Date.now() - 16 * 60_000) },
    });
    await expect(withdrawAppointment(officer, speaker.id, old.id)).rejects.toMatchObject({
      phrase: words.errors.tooLate,
    });
  });
});

describe("a release", () => {
  test("ends several appointments the day before, and can be taken back", async () => {
    const id = await addSpeaker(officer, person());
    const one = (await appoint(officer, id, post({ endsOn: "2030-06-30" }))) ?? "";
    const two = (await appoint(officer, id, post({ role: "communicator" }))) ?? "";
    const ends = await releaseSpeaker(officer, id, release([one, two]));
    expect(new Set(ends)).toEqual(
      new Set([
        { id: one, endsOn: "2030-06-30" },
        { id: two, endsOn: null },
      ]),
    );
    const released = (await findSpeaker(officer, id))?.appointments ?? [];
    expect(released.map(({ endsOn, endReason }) => [endsOn, endReason])).toEqual([
      [addDays(day, -1), "retired"],
      [addDays(day, -1), "retired"],
    ]);
    expect((await lines(id)).at(-1)).toMatchObject({
      action: "speaker.released",
      after: { releasedOn: day, reason: "retired" },
    });
    expect(await reinstateSpeaker(officer, id, ends ?? [])).toBe(true);
    const again = (await findSpeaker(officer, id))?.appointments ?? [];
    expect(new Set(again.map(({ id, endsOn, endReason }) => [id, endsOn, endReason].join()))).toEqual(
      new Set([`${one},2030-06-30,`, `${two},,`]),
    );
    await expect(reinstateSpeaker(officer, id, ends ?? [])).rejects.toMatchObject({
      phrase: words.errors.notLast,
    });
  });

  test("is refused before the beginning and after the end, and changes nothing then", async () => {
    const id = await addSpeaker(officer, person());
    const open = (await appoint(officer, id, post())) ?? "";
    const over = (await appoint(officer, id, post({ role: "communicator", endsOn: "2026-01-31" }))) ?? "";
    await expect(releaseSpeaker(officer, id, release([open], { on: "2025-08-12" }))).rejects.toMatchObject({
      phrase: words.errors.releaseTooEarly("12/08/2025"),
    });
    await expect(releaseSpeaker(officer, id, release([open, over]))).rejects.toMatchObject({
      phrase: words.errors.releaseTooLate("31/01/2026"),
    });
    const kept = (await findSpeaker(officer, id))?.appointments ?? [];
    expect(kept.map(({ endReason }) => endReason)).toEqual([null, null]);
  });

  test("for discipline is told only to those who keep the roster", async () => {
    const id = await addSpeaker(officer, person());
    const appointed = (await appoint(officer, id, post())) ?? "";
    await releaseSpeaker(officer, id, release([appointed], { reason: "discipline" }));
    const leader = await makeActor({ role: "commune_leader", unit: commune });
    const reasons = await Promise.all(
      [officer, leader].map(async (actor) => (await findSpeaker(actor, id))?.appointments[0]?.endReason),
    );
    expect(reasons).toEqual(["discipline", "other"]);
  });
});
