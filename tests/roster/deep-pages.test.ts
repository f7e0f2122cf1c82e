/** Deep pages of everybody by name: found by the tally, they are those of a walk through all, whatever was added, renamed, removed. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { asChangeSet, takeBackChangeSet } from "~/platform/change-sets.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { deepPage } from "~/roster/list/deep-pages.server";
import { sortNameOf } from "~/roster/speaker-name";
import { makeActor, makeUnit } from "../factories";

const { sql } = Prisma;
let unit: { id: string };

beforeAll(async () => {
  unit = await makeUnit();
});

const given = ["An", "Anh", "Ánh", "Ân", "B", "Bình", "Đạt", "Hà", "Hạ", "H'Hen", "Ô", "Ý", "Zung", "X Y"];
const name = fc
  .tuple(
    fc.constantFrom("Nguyễn", "Trần", "Ma"),
    fc.constantFrom("", "Thị ", "Văn "),
    fc.constantFrom(...given),
  )
  .map(([family, middle, last]) => `${family} ${middle}${last}`);

async function idsOf(question: Prisma.Sql): Promise<string[]> {
  return (await db.$queryRaw<{ id: string }[]>(question)).map(({ id }) => id);
}

async function expectDeepPages(): Promise<void> {
  const stretch = sql`left(sort_key, 4)`;
  const tally = await db.$queryRaw`SELECT stretch, sum(people)::int AS people FROM speaker_tally
    GROUP BY stretch HAVING sum(people) <> 0 ORDER BY stretch`;
  expect(tally).toEqual(
    await db.$queryRaw`SELECT ${stretch} AS stretch, count(*)::int AS people FROM speaker GROUP BY 1 ORDER BY 1`,
  );
  for (const isDownwards of [false, true]) {
    const way = isDownwards ? sql`DESC` : sql`ASC`;
    const all = await idsOf(sql`SELECT id FROM speaker ORDER BY sort_key ${way}, id ${way}`);
    for (let offset = 0; offset <= all.length + 3; offset += 3) {
      const page = await idsOf(deepPage({ limit: 5, offset }, isDownwards));
      expect([offset, page]).toEqual([offset, all.slice(offset, offset + 5)]);
    }
  }
}

const add = (names: string[], tx: Db = db) =>
  tx.speaker.createMany({
    data: names.map((fullName) => ({ fullName, sortName: sortNameOf(fullName), unitId: unit.id })),
  });

test("after any additions, renames and removals", async () => {
  const step = fc.record({
    kind: fc.constantFrom("add", "add", "rename", "remove"),
    names: fc.array(name, { minLength: 1, maxLength: 6 }),
    one: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { kind, names, one } of steps) {
        const ids = await idsOf(sql`SELECT id FROM speaker ORDER BY id`);
        const id = ids[one % Math.max(1, ids.length)];
        const [fullName = ""] = names;
        if (kind === "add") await add(names);
        else if (id && kind === "remove") await db.speaker.delete({ where: { id } });
        else if (id)
          await db.speaker.update({
            where: { id },
            data: { fullName, sortName: sortNameOf(fullName) },
          });
      }
      await expectDeepPages();
    }),
    { numRuns: 15, seed: 4 },
  );
}, 120_000);

test("while others add at the same time, and what is undone or taken back leaves no trace", async () => {
  await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      transaction(undefined, async (tx) => {
        await add([`Lê Thị ${given[n]}`], tx);
        await new Promise((resolve) => setTimeout(resolve, 20 * (n % 3)));
        await add(["Lê Thị Anh"], tx);
        if (n % 4 === 3) throw new Error("undone");
      }).catch(() => {}),
    ),
  );
  await expectDeepPages();
  const actor = await makeActor({ unit });
  const { changeSetId } = await transaction(undefined, (tx) =>
    asChangeSet(tx, actor, { kind: "roster.bulk", title: "", unitId: unit.id }, async () => {
      await add(
        given.map((last) => `Lò ${last}`),
        tx,
      );
    }),
  );
  await expectDeepPages();
  await takeBackChangeSet(actor, changeSetId);
  await expectDeepPages();
});
