/** The rows of an import that wait to be put right, as a sheet for whoever sent the file: it can be mended and imported. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import type { RosterImport } from "~/platform/prisma/client";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import type { PersonValues } from "~/roster/import/check";
import type { CheckedImport, PlacedRow } from "~/roster/import/import-thread.server";
import { checkForPage, rowsAt } from "~/roster/import/readings.server";
import { words as importWords } from "~/roster/import/words";
import { showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { faultyTexts } from "./faults";
import { sheetWords as text } from "./words";

const roster = rosterWords.vi;

type Texts = Record<string, string | null | undefined>;

const columns: { key: string; width: number }[] = [
  { key: "fullName", width: 28 },
  { key: "birth", width: 14 },
  { key: "gender", width: 10 },
  { key: "unit", width: 30 },
  { key: "kind", width: 18 },
  { key: "phone", width: 16 },
  { key: "email", width: 26 },
  { key: "position", width: 28 },
  { key: "workplace", width: 28 },
  { key: "education", width: 24 },
  { key: "politicalTheory", width: 18 },
  { key: "decisionNumber", width: 16 },
  { key: "decidedOn", width: 14 },
  { key: "topic", width: 24 },
  { key: "language", width: 18 },
  { key: "note", width: 24 },
];

/** Every problem row with what is wrong; columns in which nothing stands are left out. Leaves a line in the trail. */
export async function problemSheet(actor: Actor, found: RosterImport): Promise<SheetOptions<PlacedRow>> {
  const checked = await checkForPage(actor, found);
  const { problem } = checked.places;
  const used = new Set<string>();
  for (const row of read(checked, problem))
    for (const [key, value] of Object.entries(textsOf(row))) if (value) used.add(key);
  const several = new Set([...read(checked, problem)].map(({ sheet }) => sheet)).size > 1;
  await audit(db, actor, "roster_import.problems_exported", {
    kind: "roster_import",
    id: found.id,
    title: found.fileName,
    unitId: found.unitId,
    after: { problems: problem.length },
  });
  return {
    name: text.name(found.fileName.replace(/\.\w{2,5}$/, "")),
    title: text.tab,
    columns: [
      ...(several ? [{ label: text.sheetName, width: 16, value: ({ sheet }: PlacedRow) => sheet }] : []),
      { label: text.row, width: 10, value: ({ row }) => row },
      { label: text.wrong, width: 50, value: saysWhatIsWrong },
      ...columns
        .filter(({ key }) => used.has(key))
        .map(({ key, width }) => ({
          label: text.heads[key] ?? key,
          width,
          value: (row: PlacedRow) => textsOf(row)[key],
        })),
    ],
    rows: read(checked, problem),
  };
}

function* read(checked: CheckedImport, places: number[]): Generator<PlacedRow> {
  for (let start = 0; start < places.length; start += 200)
    yield* rowsAt(checked, places.slice(start, start + 200));
}

function saysWhatIsWrong({ problems }: PlacedRow): string {
  return problems.map(({ code, text: about }) => importWords.vi.problems[code](about)).join(" ");
}

/** What is read; where that failed, what stands in the file. */
function textsOf({ values, problems }: PlacedRow): Texts {
  return values ? { ...asWritten(values), ...faultyTexts(problems) } : {};
}

function asWritten(values: PersonValues): Texts {
  const { birth, gender, phone, kind, politicalTheory, decision } = values;
  return {
    ...{ fullName: values.fullName, unit: values.unit, email: values.email, position: values.position },
    ...{ workplace: values.workplace, education: values.education, topic: values.topic },
    ...{ language: values.language, note: values.note },
    birth: birth && showPartialDay(birth),
    gender: gender && roster.genders[gender],
    phone: phone && showPhone(phone),
    kind: kind && roster.roles[kind],
    politicalTheory: politicalTheory && roster.theory[politicalTheory],
    decisionNumber: decision?.number,
    decidedOn: decision && showDay(decision.decidedOn),
  };
}
