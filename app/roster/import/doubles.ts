/** The same person twice in one file: by the same likeness as the list of doubles. */
import { likelyFrom, likenessOf, type Nearness } from "~/roster/doubles/score";
import type { CheckedRow, PersonValues } from "./check";
import { isPerson, nameWords } from "./known/recognise";

type ReadRow = CheckedRow & { values: PersonValues };

/** Marks rows that repeat an earlier one, and telephones that two people share. `isKnown`: rows recognised in the roster. */
export function findDoubles(rows: CheckedRow[], isKnown: (row: CheckedRow) => boolean = () => false) {
  const earlier = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (!isPerson(row)) continue;
    const keys = keysOf(row.values);
    if (!row.isOther && !isKnown(row)) mark(row, new Set(keys.flatMap((key) => earlier.get(key) ?? [])));
    for (const key of keys) {
      const others = earlier.get(key);
      if (others) others.push(row);
      else earlier.set(key, [row]);
    }
  }
}

function mark(row: ReadRow, others: Set<ReadRow>) {
  for (const other of others) {
    const { score, signs } = likenessOf(traitsOf(row), traitsOf(other), nearness(row, other));
    if (score >= likelyFrom) return addProblem(row, "twiceInFile", other);
    // One number, two names: a slip of the pen or a shared telephone. The officer decides.
    if (signs.includes("phone")) return addProblem(row, "phoneTwiceInFile", other);
  }
}

/** Whoever shares none of these cannot be likely the same: candidates.ts asks the database in the same way. */
function keysOf({ fullName, phone, email, unitId, birth }: PersonValues): string[] {
  const name = nameWords(fullName);
  const day = birth?.day ? `${birth.day}/${birth.month}/${birth.year}` : null;
  return [
    `${name} ${unitId}`,
    ...(phone ? [phone] : []),
    ...(email ? [`${name} ${email}`] : []),
    ...(day ? [`${name} ${day}`, `${unitId} ${day}`] : []),
  ];
}

function traitsOf({ values: { birth, ...values } }: ReadRow) {
  return { ...values, birthYear: birth?.year, birthMonth: birth?.month, birthDay: birth?.day };
}

function nearness(one: ReadRow, other: ReadRow): Nearness {
  return one.values.unitId === other.values.unitId ? "same" : "apart";
}

function addProblem(row: CheckedRow, code: "twiceInFile" | "phoneTwiceInFile", other: CheckedRow) {
  row.state = "problem";
  row.problems = [...row.problems, { code, text: String(other.row) }];
}
