/** The first page: its figures and what waits, each within the reader's own units. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/_app._index";
import { makeActor, makeAppointment, makeSpeaker, makeTerm, makeUnit } from "../factories";
import { get } from "../requests";

let officer: Actor;
let leader: Actor;
let elsewhere: Actor;
let speakerAccount: Actor;

beforeAll(async () => {
  await makeUnit();
  const commune = await makeUnit({ name: "Đảng ủy phường Ba Đình" });
  const other = await makeUnit({ name: "Đảng ủy xã Thượng Lam" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  leader = await makeActor({ role: "commune_leader", unit: commune });
  elsewhere = await makeActor({ role: "commune_officer", unit: other });
  speakerAccount = await makeActor({ role: "speaker", unit: commune });

  const ending = await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit: commune });
  const term = await makeTerm({ unit: commune });
  const { id } = await makeAppointment({ speaker: ending });
  await db.appointment.update({
    where: { id },
    data: { endsOn: dayToColumn(addDays(today(), 30)), termId: term.id },
  });
  await db.qualification.create({
    data: {
      speakerId: ending.id,
      name: "Bồi dưỡng nghiệp vụ",
      expiresOn: dayToColumn(addDays(today(), 20)),
    },
  });
  const twin = await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit: commune });
  const [oneId, otherId] = [ending.id, twin.id].sort() as [string, string];
  await db.speakerPair.create({ data: { oneId, otherId, score: 97, signs: [] } });
});

async function seenBy(actor: Actor) {
  const seen = await loader({ request: get("/", actor), params: {}, context: {} } as never);
  return {
    figures: seen.figures.map(({ to, value }) => `${to} ${value}`),
    waiting: seen.tasks?.map(({ to }) => to) ?? null,
  };
}

test("what waits leads to the lists that show it", async () => {
  const { figures, waiting } = await seenBy(officer);
  expect(figures).toContain("/roster 2");
  expect(figures).toContain("/roster?state=active&role=communicator 0");
  expect(figures).toContain("/roster?state=active&role=rapporteur 1");
  expect(waiting).toEqual([
    "/roster/terms",
    "/roster/to-fix",
    "/roster/duplicates?band=sure",
    "/roster?state=active&qualification=expiring",
  ]);
});

test("who may not edit is not asked to decide about doubles", async () => {
  expect((await seenBy(leader)).waiting).not.toContain("/roster/duplicates?band=sure");
});

test("another unit's people are neither counted nor waiting", async () => {
  const { figures, waiting } = await seenBy(elsewhere);
  expect(figures).toContain("/roster 0");
  expect(waiting).toBeNull();
});

test("whoever may not read the roster sees no figure of it", async () => {
  const { figures, waiting } = await seenBy(speakerAccount);
  expect(figures.every((figure) => figure.startsWith("/units"))).toBe(true);
  expect(waiting).toBeNull();
});
