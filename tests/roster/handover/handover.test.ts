/** A handover: what hangs on who leaves is given on in one go, by whom holds as much, and comes back whole. */
import { beforeAll, describe, expect, test } from "vitest";
import { findAccount } from "~/accounts/accounts.server";
import { closeDueAccounts } from "~/accounts/closing/closing-job.server";
import { listSuccessorChoices } from "~/accounts/index.server";
import { words as accountWords } from "~/accounts/words";
import { hangingSources } from "~/nav/hanging.server";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, showDay, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { notify } from "~/platform/notices.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { findLeaver, handOver, listHanging } from "~/roster/handover/handover.server";
import { handoverSchema, type Leaver } from "~/roster/handover/hanging";
import { words } from "~/roster/handover/words";
import {
  makeActor,
  makeAppointment,
  makeImport,
  makeSpeaker,
  makeUnit,
  makeUser,
  signInAs,
} from "../../factories";

let province: { id: string };
let commune: { id: string };
let administrator: Actor;
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Lam Giang" });
  commune = await makeUnit({ name: "Đảng ủy xã Pá Lau", parent: province });
  administrator = await makeActor({
    role: "system_administrator",
    unit: province,
    permission: "accounts.manage",
  });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "roster.edit" });
});

/** An officer of the commune who speaks too, and has left things behind. */
async function makeLeaver(): Promise<Leaver & { userId: string }> {
  const speaker = await makeSpeaker({ fullName: "Sùng A Dình", unit: commune });
  await makeAppointment({ speaker });
  const user = await makeUser({
    name: "Sùng A Dình",
    speakerId: speaker.id,
    grants: [
      { role: "commune_officer", unit: commune },
      { role: "speaker", unit: commune },
    ],
  });
  await signInAs(user);
  const { id: importId } = await makeImport({ unit: commune, actorId: user.id });
  await db.rosterImportRow.create({ data: { importId, sheet: "Sheet1", row: 2, raw: [] } });
  await notify(db, {
    ...{ userIds: [user.id], kind: "review.late", subjectId: importId, path: "/roster/reviews" },
    phrase: { vi: "Đợt rà soát sắp đến hạn", en: "The review is nearly due" },
  });
  return { userId: user.id, speakerId: speaker.id, name: "Sùng A Dình", unitId: commune.id };
}

async function makeSuccessor() {
  const { id } = await makeUser({ name: "Lầu Thị Súa", grants: [{ role: "commune_leader", unit: commune }] });
  return id;
}

function values(kinds: string[], successorId = "", reason = "Nghỉ hưu") {
  return handoverSchema.parse({ kinds, successorId, reason });
}

const kindsOf = async (actor: Actor, leaver: Leaver) =>
  (await listHanging(actor, leaver, hangingSources)).map(({ kind, things, isHeld }) => [
    kind,
    things.length,
    isHeld,
  ]);

async function stateOf(userId: string) {
  const { disabledAt, grants } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    include: { grants: true },
  });
  return { isOpen: disabledAt === null, roles: grants.map(({ role }) => role).sort() };
}

describe("what hangs on somebody", () => {
  test("is listed by kind, from every source, and what lies above the actor is said to be held", async () => {
    const leaver = await makeLeaver();
    const all = [
      ["roles", 1],
      ["notices", 1],
      ["imports", 1],
      ["appointments", 1],
      ["account", 1],
    ];
    const held = (kind: unknown) => kind === "roles" || kind === "account";
    expect(await kindsOf(administrator, leaver)).toEqual(all.map(([kind, count]) => [kind, count, false]));
    expect(await kindsOf(officer, leaver)).toEqual(all.map(([kind, count]) => [kind, count, held(kind)]));
  });

  test("is nothing for a person without account and appointment", async () => {
    const { id } = await makeSpeaker({ unit: commune });
    const leaver = await findLeaver(officer, id);
    expect(leaver && (await kindsOf(officer, leaver))).toEqual([]);
    expect(
      await findLeaver(await makeActor({ role: "commune_officer", permission: "roster.edit" }), id),
    ).toBeNull();
  });
});

