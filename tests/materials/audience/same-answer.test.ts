/** Lists, search, library and files give the same answer to everybody, and it is the one the rules give in plain words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { recipientsSql } from "~/materials/audience/recipients.server";
import { keptSql, readableSql, visibleFileSql, visibleSql } from "~/materials/audience/sight.server";
import { listMaterials } from "~/materials/list/material-list.server";
import { readMaterialQuery } from "~/materials/list/material-query";
import { listLibrary } from "~/materials/reading/library.server";
import { readLibraryQuery } from "~/materials/reading/library-query";
import { searchMaterials } from "~/materials/search/search.server";
import { queryOf } from "~/materials/search/search-query";
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { loader as contentOf } from "~/routes/materials.files.$fileId.content";
import { signInAs } from "../../factories";
import { answerOf, get } from "../../requests";
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
        expect(await found(actor)).toEqual(visible);
        const readable = expected(world, raised, (at) => reads(world, person, thing(at)));
        expect(await listed(readableSql(actor, m))).toEqual(readable);
        expect(await inLibrary(actor)).toEqual(readable);
        const keeper = person.grants.filter(({ role }) => role !== "speaker");
        const reach = keeper.map(({ unit }) => raised.units[unit] as string);
        const kept = expected(world, raised, (at) => keeps(world, person, thing(at)));
        expect(await listed(keptSql({ ...actor, reach }, m))).toEqual(kept);
        expect(await onDesk({ ...actor, reach })).toEqual(
          expected(world, raised, (at) => keeps(world, person, thing(at)) && !thing(at).trashed),
        );
        const files = world.materials
          .flatMap((one, at) =>
            fetches(world, person, one).map((file) => raised.materials[at]?.fileIds[file] ?? ""),
          )
          .sort();
        expect(await fetchable(actor)).toEqual(files);
        expect(await fetched(actor, raised)).toEqual(files);
      }
    }),
    { numRuns: 50, endOnFailure: false },
  );
  expect(seen.yes).toBeGreaterThan(100);
  expect(seen.no).toBeGreaterThan(100);
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
    { numRuns: 40, endOnFailure: false },
  );
});

function fetchable(actor: Actor): Promise<string[]> {
  return idsOf(Prisma.sql`
    SELECT f.id FROM material m JOIN material_version v ON v.material_id = m.id JOIN material_file f ON f.version_id = v.id
    WHERE ${visibleFileSql(actor, m, Prisma.sql`f`)}`);
}

async function found(actor: Actor): Promise<string[]> {
  const { documents, count } = await searchMaterials(actor, queryOf("tai lieu"));
  expect(count).toEqual({ total: documents.length, more: false });
  return documents.map(({ id }) => id).sort();
}

async function inLibrary(actor: Actor): Promise<string[]> {
  const { rows, total } = await listLibrary(actor, readLibraryQuery(new URL("http://localhost/library")));
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => id).sort();
}

async function onDesk(actor: Actor): Promise<string[]> {
  const { materials } = await listMaterials(actor, readMaterialQuery(new URL("http://localhost/materials")));
  return materials.map(({ id }) => id).sort();
}

/** Each file asked for at its address: those that are handed out; all others are answered as if there were none. */
async function fetched(actor: Actor, { materials }: Raised): Promise<string[]> {
  await signInAs({ id: actor.userId });
  const given: string[] = [];
  for (const fileId of materials.flatMap(({ fileIds }) => fileIds)) {
    const request = get(`/materials/files/${fileId}/content`, actor);
    const { status } = await answerOf(() => contentOf({ request, params: { fileId }, context: {} }));
    // A link leads on.
    if (status === 302) given.push(fileId);
    else expect(status).toBe(404);
  }
  return given.sort();
}
