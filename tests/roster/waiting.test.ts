/** The first page's counts are those of the lists that they lead to, for whoever reads. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { listUnknown } from "~/roster/decisions/unknown-decisions.server";
import { unknownPageSize } from "~/roster/decisions/unknown-query";
import { countRoster, listBesides } from "~/roster/roster-list.server";
import { rosterQuery } from "~/roster/roster-query";
import { readEndingTerms } from "~/roster/terms/ending-terms.server";
import { horizons, usualHorizon } from "~/roster/terms/term";
import { countForFirstPage } from "~/roster/waiting.server";
import { areaOf } from "~/units/index.server";
import { makeActor, makeAppointment, makeDecision, makeSpeaker, makeUnit, makeUser } from "../factories";

let readers: { viewer: Actor; editor: Actor; corrections: number; surePairs: number }[];

beforeAll(async () => {
  const root = await makeUnit({ name: "Trung ương" });
  const province = await makeUnit({ parent: root, level: "province" });
  const [ward, village] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  const decision = await makeDecision({ unit: province });
  const day = today();
  const ids: string[] = [];
  for (const unit of [root, ward, village]) {
    for (let at = 0; at < 12; at++) {
      const speaker = await makeSpeaker({ unit });
      ids.push(speaker.id);
      const post = (values: object) => makeAppointment({ speaker, ...values });
      // Some never served, some twice, some here and elsewhere, some no more, some not yet.
      if (at % 4 > 0) await post({ role: at % 3 ? "rapporteur" : "communicator" });
      if (at % 5 === 0) await post({ role: "communicator", network: "state", endsOn: addDays(day, 20 * at) });
      if (at % 6 === 0) await post({ unit: village, network: "union", startsOn: addDays(day, 5) });
      if (at % 7 === 0) await post({ network: "state", endsOn: addDays(day, -1) });
      const until = (days: number) => ({
        ...{ speakerId: speaker.id, name: "Chứng nhận" },
        expiresOn: dayToColumn(addDays(day, days)),
      });
      if (at % 2) await db.qualification.createMany({ data: [until(at * 9), until(at * 9 + 1), until(-1)] });
    }
  }
  const posts = await db.appointment.findMany({ where: { speakerId: { in: ids } }, select: { id: true } });
  const known = posts.filter((_, at) => at % 3 === 0).map(({ id }) => id);
  await db.appointment.updateMany({ where: { id: { in: known } }, data: { decisionId: decision.id } });
  const { id: userId } = await makeUser({ grants: [] });
  const [ofRoot, ofWard] = [ids[0] ?? "", ids[12] ?? ""];
  const wish = (speakerId: string, state = "waiting") => ({
    speakerId,
    userId,
    state,
    before: {},
    after: {},
  });
  await db.correction.createMany({ data: [wish(ofRoot), wish(ofWard), wish(ofWard, "declined")] });
  const pair = (one: number, other: number, score: number, differentAt: Date | null = null) => {
    const [oneId = "", otherId = ""] = [ids[one] ?? "", ids[other] ?? ""].sort();
    return { oneId, otherId, score, signs: [], differentAt };
  };
  await db.speakerPair.createMany({
    data: [
      pair(12, 13, 97),
      pair(12, 24, 97),
      pair(0, 14, 97),
      pair(13, 15, 60),
      pair(14, 15, 97, new Date()),
    ],
  });
  const reader = async (unit: { id: string }, corrections: number, surePairs: number) => ({
    viewer: await makeActor({ unit, permission: "roster.view" }),
    editor: await makeActor({ unit, permission: "roster.edit" }),
    ...{ corrections, surePairs },
  });
  readers = [await reader(root, 2, 3), await reader(province, 1, 2), await reader(ward, 1, 1)];
});

test("each count is that of its list", async () => {
  expect(readers.map(({ viewer }) => viewer.reach === "everywhere")).toEqual([true, false, false]);
  // The second reads one area, the third some units.
  const areas = await Promise.all(readers.map(({ viewer }) => areaOf(viewer, null)));
  expect(areas.map(Boolean)).toEqual([false, true, false]);
  for (const { viewer, editor, corrections, surePairs } of readers) {
    const active = (more: object) => countRoster(viewer, rosterQuery({ state: "active", ...more }));
    const { counts: ending } = await readEndingTerms(viewer, { days: usualHorizon });
    const one = (total: number | undefined) => ({ total, more: false });
    expect(await countForFirstPage(viewer, editor)).toEqual({
      people: await countRoster(viewer),
      rapporteurs: await active({ role: "rapporteur" }),
      communicators: await active({ role: "communicator" }),
      termsEnding: one(ending[horizons.indexOf(usualHorizon)]),
      toFix: (await listBesides(viewer, rosterQuery())).toFix,
      certificates: await active({ qualification: "expiring" }),
      corrections: one(corrections),
      surePairs: one(surePairs),
    });
  }
});

test("who may not edit has nothing to decide, and who edits one unit decides there only", async () => {
  const [central, , ward] = readers;
  if (!central || !ward) throw new Error("Three read.");
  expect(await countForFirstPage(central.viewer, null)).toMatchObject({
    corrections: { total: 0 },
    surePairs: { total: 0 },
  });
  const mixed = await countForFirstPage(central.viewer, ward.editor);
  expect(mixed).toMatchObject({ corrections: { total: 1 }, surePairs: { total: 1 } });
  expect(mixed.people).toEqual(await countRoster(central.viewer));
});

test("the list of unknown decisions holds those of whose unit and whose keeper both are in reach", async () => {
  for (const { viewer } of readers) {
    const mine =
      viewer.reach === "everywhere" ? {} : { under: { some: { ancestorId: { in: viewer.reach } } } };
    const expected = await db.appointment.findMany({
      where: { decisionId: null, unit: mine, speaker: { unit: mine } },
      select: { id: true },
    });
    const pageOf = (page: number) => listUnknown(viewer, { unit: null, startsOn: null, page });
    const { appointments, count } = await pageOf(1);
    expect(count).toEqual({ total: expected.length, more: false });
    expect(expected.length).toBeLessThanOrEqual(unknownPageSize);
    expect(appointments.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(await pageOf(5)).toEqual({ appointments: [], count });
  }
});
