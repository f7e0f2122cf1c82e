/** Every route answers every role, in every place of the tree, as the access list says; a route without a row fails. */
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "~/accounts";
import { db } from "~/platform/db.server";
import { accessList, type Cell, records } from "./access-list";
import { makeUnit, makeUser, signInAs, type UnitLike } from "./factories";
import { answerOf, get, post, postPlain } from "./requests";

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
interface RouteModule {
  loader?: Handler;
  action?: Handler;
}

const modules = Object.fromEntries(
  Object.entries(import.meta.glob<RouteModule>("../app/routes/*.{ts,tsx}")).map(([file, load]) => [
    file.replace("../app/routes/", "").replace(/\.tsx?$/, ""),
    load,
  ]),
);

/** Everybody's role is for "own"; only what stands there or below is in reach. */
const places = ["own", "child", "closed", "parent", "sibling", "otherTree"] as const;
const inReach: readonly string[] = ["own", "child", "closed"];
let units: Record<(typeof places)[number], UnitLike>;

beforeAll(async () => {
  const parent = await makeUnit({ name: "Trên" });
  const own = await makeUnit({ name: "Đơn vị mình", parent });
  units = {
    parent,
    own,
    child: await makeUnit({ name: "Dưới", parent: own }),
    closed: await makeUnit({ name: "Đã giải thể", parent: own, closedOn: "2024-06-30" }),
    sibling: await makeUnit({ name: "Bên cạnh", parent }),
    otherTree: await makeUnit({ name: "Cây khác" }),
  };
  await makeUser({ grants: [{ role: "system_administrator", unit: parent }] });
});

test("every route with something to ask has its row, and no row is about a route that is gone", async () => {
  expect(Object.keys(modules)).toHaveLength(readdirSync("app/routes").length);
  const missing: string[] = [];
  for (const [name, load] of Object.entries(modules)) {
    const { loader, action } = await load();
    if (loader && !accessList[name]?.get) missing.push(`${name}: get`);
    if (action && !accessList[name]?.post) missing.push(`${name}: post`);
  }
  expect(missing).toEqual([]);
  expect(Object.keys(accessList).filter((name) => !(name in modules))).toEqual([]);
});

const cells = Object.entries(accessList).flatMap(([name, row]) =>
  (["get", "post"] as const).flatMap((method) => (row[method] ? [{ name, method, cell: row[method] }] : [])),
);

describe.each(cells)("$method $name", ({ name, method, cell }) => {
  test("answers strangers", async () => {
    const params = await recordAt(cell, "own");
    const { status, headers } = await ask(name, method, cell, params, null);
    if (cell.who === "anybody") return expect(status).toBe(cell.answers ?? 200);
    // A form without scripts is led on as a page is.
    const isLed = method === "get" || cell.plain;
    expect([status, headers.get("Location")?.split("?")[0] ?? null]).toEqual(
      isLed ? [302, "/sign-in"] : [401, null],
    );
  });

  if (cell.record) {
    test("answers 404 to an id that is none", async () => {
      const params = Object.fromEntries(
        Object.keys(await recordAt(cell, "own")).map((param) => [param, "no-id"]),
      );
      const role = cell.who === "anybody" ? "speaker" : cell.who[0];
      expect((await ask(name, method, cell, params, await signedIn(role ?? "speaker"))).status).toBe(404);
    });
  }

  if (cell.who !== "anybody") {
    test("answers each role in each place", async () => {
      const asked: Record<string, number> = {};
      const expected: Record<string, number> = {};
      for (const role of roles) {
        for (const place of cell.record ? places : (["own"] as const)) {
          const params = await recordAt(cell, place);
          const key = `${role} at ${place}`;
          expected[key] = expectedStatus(cell, role, place);
          asked[key] = (await ask(name, method, cell, params, await signedIn(role))).status;
        }
      }
      expect(asked).toEqual(expected);
    }, 60_000);
  }
});

function expectedStatus(cell: Cell, role: Role, place: string): number {
  if (cell.who !== "anybody" && !cell.who.includes(role)) return 403;
  if (cell.nothingFor?.includes(role) || (cell.record && !inReach.includes(place))) return 404;
  return cell.answersAt?.[place as "child"] ?? cell.answers ?? 200;
}

async function ask(
  name: string,
  method: "get" | "post",
  cell: Cell,
  params: Record<string, string>,
  who: { cookie: string } | null,
) {
  const route = await modules[name]?.();
  const handler = method === "get" ? route?.loader : route?.action;
  if (!handler) throw new Error(`${name} has no ${method}`);
  const path = cell.path.replace(/:(\w+)/g, (_, param: string) => params[param] ?? "");
  const request =
    method === "get"
      ? get(path, who)
      : cell.plain
        ? postPlain(path, cell.plain, who)
        : post(path, cell.json ?? {}, who);
  const answer = await answerOf(() => handler({ request, params, context: {} }));
  await db.throttle.deleteMany();
  return answer;
}

async function recordAt(cell: Cell, place: (typeof places)[number]): Promise<Record<string, string>> {
  if (cell.record) return records[cell.record](units[place]);
  return typeof cell.params === "function" ? cell.params() : (cell.params ?? {});
}

// Anew for each request: some requests end sessions.
async function signedIn(role: Role): Promise<{ cookie: string }> {
  return { cookie: await signInAs(await makeUser({ grants: [{ role, unit: units.own }] })) };
}