describe("handing over", () => {
  test("gives roles, notices and unfinished work to somebody else and closes the account; taken back, all is as before", async () => {
    const leaver = await makeLeaver();
    const successor = await makeSuccessor();
    const id = await handOver(
      administrator,
      leaver,
      values(["roles", "imports", "notices", "account"], successor),
      hangingSources,
    );
    expect(await stateOf(leaver.userId)).toEqual({ isOpen: false, roles: ["speaker"] });
    expect(await stateOf(successor)).toEqual({ isOpen: true, roles: ["commune_leader", "commune_officer"] });
    expect(await db.session.count({ where: { userId: leaver.userId } })).toBe(0);
    const told = await db.notice.findMany({ where: { userId: successor }, orderBy: { kind: "asc" } });
    expect(told.map(({ kind, path }) => [kind, path.replace(/[\da-f-]{36}/, ":id")])).toEqual([
      ["import.handed_over", "/roster/import/:id"],
      ["review.late", "/roster/reviews"],
    ]);
    const line = await db.auditLine.findFirst({
      where: { action: "person.handed_over", subjectId: leaver.speakerId ?? "" },
    });
    expect(line?.after).toEqual({
      handed: [
        `${words.vi.kinds.roles}: 1`,
        `${words.vi.kinds.notices}: 1`,
        `${words.vi.kinds.imports}: 1`,
        `${words.vi.kinds.account}: 1`,
      ],
      handedTo: "Lầu Thị Súa",
      closesOn: today(),
      reason: "Nghỉ hưu",
    });

    const change = await findChange({ ...administrator, reach: [province.id] }, id);
    if (!change) throw new Error("no change");
    await takeBack(administrator, change);
    expect(await stateOf(leaver.userId)).toEqual({ isOpen: true, roles: ["commune_officer", "speaker"] });
    expect(await stateOf(successor)).toEqual({ isOpen: true, roles: ["commune_leader"] });
    expect(await db.notice.count({ where: { userId: successor } })).toBe(0);
    expect(await db.notice.count({ where: { userId: leaver.userId ?? "" } })).toBe(1);
  });

  test("is not taken back by whoever could not have given those rights", async () => {
    const leaver = await makeLeaver();
    const id = await handOver(
      administrator,
      leaver,
      values(["roles", "account"], await makeSuccessor()),
      hangingSources,
    );
    const change = await findChange(officer, id);
    if (!change) throw new Error("no change");
    await expect(takeBack(officer, change)).rejects.toThrow(accountWords.vi.personHasMore);
    expect(await stateOf(leaver.userId)).toEqual({ isOpen: false, roles: ["speaker"] });
  });

  test("an officer closes the account of a speaker of the own unit, who holds nothing else", async () => {
    const speaker = await makeSpeaker({ unit: commune });
    const user = await makeUser({ speakerId: speaker.id, grants: [{ role: "speaker", unit: commune }] });
    const leaver = (await findLeaver(officer, speaker.id)) as Leaver;
    await handOver(officer, leaver, values(["account"]), hangingSources);
    expect((await findAccount(administrator, user.id))?.disabledReason).toBe("Nghỉ hưu");
  });

  test("an account is closed on the day that was named, and stays open when that is taken back before", async () => {
    const [one, other] = [await makeLeaver(), await makeLeaver()];
    const planned = { ...values(["account"]), on: addDays(today(), 3) };
    await handOver(administrator, one, planned, hangingSources);
    const id = await handOver(administrator, other, planned, hangingSources);
    expect([await stateOf(one.userId), await closeDueAccounts()]).toMatchObject([
      { isOpen: true },
      { closed: 0 },
    ]);
    const hanging = await listHanging(administrator, one, hangingSources);
    expect(hanging.at(-1)?.things).toEqual([{ text: words.vi.closesOn(showDay(planned.on)) }]);
    const change = await findChange(administrator, id);
    if (!change) throw new Error("no change");
    await takeBack(administrator, change);
    await db.user.updateMany({
      where: { closesOn: { not: null } },
      data: { closesOn: dayToColumn(today()) },
    });
    expect(await closeDueAccounts()).toEqual({ closed: 1 });
    expect(await stateOf(one.userId)).toMatchObject({ isOpen: false });
    expect(await stateOf(other.userId)).toMatchObject({ isOpen: true });
  });

  test("refuses what is not the actor's, a missing successor, the leaver as successor, and somebody out of reach; nothing is done", async () => {
    const leaver = await makeLeaver();
    const before = await stateOf(leaver.userId);
    const elsewhere = await makeUser({ grants: [{ role: "commune_officer", unit: await makeUnit() }] });
    const tries: [Actor, string[], string, string][] = [
      [officer, ["roles"], await makeSuccessor(), words.vi.errors.notYours],
      [administrator, ["account", "roles"], "", words.vi.errors.successorNeeded],
      [administrator, ["roles"], leaver.userId, words.vi.errors.successorSame],
      [administrator, ["roles"], elsewhere.id, words.vi.errors.successorUnknown],
    ];
    for (const [actor, kinds, to, refusal] of tries) {
      await expect(handOver(actor, leaver, values(kinds, to), hangingSources)).rejects.toThrow(refusal);
    }
    expect(await stateOf(leaver.userId)).toEqual(before);
    expect(
      await db.changeSet.count({ where: { kind: "roster.handover", title: { contains: "Người dùng" } } }),
    ).toBe(0);
  });

  test("offers those who hold a role in reach, speakers and closed accounts aside", async () => {
    const id = await makeSuccessor();
    await makeUser({ name: "Lầu Thị Súa", grants: [{ role: "speaker", unit: commune }] });
    await makeUser({
      ...{ name: "Lầu Thị Súa", disabledAt: new Date() },
      grants: [{ role: "commune_leader", unit: commune }],
    });
    const choices = await listSuccessorChoices(officer, "lau thi sua");
    expect(choices.map((one) => one.id)).toContain(id);
    expect(new Set(choices.map(({ path }) => path))).toEqual(
      new Set(["Lãnh đạo xã, phường, Đảng ủy xã Pá Lau"]),
    );
  });
});
