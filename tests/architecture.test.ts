/** The stairs, the doors and the other rules of the house hold; each is proved to fail on a planted violation. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  asksWhoFirst,
  climbsOnlyDown,
  entersByTheDoor,
  type Files,
  fewTouchRequests,
  fewTouchTheDatabase,
  framework,
  hasNoDrawers,
  keepsWordsTogether,
  namesItsNeighbours,
  openToStrangers,
  type Rule,
  saysWhatItKnows,
  worksInAFlowerShop,
} from "./architecture";

const app = read("app/**/*.{ts,tsx}");
const everything = { ...app, ...read("prisma/**/*.ts"), ...read("tests/**/*.{ts,tsx}") };

/** Each rule, the files it is about, and violations that it must find, one in each planted file. */
const rules: { says: string; rule: Rule; on: Files; planted: Files; sound: Files }[] = [
  {
    says: "a room imports only from a step below",
    rule: climbsOnlyDown,
    on: app,
    planted: {
      "app/units/tree.ts": `import { x } from "~/roster";`,
      "app/platform/db.server.ts": `export { x } from "~/units/index.server";`,
      "app/ui/shell.tsx": `const nav = await import("~/nav");`,
      "app/jobs.server.ts": `import type { x } from "~/routes/roster.new";`,
      "app/drawer/x.ts": `import { x } from "~/platform/words";`,
    },
    sound: {
      "app/roster/x.ts": `import { x } from "~/units"; import { y } from "./y"; import z from "zod";`,
    },
  },
  {
    says: "another feature is entered by its door",
    rule: entersByTheDoor,
    on: app,
    planted: {
      "app/roster/x.ts": `import { x } from "~/units/unit";`,
      "app/routes/_app.units._index.tsx": `import { x } from "~/roster/speaker";`,
      "app/jobs.server.ts": `import { x } from "~/roster/speakers.server";`,
    },
    sound: {
      "app/roster/x.ts": `import { x } from "~/units"; import { y } from "~/units/index.server";`,
      "app/routes/_app.roster.$speakerId.tsx": `import { x } from "~/roster/speakers.server";`,
      "app/routes/sign-in.tsx": `import { x } from "~/accounts/words";`,
      "app/jobs.server.ts": `import { x } from "~/roster/jobs.server";`,
    },
  },
  {
    says: "./ inside the room, ~/ outside, never ../; no route imports another",
    rule: namesItsNeighbours,
    on: app,
    planted: {
      "app/roster/a.ts": `import { x } from "../units";`,
      "app/roster/b.ts": `import { x } from "~/roster/speaker";`,
      "app/routes/a.tsx": `import { x } from "./b";`,
    },
    sound: { "app/training/certificates/a.ts": `import { x } from "~/training/course";` },
  },
  {
    says: "only a feature's *.server.ts and platform import the database",
    rule: fewTouchTheDatabase,
    on: app,
    planted: {
      "app/roster/speaker.ts": `import { Prisma } from "~/platform/prisma/client";`,
      "app/routes/a.tsx": `import { db } from "~/platform/db.server";`,
      "app/ui/a.server.ts": `import { Pool } from "pg";`,
    },
    sound: { "app/roster/speakers.server.ts": `import { db } from "~/platform/db.server";` },
  },
  {
    says: "only routes, platform and the sessions touch Request and Response",
    rule: fewTouchRequests,
    on: app,
    planted: {
      "app/roster/a.server.ts": `export function a(request: Request) {}`,
      "app/units/b.server.ts": `throw new Response(null, { status: 404 });`,
    },
    sound: {
      "app/roster/a.ts": `// a Request\nexport const text = "Response";`,
      "app/routes/a.tsx": `throw new Response(null, { status: 404 });`,
    },
  },
  {
    says: "only routes, ui and platform know the framework",
    rule: framework,
    on: app,
    planted: { "app/roster/a.tsx": `import { Link } from "@remix-run/react";` },
    sound: { "app/ui/a.tsx": `import { Link } from "@remix-run/react";` },
  },
  {
    says: "every loader and action begins by asking who is there",
    rule: asksWhoFirst,
    on: app,
    planted: {
      "app/routes/a.tsx": `export async function loader({ request }) { return list(); }`,
      "app/routes/b.tsx": `export async function action({ request }) { const x = 1; await requireActor(request); }`,
      "app/routes/c.tsx": `export const loader = async ({ request }) => { if (x) { await requireActor(request); } };`,
      "app/routes/d.tsx": `export { loader } from "~/roster/index.server";`,
      "app/routes/e.tsx": `export const loader = () => null;`,
    },
    sound: {
      "app/routes/a.tsx": `export async function loader({ request }) { const actor = await requireActor(request, "x"); }`,
      "app/routes/b.tsx": `export const action = async ({ request }) => { await requireActor(request); };`,
      "app/routes/sign-in.tsx": `export async function action() { return null; }`,
    },
  },
  {
    says: "sentences stand in words files",
    rule: keepsWordsTogether,
    on: app,
    planted: {
      "app/roster/a.tsx": `export const a = <p>Chưa có ai</p>;`,
      "app/roster/b.ts": `export const b = "Họ và tên";`,
      "app/roster/c.ts": "export const c = `Còn $" + "{n} ngày`;",
    },
    sound: {
      "app/roster/words.ts": `export const a = "Họ và tên";`,
      "app/roster/a.ts": `// Họ và tên\nexport const a = "English only";`,
    },
  },
  {
    says: "line 1 of each file says what it knows",
    rule: saysWhatItKnows,
    on: everything,
    planted: { "app/roster/a.ts": `import x from "y";\n`, "tests/a.test.ts": `// a note\n` },
    sound: { "app/roster/a.ts": `/** What a speaker is. */\n` },
  },
  {
    says: "there are no drawers",
    rule: hasNoDrawers,
    on: everything,
    planted: { "app/roster/utils.ts": "", "app/lib/a.ts": "", "app/roster/hooks/a.ts": "" },
    sound: { "app/roster/speaker-types-table.tsx": "" },
  },
  {
    says: "ui would do in a flower shop",
    rule: worksInAFlowerShop,
    on: app,
    planted: { "app/ui/a.tsx": `export function SpeakerName() {}` },
    sound: { "app/ui/a.tsx": `export function Name() {}` },
  },
];

describe.each(rules)("$says", ({ rule, on, planted, sound }) => {
  test("in the whole house", () => {
    expect(rule(on)).toEqual([]);
  });

  test.each(Object.keys(planted))("and a violation planted in %s is found", (file) => {
    expect(rule({ [file]: planted[file] ?? "" })).not.toEqual([]);
  });

  test("and what is sound passes", () => {
    expect(rule(sound)).toEqual([]);
  });
});

test("whoever is open to strangers still stands there", () => {
  const addresses = Object.keys(app).map((file) => /^app\/routes\/(?:_[a-z]+\.)?([a-z$-]+)/.exec(file)?.[1]);
  expect(Object.keys(openToStrangers).filter((address) => !addresses.includes(address))).toEqual([]);
});

function read(pattern: string): Files {
  const paths = globSync(pattern, { exclude: (path) => String(path).includes("platform/prisma") });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}
