/** Lists, search and files give the same answer to everybody, and it is the one the rules give in plain words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { recipientsSql } from "~/materials/audience/recipients.server";
import { keptSql, readableSql, visibleFileSql, visibleSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { coversSpeaker, coversStaff, fetches, keeps, reads, sees, type World, worlds } from "./model";
import { type Raised, raise } from "./raised";

const m = Prisma.sql`m`;

async function idsOf(query: Prisma.Sql): Promise<string[]> {
  return (await ask<{ id: string }>(query)).map(({ id }) => id).sort();
}

const listed = (where: Prisma.Sql) => idsOf(Prisma.sql`SELECT id FROM material m WHERE ${where}`);

/** The places of the world's materials that hold, as ids. */
function expected(world: World, raised: Raised, holds: (place: number) => boolean): string[] {
  return world.materials
    .flatMap((_, place) => (holds(place) ? (raised.materials[place]?.id ?? []) : []))
    .sort();
}

test("for random users, rules, units, appointments and states: what is listed is what the rules say", {
  timeout: 180_000,
}, async () => {
  const seen = { yes: 0, no: 0 };
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const raised = await raise(world);
      for (const [place, person] of world.people.entries()) {
        const actor = raised.actors[place] as Actor;
        const thing = (at: number) => world.materials[at] as World["materials"][number];
        const visible = expected(world, raised, (at) => sees(world, person, thing(at)));
        seen.yes += visible.length;
        seen.no += world.materials.length - visible.length;

        expect(await listed(visibleSql(actor, m))).toEqual(visible);
        expect(await listed(readableSql(actor, m))).toEqual(
          expected(world, raised, (at) => reads(world, person, thing(at))),
        );
        const keeper = person.grants.filter(({ role }) => role !== "speaker");
        const reach = keeper.map(({ unit }) => raised.units[unit] as string);
        expect(await listed(keptSql({ ...actor, reach }, m))).toEqual(
          expected(world, raised, (at) => keeps(world, person, thing(at))),
        );
        expect(await fetchable(actor)).toEqual(
          world.materials
            .flatMap((one, at) =>
              fetches(world, person, one).map((file) => raised.materials[at]?.fileIds[file]),
            )
            .sort(),
        );
      }
    }),
    { numRuns: 150, endOnFailure: false },
  );
  expect(seen.yes).toBeGreaterThan(300);
  expect(seen.no).toBeGreaterThan(300);
});

test("whoever is told may read it: the people of the rules are the readers of what is not public", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const raised = await raise(world);
      for (const [at, { id }] of raised.materials.entries()) {
        const thing = world.materials[at] as World["materials"][number];
        const covered = world.people.flatMap((person, place) => {
          const isStaff = thing.circulation !== "speakers_only";
          const told = thing.rules.some(
            (rule) => coversSpeaker(world, rule, person) || (isStaff && coversStaff(world, rule, person)),
          );
          return told ? (raised.actors[place]?.userId ?? []) : [];
        });
        const ours = raised.actors.map(({ userId }) => userId);
        const told = await ask<{ id: string }>(Prisma.sql`
          SELECT user_id AS id FROM ${recipientsSql(id)} AS told WHERE user_id = ANY (${ours}::uuid[])`);
        expect(told.map((row) => row.id).sort()).toEqual(covered.sort());
      }
    }),
    { numRuns: 60, endOnFailure: false },
  );
});

function fetchable(actor: Actor): Promise<string[]> {
  return idsOf(Prisma.sql`
    SELECT f.id FROM material m JOIN material_version v ON v.material_id = m.id JOIN material_file f ON f.version_id = v.id
    WHERE ${visibleFileSql(actor, m, Prisma.sql`f`)}`);
}
