/** The roster's routes: strangers, the unallowed, other units, bad forms and good ones. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { unpackLines } from "~/roster/roster-lines";
import { emptySpeaker } from "~/roster/speaker";
import { loader as listLoader } from "~/routes/_app.roster._index";
import { loader as recordLoader } from "~/routes/_app.roster.$speakerId";
import { loader as historyLoader } from "~/routes/_app.roster.$speakerId.history";
import { action as partAction, loader as partLoader } from "~/routes/_app.roster.$speakerId_.$part";
import {
  action as appointAction,
  loader as appointLoader,
} from "~/routes/_app.roster.$speakerId_.appointment";
import {
  action as datesAction,
  loader as datesLoader,
} from "~/routes/_app.roster.$speakerId_.appointments.$appointmentId";
import { action as releaseAction, loader as releaseLoader } from "~/routes/_app.roster.$speakerId_.release";
import { action as newAction, loader as newLoader } from "~/routes/_app.roster.new";
import { action as reinstatementAction } from "~/routes/roster.$speakerId.reinstatement";
import { loader as valuesLoader } from "~/routes/roster.$speakerId.values";
import { action as withdrawalAction } from "~/routes/roster.$speakerId.withdrawal";
import { loader as choicesLoader } from "~/routes/roster.choices";
import { loader as decisionsLoader } from "~/routes/roster.decisions.choices";
import { loader as exportLoader } from "~/routes/roster.export[.]xlsx";
import { loader as similarLoader } from "~/routes/roster.similar";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post, postPlain } from "../requests";

let commune: { id: string };
let officer: Actor;
let leader: Actor;
let speakerAccount: Actor;
let elsewhere: Actor;
let id: string;
let appointmentId: string;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Ba Đình" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  leader = await makeActor({ role: "commune_leader", unit: commune });
  speakerAccount = await makeActor({ role: "speaker", unit: commune });
  elsewhere = await makeActor({ role: "commune_officer" });
  const speaker = await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit: commune, phone: "+84912345678" });
  id = speaker.id;
  appointmentId = (await makeAppointment({ speaker })).id;
});

type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => unknown;

function call(handler: unknown, request: Request, params: Record<string, string> = {}) {
  return answerOf(() =>
    (handler as Handler)({
      request,
      params: { speakerId: id, appointmentId, part: "contact", ...params },
      context: {},
    }),
  );
}

const pages: [string, unknown, "view" | "edit" | "export"][] = [
  ["/roster", listLoader, "view"],
  ["/roster/choices", choicesLoader, "view"],
  ["/roster/decisions/choices", decisionsLoader, "view"],
  ["/roster/export.xlsx", exportLoader, "export"],
  ["/roster/similar", similarLoader, "edit"],
  ["/roster/new", newLoader, "edit"],
];
const records: [string, unknown, "view" | "edit"][] = [
  ["", recordLoader, "view"],
  ["/history", historyLoader, "view"],
  ["/values?part=contact", valuesLoader, "edit"],
  ["/contact", partLoader, "edit"],
  ["/appointment", appointLoader, "edit"],
  ["/appointments/x", datesLoader, "edit"],
  ["/release", releaseLoader, "edit"],
];

describe.each(pages)("%s", (path, loader, needs) => {
  test("sends a stranger to sign in, and refuses whoever may not", async () => {
    expect((await call(loader, get(path))).status).toBe(302);
    expect((await call(loader, get(path, speakerAccount))).status).toBe(403);
    expect((await call(loader, get(path, leader))).status).toBe(needs === "view" ? 200 : 403);
    expect((await call(loader, get(path, officer))).status).toBe(200);
  });
});

describe.each(records)("/roster/:id%s", (path, loader, needs) => {
  test("is not there for another unit, a stranger or a guessed id", async () => {
    const at = `/roster/${id}${path}`;
    expect((await call(loader, get(at))).status).toBe(302);
    expect((await call(loader, get(at, speakerAccount))).status).toBe(403);
    expect((await call(loader, get(at, elsewhere))).status).toBe(404);
    expect((await call(loader, get(at, officer), { speakerId: randomUUID() })).status).toBe(404);
    expect((await call(loader, get(at, officer), { speakerId: "x" })).status).toBe(404);
    expect((await call(loader, get(at, officer))).status).toBe(200);
    if (needs === "edit") expect((await call(loader, get(at, leader))).status).toBe(403);
  });
});

const commands: [string, unknown][] = [
  ["/contact", partAction],
  ["/appointment", appointAction],
  ["/appointments/x", datesAction],
  ["/release", releaseAction],
  [`/withdrawal?appointment=${randomUUID()}`, withdrawalAction],
  [`/reinstatement?was=${randomUUID()}+`, reinstatementAction],
];

describe.each(commands)("POST /roster/:id%s", (path, action) => {
  test("is not for strangers, readers or other units, and takes JSON only", async () => {
    const at = `/roster/${id}${path}`;
    expect((await call(action, post(at, {}))).status).toBe(401);
    expect((await call(action, post(at, {}, leader))).status).toBe(403);
    expect((await call(action, post(at, {}, elsewhere))).status).toBe(404);
    expect((await call(action, postPlain(at, {}, officer))).status).toBe(415);
  });
});

describe("forms", () => {
  const typed = () => ({ ...emptySpeaker, fullName: "Lê Thị Lan", unitId: commune.id });

  test("a bad one is answered at its fields, in the person's language", async () => {
    const bad = { ...typed(), id: randomUUID(), fullName: " ", phone: "12", email: "x" };
    const answer = await call(newAction, post("/roster/new", bad, officer));
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { phone: "Số điện thoại chưa đúng. Ví dụ 0912 345 678." } },
    });
    expect(Object.keys((answer.body as { errors: object }).errors).sort()).toEqual([
      "email",
      "fullName",
      "phone",
    ]);
  });

  test("adding outside the own units is refused at the unit", async () => {
    const answer = await call(newAction, post("/roster/new", { ...typed(), id: randomUUID() }, elsewhere));
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual(["unitId"]);
  });

  test("a good one adds, changes, appoints, releases and takes back", async () => {
    const made = randomUUID();
    const params = { speakerId: made };
    const added = await call(newAction, post("/roster/new", { ...typed(), id: made }, officer));
    expect([added.status, added.headers.get("Location")]).toEqual([302, `/roster/${made}`]);

    const ofWork = { ...params, part: "work" };
    const opened = await call(valuesLoader, get("/?part=work", officer), params);
    const saved = { ...(opened.body as { values: object }).values, position: "Bí thư" };
    const { version } = opened.body as { version: string };
    const first = await call(partAction, post("/", { ...saved, version }, officer), ofWork);
    expect(first.status).toBe(302);
    const late = await call(partAction, post("/", { ...saved, version }, officer), ofWork);
    expect([late.status, Object.keys((late.body as { errors: object }).errors)]).toEqual([422, ["version"]]);

    const appointment = {
      ...{ id: randomUUID(), unitId: commune.id, role: "rapporteur", network: "party", level: "commune" },
      ...{ startsOn: "2025-08-12", endsOn: null },
      decision: { choice: "new", number: "45-QĐ/ĐU", decidedOn: "2025-08-12", kind: "recognition" },
    };
    expect((await call(appointAction, post("/", appointment, officer), params)).status).toBe(302);
    const dates = { startsOn: "2025-08-12", endsOn: "2030-06-30", decision: appointment.decision };
    const ofAppointment = { ...params, appointmentId: appointment.id };
    expect((await call(datesAction, post("/", dates, officer), ofAppointment)).status).toBe(302);

    const release = {
      appointmentIds: [appointment.id],
      on: today(),
      reason: "moved",
      decision: { choice: "unknown" },
    };
    expect((await call(releaseAction, post("/", release, officer), params)).status).toBe(302);
    const undo = `/roster/${made}/reinstatement?${new URLSearchParams({ was: `${appointment.id} 2030-06-30` })}`;
    expect((await call(reinstatementAction, post(undo, {}, officer), params)).status).toBe(302);
    const back = `/roster/${made}/withdrawal?appointment=${appointment.id}`;
    expect((await call(withdrawalAction, post(back, {}, officer), params)).status).toBe(302);

    const trail = await db.auditLine.findMany({ where: { subjectId: made }, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual([
      "speaker.added",
      "speaker.part_saved",
      "speaker.appointed",
      "speaker.appointment_changed",
      "speaker.released",
      "speaker.reinstated",
      "speaker.appointment_withdrawn",
    ]);
  });
});

test("the list sends only what the page shows", async () => {
  const { body } = await call(listLoader, get("/roster?q=anh", officer));
  const { lines, keys } = body as { lines: string; keys: string[] };
  expect(unpackLines(lines, keys)).toEqual([
    {
      id,
      name: "Đặng Hồng Ánh",
      position: null,
      state: "unknown",
      cells: {
        name: "Đặng Hồng Ánh",
        unit: "Đảng ủy phường Ba Đình",
        role: "Báo cáo viên",
        level: "Cấp xã",
        state: "Chưa rõ quyết định",
      },
    },
  ]);
});
