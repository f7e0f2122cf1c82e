/** What `npm run roster:preview` prints of the seven sample rosters: every field that a careful clerk reads. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { previewOf } from "~/roster/import/preview-rows";

const folder = fileURLToPath(new URL("../../../../shared/samples/rosters", import.meta.url));
const withSamples = test.skipIf(!existsSync(folder));

interface Clerk {
  [field: string]: unknown;
  unit?: string;
  position?: string;
  education?: string;
}

withSamples.each([
  ["annex-unicode.xlsx", 540],
  ["annex-tcvn3.xlsx", 550],
  ["annex-vni.xlsx", 520],
  ["flat-by-hand.xlsx", 695],
  ["export-utf8-bom-nfd.csv", 280],
  ["export-windows-1258.csv", 280],
  ["export-utf16-semicolon.csv", 280],
])("%s: all of %i fields", (file, count) => {
  const wanted = expectedOf(file);
  const good = peopleIn(file).filter(({ problems }) => problems.length === 0);
  expect(wanted.flatMap(Object.keys)).toHaveLength(count);
  expect(good.map((row, at) => only(row, wanted[at] ?? {})).map(compared)).toEqual(wanted.map(compared));
});

withSamples("the three bad rows of flat-by-hand.xlsx are reported as such", () => {
  const bad = peopleIn("flat-by-hand.xlsx").filter(({ problems }) => problems.length > 0);
  expect(bad.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
    [62, ["noKind", "twiceInFile"]],
    [63, ["noName", "noKind"]],
    [64, ["badBirth", "badPhone"]],
  ]);
});

withSamples("what was repaired is told with what stood there", () => {
  const [first] = peopleIn("annex-tcvn3.xlsx");
  expect(first!.repairs.find(({ field }) => field === "fullName")).toEqual({
    field: "fullName",
    kind: "tcvn3",
    original: "Vò BÝch Dung",
    repaired: "Vũ Bích Dung",
    confidence: 0.99,
  });
  const unicode = peopleIn("annex-unicode.xlsx").flatMap(({ repairs }) => repairs.map(({ kind }) => kind));
  expect(unicode.filter((kind) => kind === "tcvn3" || kind === "vni")).toEqual([]);
});

function peopleIn(file: string) {
  return previewOf(readFileSync(`${folder}/${file}`), null) as (Clerk &
    ReturnType<typeof previewOf>[number] & {
      row: number;
    })[];
}

function expectedOf(file: string): Clerk[] {
  const read = JSON.parse(readFileSync(`${folder}/${file.replace(/\.\w+$/, "")}.expected.json`, "utf8"));
  return Array.isArray(read) ? read : read.rows;
}

function only(row: Clerk, wanted: Clerk): Clerk {
  return Object.fromEntries(Object.keys(wanted).map((field) => [field, row[field]]));
}

/** Fonts without capitals leave the case of posts open; a unit compares without its committee. */
function compared({ unit, position, education, ...rest }: Clerk): Clerk {
  const small = (text?: string) => text?.toLowerCase();
  return {
    ...rest,
    unit: small(unit)?.replace(/^đảng ủy /, ""),
    position: small(position),
    education: small(education),
  };
}
