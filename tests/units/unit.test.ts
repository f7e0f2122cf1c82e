/** The rules of a unit's dated versions, without a database. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "~/platform/clock";
import { changedFrom, closedOn, shownOn, type UnitFacts, type UnitVersion, versionOn } from "~/units/unit";

const first: UnitVersion = {
  validFrom: "2020-01-01",
  validTo: null,
  name: "Phường Ngọc Hà",
  shortName: null,
  kind: "commune_committee",
  level: "commune",
  code: "00008",
  parentId: null,
  reason: null,
};

test("a change from a day on leaves the days before as they were", () => {
  expect(changedFrom([first], "2025-07-01", { name: "Phường Ba Đình" }, "NQ 1656")).toEqual([
    { ...first, validTo: "2025-06-30" },
    { ...first, validFrom: "2025-07-01", name: "Phường Ba Đình", reason: "NQ 1656" },
  ]);
});

test("a change on the day on which a version began corrects that version", () => {
  expect(changedFrom([first], "2020-01-01", { name: "Phường Ngọc Hà" }, null)).toEqual([first]);
  expect(changedFrom([first], "2020-01-01", { code: "00016" }, null)).toEqual([{ ...first, code: "00016" }]);
});

test("a change before a planned one lasts through it, but for what the planned one changes itself", () => {
  const planned = changedFrom([first], "2027-01-01", { parentId: "p" }, "planned");
  expect(changedFrom(planned, "2026-01-01", { name: "Mới", parentId: "q" }, null)).toEqual([
    { ...first, validTo: "2025-12-31" },
    { ...first, validFrom: "2026-01-01", validTo: "2026-12-31", name: "Mới", parentId: "q" },
    { ...first, validFrom: "2027-01-01", name: "Mới", parentId: "p", reason: "planned" },
  ]);
});

test("after the closing day there is no version, and planned changes fall away", () => {
  const planned = changedFrom([first], "2027-01-01", { name: "Mới" }, null);
  expect(closedOn(planned, "2026-06-30")).toEqual([{ ...first, validTo: "2026-06-30" }]);
  expect(versionOn(closedOn(planned, "2026-06-30"), "2026-07-01")).toBe(undefined);
});

test("a unit is shown as its first version before it opens and as its last after it closed", () => {
  const renamed = closedOn(changedFrom([first], "2025-07-01", { name: "B" }, null), "2025-12-31");
  const [one, ...rest] = renamed;
  if (!one) throw new Error("no version");
  const names = ["2019-01-01", "2020-01-01", "2025-06-30", "2025-07-01", "2026-11-23"].map(
    (day) => shownOn([one, ...rest], day).name,
  );
  expect(names).toEqual([first.name, first.name, first.name, "B", "B"]);
});

const days = fc.integer({ min: 0, max: 40 }).map((count) => addDays("2025-01-01", count));
const changes = fc.record(
  { name: fc.constantFrom("A", "B", "C"), parentId: fc.constantFrom("p", "q", null) },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<UnitFacts>>;

test("after any changes on any days: no gap, no overlap, and each day reads as a plain list of days would", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(days, changes), { maxLength: 8 }), (story) => {
      const until = addDays("2025-01-01", 41);
      let versions: UnitVersion[] = [{ ...first, validFrom: "2025-01-01" }];
      let model: Model = allDays("2025-01-01", until).map((day) => ({ day, facts: factsOf(first) }));
      for (const [from, change] of story) {
        model = changeModel(model, versions, from, change);
        versions = changedFrom(versions, from, change, null);
      }
      expect(model.map(({ day }) => factsOf(versionOn(versions, day)))).toEqual(
        model.map(({ facts }) => facts),
      );
      versions.slice(1).forEach((version, index) => {
        expect(version.validFrom).toBe(addDays(versions[index]?.validTo ?? "", 1));
      });
      expect(versions.at(-1)?.validTo).toBe(null);
    }),
  );
});

type Model = { day: Day; facts: Partial<UnitFacts> }[];

/** From the day on, each fact takes its new value until a later version had set it to something else. */
function changeModel(model: Model, versions: UnitVersion[], from: Day, change: Partial<UnitFacts>): Model {
  return model.map(({ day, facts }) => {
    if (day < from) return { day, facts };
    const carried = Object.entries(change).filter(([key]) => {
      const was = versionOn(versions, from)?.[key as keyof UnitFacts];
      return allDays(from, day).every(
        (other) => versionOn(versions, other)?.[key as keyof UnitFacts] === was,
      );
    });
    return { day, facts: { ...facts, ...Object.fromEntries(carried) } };
  });
}

function allDays(from: Day, to: Day): Day[] {
  const list: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}

function factsOf(version: UnitVersion | undefined) {
  return { name: version?.name, parentId: version?.parentId };
}
