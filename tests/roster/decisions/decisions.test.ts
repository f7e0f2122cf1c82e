/** Decisions, their scans and terms in the database: rules, reach, and what lists say of them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { readNames } from "~/roster/acts/candidates";
import { findCandidates, listRenewable } from "~/roster/acts/candidates.server";
import { listDecisions } from "~/roster/decisions/decision-list.server";
import { readDecisionQuery } from "~/roster/decisions/decision-query";
import type { DecisionRecordValues } from "~/roster/decisions/decision-record";
import { addDecision, findDecision, updateDecision } from "~/roster/decisions/decision-records.server";
import { attachScan, removeScan, takeScan } from "~/roster/decisions/scans.server";
import { attachDecision, listUnknown } from "~/roster/decisions/unknown-decisions.server";
import { words } from "~/roster/decisions/words";
import { readEndingTerms } from "~/roster/terms/ending-terms.server";
import { followingTerm, groupPageSize, horizons } from "~/roster/terms/term";
import { addTerm, findTerm, removeTerm, updateTerm } from "~/roster/terms/terms.server";
import { makeActor, makeAppointment, makeDecision, makeSpeaker, makeTerm, makeUnit } from "../../factories";

let commune: { id: string };
let officer: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "decisions.edit" });
  elsewhere = await makeActor({ role: "commune_officer", permission: "decisions.edit" });
});

const facts: Omit<DecisionRecordValues, "unitId"> = {
  ...{ number: "Số 45 - QĐ/ĐU", decidedOn: "2025-08-12", kind: "recognition" },
  ...{ issuer: "Ban Thường vụ", signer: null, note: null, revision: null },
};
const ask = (query: string) => readDecisionQuery(new URL(`http://house/roster/decisions?${query}`));
const numbersOf = async (actor: Actor, query: string) =>
  (await listDecisions(actor, ask(query))).decisions.map(({ number }) => number);

describe("a decision", () => {
  test("is found however its number is written, and only within reach", async () => {
    const id = await addDecision(officer, { ...facts, unitId: commune.id });
    for (const typed of ["45-QĐ/ĐU", "số 45 - qđ/đu", "45", "Quyết định số: 45 – QĐ/ĐU"]) {
      expect(await numbersOf(officer, `q=${encodeURIComponent(typed)}`)).toEqual(["Số 45 - QĐ/ĐU"]);
    }
    expect(await numbersOf(elsewhere, "q=45")).toEqual([]);
    expect(await findDecision(elsewhere, id)).toBeNull();
    await expect(addDecision(officer, { ...facts, number: "45-QĐ/ĐU", unitId: commune.id })).rejects.toThrow(
      words.vi.errors.known,
    );
    await expect(addDecision(elsewhere, { ...facts, unitId: commune.id })).rejects.toThrow(
      words.vi.errors.unitUnknown,
    );
  });

  test("is listed by kind, unit, year and missing scan, by number as a number", async () => {
    const unit = await makeUnit({ parent: commune });
    for (const [number, decidedOn] of [
      ["9-QĐ/ĐU", "2024-01-05"],
      ["112-QĐ/ĐU", "2024-06-05"],
      ["30-QĐ/ĐU", "2023-12-31"],
    ] as const) {
      await addDecision(officer, { ...facts, number, decidedOn, kind: "release", unitId: unit.id });
    }
    expect(await numbersOf(officer, `unit=${unit.id}&sort=number`)).toEqual([
      "9-QĐ/ĐU",
      "30-QĐ/ĐU",
      "112-QĐ/ĐU",
    ]);
    expect(await numbersOf(officer, `unit=${unit.id}&year=2024`)).toEqual(["112-QĐ/ĐU", "9-QĐ/ĐU"]);
    expect(await numbersOf(officer, `unit=${unit.id}&kind=recognition`)).toEqual([]);
    expect(await numbersOf(officer, `unit=${unit.id}&scan=there`)).toEqual([]);
  });

  test("of another unit is known to those whose people it names, with those people alone", async () => {
    const province = await makeUnit({ level: "province" });
    const { id } = await makeDecision({ unit: province, number: "7-QĐ/TU" });
    const [ours, theirs] = [await makeSpeaker({ unit: commune }), await makeSpeaker()];
    for (const speaker of [ours, theirs]) {
      const held = await makeAppointment({ speaker });
      await db.appointment.update({ where: { id: held.id }, data: { decisionId: id } });
    }
    const { decisions } = await listDecisions(officer, ask("q=7-QĐ/TU"));
    expect(decisions.map(({ number, begins }) => [number, begins])).toEqual([["7-QĐ/TU", 1]]);
    expect((await findDecision(officer, id))?.isOurs).toBe(false);
  });

  test("is saved by whoever opened the latest version", async () => {
    const { id } = await makeDecision({ unit: commune });
    const values = { ...facts, number: "501-QĐ/ĐU", unitId: commune.id };
    expect(await updateDecision(officer, id, { ...values, revision: 1 })).toBe(true);
    await expect(updateDecision(officer, id, { ...values, revision: 1 })).rejects.toThrow(
      words.vi.errors.changedMeanwhile,
    );
    expect(await updateDecision(elsewhere, id, { ...values, revision: 2 })).toBe(false);
  });
});

describe("a scan", () => {
  test("is told by its content, handed out under the decision's number, and every opening is on record", async () => {
    const { id } = await makeDecision({ unit: commune, number: "77/QĐ-UBND" });
    const file = { name: "../ảnh chụp.PDF", bytes: Buffer.from("%PDF-1.7 x") };
    expect(await attachScan(elsewhere, id, file)).toBe(false);
    await expect(attachScan(officer, id, { name: "scan.pdf", bytes: Buffer.from("MZ") })).rejects.toThrow(
      words.vi.errors.scanType,
    );
    expect(await attachScan(officer, id, file)).toBe(true);
    expect(await takeScan(officer, id)).toMatchObject({
      type: "application/pdf",
      name: "Quyết định 77-QĐ-UBND.PDF",
    });
    expect(await takeScan(elsewhere, id)).toBeNull();
    expect(await removeScan(officer, id)).toBe(true);
    const lines = await db.auditLine.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(lines.map(({ action }) => action)).toEqual([
      ...["decision.scan_attached", "decision.scan_opened", "decision.scan_removed"],
    ]);
    expect(await db.storedFile.count({ where: { name: "ảnh chụp.PDF" } })).toBe(0);
  });
});

describe("terms", () => {
  test("belong to a unit in reach, by one name each, and are saved by the latest version", async () => {
    const values = { name: "2025-2030", unitId: commune.id, startsOn: "2025-08-01", endsOn: "2030-07-31" };
    const id = await addTerm(officer, values);
    await expect(addTerm(officer, values)).rejects.toThrow(words.vi.errors.termKnown);
    await expect(addTerm(elsewhere, values)).rejects.toThrow(words.vi.errors.unitUnknown);
    expect(await updateTerm(officer, id, { ...values, endsOn: "2030-08-31", revision: 1 })).toBe(true);
    expect((await findTerm(officer, id))?.endsOn).toBe("2030-08-31");
    expect(await findTerm(elsewhere, id)).toBeNull();
    expect(await removeTerm(elsewhere, id)).toBe(false);
    const speaker = await makeSpeaker();
    const { id: appointmentId } = await makeAppointment({ speaker });
    await db.appointment.update({ where: { id: appointmentId }, data: { termId: id } });
    await expect(removeTerm(officer, id)).rejects.toThrow(words.vi.errors.termUsed);
    await db.appointment.delete({ where: { id: appointmentId } });
    expect(await removeTerm(officer, id)).toBe(true);
    expect(await findTerm(officer, id)).toBeNull();
  });

  test("the next one is as long as the last and begins the day after", () => {
    expect(followingTerm({ startsOn: "2020-08-01", endsOn: "2025-07-31" })).toEqual({
      ...{ name: "2025-2030", startsOn: "2025-08-01", endsOn: "2030-07-31" },
    });
    expect(followingTerm({ startsOn: "2022-01-01", endsOn: "2026-12-31" })).toEqual({
      ...{ name: "2027-2031", startsOn: "2027-01-01", endsOn: "2031-12-31" },
    });
  });

  test("that end soon are listed with their people until these are renewed", async () => {
    const unit = await makeUnit({ parent: commune, name: "Chi bộ 7" });
    const endsOn = addDays(today(), 20);
    const term = await makeTerm({ unit, startsOn: "2021-01-01", endsOn });
    const people = await Promise.all([0, 1, 2].map(() => makeSpeaker({ unit })));
    for (const speaker of people) {
      const held = await makeAppointment({ speaker, startsOn: "2021-01-01", endsOn });
      await db.appointment.update({ where: { id: held.id }, data: { termId: term.id } });
    }
    const mine = async (days: number) =>
      (await readEndingTerms(officer, { days })).groups.filter(({ unitId }) => unitId === unit.id);
    expect(await mine(30)).toEqual([
      expect.objectContaining({ termId: term.id, people: 3, renewed: 0, first: endsOn, last: endsOn }),
    ]);
    const counts = async () => (await readEndingTerms(officer, { days: 30 })).counts;
    const before = await counts();
    await makeAppointment({ speaker: people[0] ?? (await makeSpeaker()), startsOn: addDays(endsOn, 1) });
    expect(await mine(30)).toEqual([expect.objectContaining({ people: 2, renewed: 1 })]);
    expect(await counts()).toEqual(before.map((each) => each - 1));
    expect(before).toHaveLength(horizons.length);
    expect(await listRenewable(officer, { termId: term.id })).toHaveLength(2);
    expect(await listRenewable(elsewhere, { termId: term.id })).toEqual([]);
  });

  test("that end soon are all on some page, each once, the soonest first", async () => {
    for (let n = 0; n < groupPageSize + 5; n++) {
      const unit = await makeUnit({ parent: commune });
      const speaker = await makeSpeaker({ unit });
      await makeAppointment({ speaker, startsOn: "2021-01-01", endsOn: addDays(today(), n % 25) });
    }
    const { total } = await readEndingTerms(officer, { days: 30 });
    const pages = Array.from({ length: Math.ceil(total / groupPageSize) }, (_, at) =>
      readEndingTerms(officer, { days: 30, page: at + 1 }),
    );
    const groups = (await Promise.all(pages)).flatMap((page) => page.groups);
    expect(new Set(groups.map(({ unitId, termId }) => `${unitId} ${termId}`)).size).toBe(total);
    expect(groups).toHaveLength(total);
    expect(groups.map(({ first }) => first)).toEqual(groups.map(({ first }) => first).sort());
    expect(total).toBeGreaterThan(groupPageSize);
  });
});

describe("appointments without a decision", () => {
  test("are listed, get one together, and are off the list then", async () => {
    const unit = await makeUnit({ parent: commune });
    const speaker = await makeSpeaker({ unit });
    const held = await Promise.all(
      ["rapporteur", "communicator"].map((role) => makeAppointment({ speaker, role })),
    );
    const list = async () =>
      (await listUnknown(officer, { unit: unit.id, startsOn: null, page: 1 })).appointments;
    expect(await list()).toHaveLength(2);
    const { id } = await makeDecision({ unit: commune });
    const wish = { appointmentIds: held.map((one) => one.id), decision: { choice: "existing" as const, id } };
    await expect(attachDecision(elsewhere, wish)).rejects.toThrow(words.vi.errors.knownByNow);
    expect(await attachDecision(officer, wish)).toMatchObject({ decisionId: id, count: 2 });
    expect(await list()).toEqual([]);
    await expect(attachDecision(officer, wish)).rejects.toThrow(words.vi.errors.knownByNow);
  });
});

describe("pasted names", () => {
  test("are read out of lists, tables and letters", () => {
    const pasted =
      "1. Đ/c Nguyễn Văn An (1975)\n2\tTRẦN THỊ BÌNH\t12/3/1980\tHội LHPN\n\n- đồng chí Lê Văn Cường, Bí thư";
    expect(readNames(pasted).map(({ name, year }) => [name, year])).toEqual([
      ["nguyen van an", 1975],
      ["tran thi binh", 1980],
      ["le van cuong", null],
    ]);
  });

  test("find one each; namesakes are told apart by the year, or asked about", async () => {
    const unit = await makeUnit({ parent: commune });
    const [old] = await Promise.all(
      [1970, 1990].map((birthYear) => makeSpeaker({ unit, fullName: "Tô Hiến Thành", birthYear })),
    );
    await makeSpeaker({ fullName: "Tô Hiến Thành" });
    const found = await findCandidates(officer, {
      ...{ speakerIds: [], standingOn: null },
      names: "Tô Hiến Thành (1970)\nTô Hiến Thành\nChẳng Có Ai",
    });
    expect(found.candidates.map(({ speakerId }) => speakerId)).toEqual([old?.id]);
    expect(found.unclear.map(({ text, candidates }) => [text, candidates.length])).toEqual([
      ["Tô Hiến Thành", 2],
      ["Chẳng Có Ai", 0],
    ]);
  });
});
