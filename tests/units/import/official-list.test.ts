/** The official list of provinces and communes of 25/07/2026, whole; it lies beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { rebuildClosure } from "~/units/closure.server";
import { importUnits } from "~/units/import/commit.server";
import { addUnitFile } from "~/units/import/preview.server";
import { listChildren, listRoots, searchUnits } from "~/units/index.server";
import { makeActor, makeUnit } from "../../factories";

const list = fileURLToPath(new URL("../../../../shared/samples/units/units-2026-07-25.csv", import.meta.url));
const isThere = existsSync(list);
const quiet = { progress: async () => {}, checkCancelled: async () => {}, finish: async () => {} };

test.skipIf(!isThere)(
  "34 provinces and 3,321 communes load whole, once, in seconds; the tree opens at once",
  async () => {
    const root = await makeUnit({ name: "Trung ương", level: "central" });
    const actor = await makeActor({ unit: root, role: "system_administrator", permission: "units.edit" });
    const take = async () => {
      const fileId = await addUnitFile(actor, "units-2026-07-25.csv", readFileSync(list));
      const options = { only: "", parentId: root.id, openedOn: "2026-07-25", reason: "" };
      return importUnits(actor, fileId, options, quiet);
    };
    const began = performance.now();
    expect(await take()).toEqual({ added: 3355, kept: 0, differing: 0, failed: 0 });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await take()).toEqual({ added: 0, kept: 3355, differing: 0, failed: 0 });
    expect(await db.auditLine.count({ where: { action: "unit.added" } })).toBe(3355);

    const opening = performance.now();
    const [top] = await listRoots(actor);
    const provinces = await listChildren(actor, root.id);
    expect(performance.now() - opening).toBeLessThan(200);
    expect(top?.children).toBe(34);
    expect(provinces.find(({ name }) => name === "Thành phố Hà Nội")?.children).toBe(126);
    const [ngocHa] = await searchUnits(actor, "ngoc ha");
    expect(ngocHa).toMatchObject({
      name: "Phường Ngọc Hà",
      code: "00008",
      path: "Trung ương › Thành phố Hà Nội",
    });

    const closure = () => db.$queryRaw`SELECT count(*)::int, sum(depth)::int FROM unit_scope`;
    const before = await closure();
    await db.$transaction(rebuildClosure);
    expect(await closure()).toEqual(before);
  },
);

test.skipIf(isThere)("the official list is not here (shared/samples/units): not tried", () => {});
