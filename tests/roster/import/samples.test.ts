/** The sample rosters come out as a careful clerk reads them. Skipped where the samples are not at hand. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fold } from "~/platform/text";
import { showBirth } from "~/roster/date-parsing";
import { type CheckedRow, checkRows } from "~/roster/import/check";
import { findDoubles } from "~/roster/import/doubles";
import { oldEncodingOf, repairSheets } from "~/roster/import/letters/repair";
import { readWorkbook } from "~/roster/import/read.server";
import { understand } from "~/roster/import/understand";
import { words as roster } from "~/roster/words";
import { against, units } from "./workbooks";

const folder = fileURLToPath(new URL("../../../../shared/samples/rosters", import.meta.url));
const withSamples = test.skipIf(!existsSync(folder));

interface Expected {
  fullName: string;
  birth?: string;
  gender?: string;
  unit?: string;
  [field: string]: unknown;
}

withSamples("annex-unicode.xlsx: every field of all 54 people", () => {
  const rows = peopleIn("annex-unicode.xlsx");
  expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  expect(rows.map(asClerk)).toEqual(expected("annex-unicode").map(plainUnit));
});

withSamples("flat-by-hand.xlsx: every field of all 60 people, and the three bad rows", () => {
  const rows = peopleIn("flat-by-hand.xlsx");
  const good = rows.filter(({ problems }) => problems.length === 0);
  const { rows: wanted } = JSON.parse(readFileSync(`${folder}/flat-by-hand.expected.json`, "utf8"));
  expect(good.map(asClerk)).toEqual(wanted.map(plainUnit));
  expect(
    rows
      .filter(({ problems }) => problems.length > 0)
      .map(({ row, problems }) => [row, problems.map(({ code }) => code)]),
  ).toEqual([
    [62, ["noKind", "noStart", "twiceInFile"]],
    [63, ["noName", "noKind", "noStart"]],
    [64, ["badBirth", "badPhone", "noStart", "unitNotFound"]],
  ]);
});

withSamples.each([
  ["annex-tcvn3.xlsx", "tcvn3"],
  ["annex-vni.xlsx", "vni"],
  ["annex-unicode.xlsx", null],
  ["flat-by-hand.xlsx", null],
])("%s is told to be written in %s", (file, encoding) => {
  expect(oldEncodingOf(repairSheets(readWorkbook(readFileSync(`${folder}/${file}`))))).toBe(encoding);
});

function peopleIn(file: string): CheckedRow[] {
  const understanding = understand(readWorkbook(readFileSync(`${folder}/${file}`)));
  const { decision } = understanding;
  const heading =
    decision?.number && decision.decidedOn
      ? { number: decision.number, decidedOn: decision.decidedOn }
      : null;
  const settings = { unitId: "city", kind: null, level: null, decision: heading, startsOn: null, units: {} };
  const rows = checkRows(understanding, settings, against());
  findDoubles(rows);
  return rows.filter(({ values }) => values !== null);
}

/** The row in the clerk's keys; fields that are empty are left out, as the clerk does. */
function asClerk({ values, hidden }: CheckedRow): Record<string, unknown> {
  const {
    fullName,
    birth,
    gender,
    position,
    education,
    politicalTheory,
    phone,
    kind,
    unitId,
    decision,
    topic,
    language,
  } = values!;
  const found = {
    fullName,
    birth: birth && showBirth(birth),
    gender: gender && { female: "F", male: "M" }[gender],
    position,
    education,
    politicalTheory: politicalTheory && roster.vi.theory[politicalTheory],
    phone,
    kind: kind && { rapporteur: "BCV", communicator: "TTV" }[kind],
    unit: fold(units.find(({ id }) => id === unitId)?.name ?? ""),
    decision: decision && { number: decision.number, date: decision.decidedOn },
    topic,
    language,
    hidden: hidden || null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

function expected(name: string): Expected[] {
  return JSON.parse(readFileSync(`${folder}/${name}.expected.json`, "utf8"));
}

/** Units compare without regard to case and to a leading "Đảng ủy". */
function plainUnit(row: Expected): Expected {
  return { ...row, unit: fold(row.unit ?? "").replace(/^dang uy /, "") };
}
