/** What the preview command prints: each person in a file by the keys of the samples, with problems and repairs. */
import { fold, tidy } from "~/platform/text";
import { showBirth } from "~/roster/date-parsing";
import { words as roster } from "~/roster/words";
import { type CheckedRow, checkRows } from "./check";
import { findDoubles } from "./doubles";
import { readWorkbook } from "./read.server";
import type { Repair } from "./repairs";
import { understand } from "./understand";
import { type FindUnit, type MatchableUnit, unitFinder } from "./unit-matching";
import { plainUnitName } from "./unit-names";

export function previewOf(bytes: Buffer, units: MatchableUnit[] | null) {
  const understanding = understand(readWorkbook(bytes));
  const { number, decidedOn } = understanding.decision ?? {};
  const findUnit = units ? unitFinder(units, null) : anyUnit;
  const settings = {
    unitId: "",
    kind: null,
    level: null,
    decision: number && decidedOn ? { number, decidedOn } : null,
    startsOn: null,
    units: {},
  };
  const against = {
    findUnit,
    levelOf: () => undefined,
    lastDistrictDay: "",
    topics: [],
    typed: new Map(),
    added: new Map(),
  };
  const rows = checkRows(understanding, settings, against);
  findDoubles(rows);
  const named = new Map(units?.map(({ id, name }) => [id, name]));
  const sayKinds = new Set(rows.flatMap(({ sheet, values }) => (values?.kind ? [sheet] : [])));
  return rows.filter(({ values }) => values).map((row) => asClerk(row, named, sayKinds.has(row.sheet)));
}

/** Without a list of units each text names its own. */
const anyUnit: FindUnit = (text) => ({ is: "found", unitId: fold(plainUnitName(text)) });

function asClerk(row: CheckedRow, units: Map<string, string>, saysKind: boolean) {
  const values = row.values as NonNullable<CheckedRow["values"]>;
  const unit = units.get(values.unitId ?? "") ?? (values.unit ? plainUnitName(values.unit) : null);
  const found = {
    sheet: row.sheet,
    row: row.row,
    fullName: values.fullName,
    birth: values.birth && showBirth(values.birth),
    gender: values.gender && { female: "F", male: "M" }[values.gender],
    position: values.position,
    workplace: values.workplace,
    unit,
    education: values.education,
    politicalTheory: values.politicalTheory && roster.vi.theory[values.politicalTheory],
    phone: values.phone,
    email: values.email,
    kind: values.kind && { rapporteur: "BCV", communicator: "TTV" }[values.kind],
    decision: values.decision && { number: values.decision.number, date: values.decision.decidedOn },
    topic: values.topic,
    language: values.language,
    note: values.note,
    hidden: row.hidden || null,
  };
  const filled = Object.entries(found).filter(([, value]) => value !== null && value !== "");
  const repairs: Repair[] = [...row.repairs];
  if (values.unit && unit && tidy(values.unit) !== unit)
    repairs.push({
      field: "unit",
      kind: "unitName",
      original: values.unit,
      repaired: unit,
      confidence: 0.95,
    });
  return { ...Object.fromEntries(filled), problems: problemsOf(row, saysKind), repairs };
}

/** A start date or a role that the whole file lacks is asked once in the import, and no fault of each row. */
function problemsOf({ problems }: CheckedRow, saysKind: boolean) {
  return problems.filter(
    ({ code, text }) =>
      code !== "noStart" && (code !== "noKind" || saysKind) && (code !== "unitNotFound" || text),
  );
}
