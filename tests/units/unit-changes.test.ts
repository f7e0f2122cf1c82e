/** Units added, renamed, moved and closed in a real database, and who stands under whom after it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { NewUnitValues } from "~/units";
import { rebuildClosure } from "~/units/closure.server";
import { addUnit, changeUnit, closeUnit, findUnit, moveUnit, reopenUnit } from "~/units/index.server";
import { undoUnitChange } from "~/units/unit-changes.server";
import { findUnitRecord } from "~/units/units.server";
import { unitWords as words } from "~/units/words";
import { makeActor, makeUnit, makeUser } from "../factories";

const ngocHa: NewUnitValues = {
  name: "Phường Ngọc Hà",
  shortName: null,
  kind: "commune_committee",
  level: "commune",
  code: "00008",
  parentId: null,
  openedOn: "2020-01-01",
  reason: null,
};

async function officer() {
  const province = await makeUnit({ name: "Thành phố Hà Nội", level: "province" });
  const actor = await makeActor({ unit: province, permission: "units.edit" });
  return { province, actor };
}

const lastLine = () => db.auditLine.findFirstOrThrow({ orderBy: { id: "desc" } });

test("adds a unit under a parent, with one audit line in names", async () => {
  const { province, actor } = await officer();
  const id = await addUnit(actor, { ...ngocHa, code: "10008", parentId: province.id });
  expect(await findUnitRecord(actor, id)).toMatchObject({
    name: "Phường Ngọc Hà",
    path: [{ id: province.id, name: "Thành phố Hà Nội", inReach: true }],
    versions: [{ validFrom: "2020-01-01", validTo: null, parentName: "Thành phố Hà Nội" }],
  });
  expect(await lastLine()).toMatchObject({
    action: "unit.added",
    title: "Phường Ngọc Hà",
    unitId: id,
    before: {},
    after: {
      name: "Phường Ngọc Hà",
      kind: "commune_committee",
      level: "commune",
      code: "10008",
      parent: "Thành phố Hà Nội",
      openedOn: "2020-01-01",
    },
  });
});

test("adds a form's unit once, however often it is sent", async () => {
  const { province, actor } = await officer();
  const values = { ...ngocHa, id: crypto.randomUUID(), code: null, parentId: province.id };
  expect(await addUnit(actor, values)).toBe(values.id);
  expect(await addUnit(actor, values)).toBe(values.id);
  expect(await db.unit.count({ where: { parentId: province.id } })).toBe(1);
});

test("refuses a unit without a parent, under a parent out of reach or closed, and with a code in use", async () => {
  const { province, actor } = await officer();
  const elsewhere = await makeUnit();
  const closed = await makeUnit({ name: "Phường Cống Vị", parent: province, closedOn: "2025-06-30" });
  const add = (change: Partial<NewUnitValues>) =>
    addUnit(actor, { ...ngocHa, code: "20008", parentId: province.id, ...change });
  await expect(add({ parentId: null })).rejects.toThrow(words.vi.needsParent);
  await expect(add({ parentId: elsewhere.id })).rejects.toThrow(words.vi.noSuchUnit);
  await expect(add({ parentId: closed.id })).rejects.toThrow(
    words.vi.parentClosesBefore("Phường Cống Vị", "30/06/2025"),
  );
  await expect(add({ openedOn: "2019-12-31" })).rejects.toThrow(
    words.vi.parentNotOpen("Thành phố Hà Nội", "31/12/2019"),
  );
  await add({});
  await expect(add({ name: "Phường khác" })).rejects.toThrow(words.vi.codeTaken("20008", "Phường Ngọc Hà"));
  await add({ name: "Ủy ban nhân dân", kind: "government" });
});

test("a rename keeps the former name in its days, and one planned for later waits", async () => {
  const { province, actor } = await officer();
  const unit = await makeUnit({ name: "Phường Ngọc Hà", parent: province });
  const change = { ...ngocHa, code: null, reason: "NQ 1656" };
  await changeUnit(actor, unit.id, { ...change, name: "Phường Ba Đình", from: "2025-07-01", revision: 1 });
  const later = addDays(today(), 30);
  await changeUnit(actor, unit.id, { ...change, name: "Phường Mai Sau", from: later, revision: 2 });
  const record = await findUnitRecord(actor, unit.id);
  expect(record).toMatchObject({ name: "Phường Ba Đình", revision: 3 });
  expect(record?.versions.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
    ["Phường Mai Sau", later, null],
    ["Phường Ba Đình", "2025-07-01", addDays(later, -1)],
    ["Phường Ngọc Hà", "2020-01-01", "2025-06-30"],
  ]);
  expect(await lastLine()).toMatchObject({
    action: "unit.renamed",
    before: { name: "Phường Ba Đình" },
    after: { name: "Phường Mai Sau", from: later, reason: "NQ 1656" },
  });
});

test("refuses a change that changes nothing, on a day without the unit, or of an older form", async () => {
  const { province, actor } = await officer();
  const unit = await makeUnit({ name: ngocHa.name, parent: province });
  const change = { ...ngocHa, code: null, from: "2025-07-01", revision: 1 };
  await expect(changeUnit(actor, unit.id, change)).rejects.toThrow(words.vi.nothingChanged);
  await expect(changeUnit(actor, unit.id, { ...change, name: "Mới", from: "2019-12-31" })).rejects.toThrow(
    words.vi.notOpenOn("31/12/2019"),
  );
  await expect(changeUnit(actor, unit.id, { ...change, name: "Mới", revision: 0 })).rejects.toThrow(
    words.vi.changedMeanwhile,
  );
});

test("a unit moves with all that stands under it, and whoever saw it through the old parent does not any more", async () => {
  const { province, actor } = await officer();
  const [from, to] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  const unit = await makeUnit({ parent: from });
  const cell = await makeUnit({ parent: unit });
  const before = await makeActor({ unit: from, permission: "units.view" });
  const after = await makeActor({ unit: to, permission: "units.view" });
  await moveUnit(actor, unit.id, { parentId: to.id, from: today(), reason: null, revision: 1 });
  expect(await findUnit(before, cell.id)).toBe(null);
  expect((await findUnit(after, cell.id))?.id).toBe(cell.id);
});

test("a move planned for later leaves the tree as it is", async () => {
  const { province, actor } = await officer();
  const [from, to] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  const unit = await makeUnit({ parent: from });
  const move = { parentId: to.id, from: addDays(today(), 1), reason: null, revision: 1 };
  await moveUnit(actor, unit.id, move);
  expect((await findUnit(actor, unit.id))?.parentId).toBe(from.id);
});

test("refuses to stand a unit under itself, today or because of a planned move", async () => {
  const { province, actor } = await officer();
  const a = await makeUnit({ name: "A", parent: province });
  const b = await makeUnit({ name: "B", parent: a });
  const c = await makeUnit({ name: "C", parent: province });
  const under = (parentId: string, from: string) => ({ parentId, from, reason: null, revision: 1 });
  await expect(moveUnit(actor, a.id, under(a.id, today()))).rejects.toThrow(words.vi.cycle("A"));
  await expect(moveUnit(actor, a.id, under(b.id, today()))).rejects.toThrow(words.vi.cycle("B"));
  await moveUnit(actor, c.id, under(b.id, addDays(today(), 30)));
  await expect(moveUnit(actor, a.id, under(c.id, today()))).rejects.toThrow(words.vi.cycle("C"));
});

test("a renaming is taken back: the former versions stand again, with a line of its own", async () => {
  const { province, actor } = await officer();
  const rename = { ...ngocHa, name: "Tên gõ nhầm", code: null, from: today(), reason: null };
  for (const unit of [await makeUnit({ name: ngocHa.name, parent: province }), province]) {
    const before = await findUnitRecord(actor, unit.id);
    const facts = { kind: "commune_committee", level: "commune" } as const;
    const change = await changeUnit(actor, unit.id, { ...rename, ...facts, revision: 1 });
    expect(await undoUnitChange(actor, unit.id, change)).toBe(true);
    expect(await findUnitRecord(actor, unit.id)).toEqual({ ...before, revision: 3 });
    expect(await lastLine()).toMatchObject({
      action: "unit.change_undone",
      title: before?.name,
      before: { name: "Tên gõ nhầm" },
      after: { name: before?.name },
    });
    await expect(undoUnitChange(actor, unit.id, change)).rejects.toThrow(words.vi.tooLateToUndo);
  }
});

test("a move is taken back with all that stands under the unit", async () => {
  const { province, actor } = await officer();
  const [from, to] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  const unit = await makeUnit({ parent: from });
  const cell = await makeUnit({ parent: unit });
  const before = await closure([unit.id, cell.id]);
  const change = await moveUnit(actor, unit.id, {
    parentId: to.id,
    from: today(),
    reason: null,
    revision: 1,
  });
  expect(await undoUnitChange(actor, unit.id, change)).toBe(true);
  expect(await closure([unit.id, cell.id])).toEqual(before);
});

test("nothing is taken back where something newer stands on it, or the former parent cannot hold it any more", async () => {
  const { province, actor } = await officer();
  const [from, to] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  const unit = await makeUnit({ name: ngocHa.name, parent: from });
  const rename = { ...ngocHa, code: null, from: today(), reason: null };
  const first = await changeUnit(actor, unit.id, { ...rename, name: "Một", revision: 1 });
  const second = await changeUnit(actor, unit.id, { ...rename, name: "Hai", revision: 2 });
  await expect(undoUnitChange(actor, unit.id, first)).rejects.toThrow(words.vi.standsInTheWay);
  expect(await findUnit(actor, unit.id)).toMatchObject({ name: "Hai", revision: 3 });
  expect(await undoUnitChange(actor, unit.id, second)).toBe(true);
  expect(await undoUnitChange(actor, unit.id, first)).toBe(true);

  const { revision } = await db.unit.findUniqueOrThrow({ where: { id: unit.id } });
  const move = await moveUnit(actor, unit.id, { parentId: to.id, from: today(), reason: null, revision });
  await moveUnit(actor, from.id, { parentId: unit.id, from: today(), reason: null, revision: 1 });
  await expect(undoUnitChange(actor, unit.id, move)).rejects.toThrow(/đứng dưới|dưới đơn vị/);
  const elsewhere = await makeUnit();
  expect(await undoUnitChange(actor, elsewhere.id, move)).toBe(false);
});

test("a unit with open children, appointments or accounts does not close, and says which", async () => {
  const { province, actor } = await officer();
  const unit = await makeUnit({ name: "Phường Cống Vị", parent: province });
  const child = await makeUnit({ name: "Chi bộ 4", parent: unit });
  const user = await makeUser({ name: "Lê Văn Ân", grants: [{ role: "commune_officer", unit }] });
  const speaker = await db.speaker.create({
    data: { fullName: "Trần Thị Ánh", sortName: ["Ánh", "Trần", "Thị"], unitId: unit.id },
  });
  const appointment = await db.appointment.create({
    data: {
      speakerId: speaker.id,
      unitId: unit.id,
      role: "rapporteur",
      network: "party",
      level: "commune",
      startsOn: new Date("2024-01-01"),
    },
  });
  const close = () => closeUnit(actor, unit.id, { on: "2026-06-30", reason: null, revision: 1 });
  await expect(close()).rejects.toThrow(
    words.vi.stillStanding(
      [
        words.vi.standingChildren(1, "Chi bộ 4"),
        words.vi.standingAppointments(1, "Trần Thị Ánh"),
        words.vi.standingGrants(1, "Lê Văn Ân"),
      ].join("; "),
    ),
  );
  await closeUnit(actor, child.id, { on: "2026-06-30", reason: null, revision: 1 });
  await db.appointment.update({ where: { id: appointment.id }, data: { endsOn: new Date("2026-06-30") } });
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  await close();
  expect(await findUnit(actor, unit.id)).toMatchObject({ closedOn: "2026-06-30", revision: 2 });
  expect(await lastLine()).toMatchObject({ action: "unit.closed", after: { closedOn: "2026-06-30" } });
});

test("a closing is taken back while the parent is open", async () => {
  const { province, actor } = await officer();
  const unit = await makeUnit({ parent: province });
  await closeUnit(actor, unit.id, { on: "2026-06-30", reason: null, revision: 1 });
  await reopenUnit(actor, unit.id);
  const record = await findUnitRecord(actor, unit.id);
  expect(record).toMatchObject({ closedOn: null, versions: [{ validFrom: "2020-01-01", validTo: null }] });
  await expect(reopenUnit(actor, unit.id)).rejects.toThrow(words.vi.notClosed);
});

test("commands do not touch units out of reach", async () => {
  const { actor } = await officer();
  const elsewhere = await makeUnit();
  const change = { ...ngocHa, name: "Mới", from: "2025-07-01", revision: 1 };
  await expect(changeUnit(actor, elsewhere.id, change)).rejects.toThrow(words.vi.noSuchUnit);
  await expect(
    closeUnit(actor, elsewhere.id, { on: "2026-06-30", reason: null, revision: 1 }),
  ).rejects.toThrow(words.vi.noSuchUnit);
});

test("who stands under whom equals a plain tree after any additions and moves", async () => {
  const story = fc.array(fc.tuple(fc.boolean(), fc.nat(30), fc.nat(30)), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const parents = new Map<string, string | null>();
      const root = await addUnit(theSystem, { ...ngocHa, code: null });
      parents.set(root, null);
      for (const [adds, one, other] of steps) {
        const ids = [...parents.keys()];
        const [unit = root, parent = root] = [ids[one % ids.length], ids[other % ids.length]];
        if (adds) {
          const id = await addUnit(theSystem, { ...ngocHa, code: null, parentId: parent });
          parents.set(id, parent);
        } else if (unit !== root && parents.get(unit) !== parent && !chain(parents, parent).includes(unit)) {
          const { revision } = await db.unit.findUniqueOrThrow({ where: { id: unit } });
          await moveUnit(theSystem, unit, { parentId: parent, from: today(), reason: null, revision });
          parents.set(unit, parent);
        }
      }
      const expected = [...parents.keys()]
        .flatMap((id) => chain(parents, id).map((above, depth) => `${above} ${id} ${depth}`))
        .sort();
      expect(await closure([...parents.keys()])).toEqual(expected);
      await db.$transaction(rebuildClosure);
      expect(await closure([...parents.keys()])).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

/** The unit itself and all above it. */
function chain(parents: Map<string, string | null>, id: string): string[] {
  const parent = parents.get(id);
  return parent ? [id, ...chain(parents, parent)] : [id];
}

async function closure(ids: string[]) {
  const rows = await db.unitScope.findMany({ where: { unitId: { in: ids } } });
  return rows.map(({ ancestorId, unitId, depth }) => `${ancestorId} ${unitId} ${depth}`).sort();
}
