/** The night on which planned changes begin. */
import { expect, test } from "vitest";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { changeUnit, findUnit, moveUnit } from "~/units/index.server";
import { turnUnits } from "~/units/turn.server";
import { makeActor, makeUnit } from "../factories";

test("planned names and moves begin on their day, once, with a line each", async () => {
  const province = await makeUnit({ level: "province" });
  const actor = await makeActor({ unit: province, permission: "units.edit" });
  const [old, next] = [
    await makeUnit({ parent: province }),
    await makeUnit({ name: "Ba Đình", parent: province }),
  ];
  const unit = await makeUnit({ name: "Ngọc Hà", parent: old });
  const [tomorrow, later] = [addDays(today(), 1), addDays(today(), 2)];
  const facts = { shortName: null, kind: "commune_committee", level: "commune", code: null } as const;
  await changeUnit(actor, unit.id, { ...facts, name: "Mới", from: tomorrow, reason: null, revision: 1 });
  await moveUnit(actor, unit.id, { parentId: next.id, from: later, reason: null, revision: 2 });

  expect(await turnUnits(today())).toBe(0);
  expect(await findUnit(actor, unit.id)).toMatchObject({ name: "Ngọc Hà", parentId: old.id });
  expect(await turnUnits(tomorrow)).toBe(1);
  expect(await findUnit(actor, unit.id)).toMatchObject({ name: "Mới", parentId: old.id });
  expect(await turnUnits(later)).toBe(1);
  expect(await turnUnits(later)).toBe(0);

  const seesNext = await makeActor({ unit: next, permission: "units.view" });
  const seesOld = await makeActor({ unit: old, permission: "units.view" });
  expect(await findUnit(seesNext, unit.id)).toMatchObject({ name: "Mới", parentId: next.id });
  expect(await findUnit(seesOld, unit.id)).toBe(null);
  const lines = await db.auditLine.findMany({ where: { action: "unit.turned" }, orderBy: { id: "asc" } });
  expect(lines.map(({ actorId, before, after }) => ({ actorId, before, after }))).toEqual([
    { actorId: "system", before: { name: "Ngọc Hà" }, after: { name: "Mới" } },
    { actorId: "system", before: { parent: expect.any(String) }, after: { parent: "Ba Đình" } },
  ]);
});
