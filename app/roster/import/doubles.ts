/** The same person twice: in the file, or in the file and the roster. */
import { fold, tidy } from "~/platform/text";
import type { CheckedRow, PersonValues } from "./check";

export interface KnownPerson {
  id: string;
  fullName: string;
  birthYear: number | null;
  phone: string | null;
  unitId: string;
}

type ReadRow = CheckedRow & { values: PersonValues };

/** What those in a file could share with people of the roster, as the database writes arrays: '{"lan anh","van an"}'. */
export interface Likeness {
  phones: string;
  names: string;
}

export function likenessOf(rows: CheckedRow[]): Likeness {
  const people = rows.flatMap(({ values }) => values ?? []);
  return {
    phones: arrayText(people.flatMap(({ phone }) => phone ?? [])),
    names: arrayText(people.map(({ fullName }) => fold(tidy(fullName)))),
  };
}

function arrayText(texts: string[]): string {
  return `{${[...new Set(texts)].map((text) => JSON.stringify(text)).join(",")}}`;
}

/** Marks rows whose person the roster has ("there"), and rows that repeat an earlier one. */
export function findDoubles(rows: CheckedRow[], people: KnownPerson[]) {
  const byPhone = groupBy(people, ({ phone }) => phone);
  const byName = groupBy(people, ({ fullName }) => nameKey(fullName));
  const earlier = { phone: new Map<string, ReadRow>(), name: new Map<string, ReadRow[]>() };
  for (const row of rows) {
    if (!isPerson(row)) continue;
    const same = row.isOther ? undefined : personLike(row.values, byPhone, byName);
    const first = row.isOther ? undefined : rowLike(row.values, earlier);
    if (same) Object.assign(row, { state: "there", speakerId: same.id, problems: [] });
    else if (first) addProblem(row, "twiceInFile", String(first.row));
    else if (!row.isOther) markPhone(row, byPhone, earlier.phone);
    remember(row, earlier);
  }
}

function isPerson(row: CheckedRow): row is ReadRow {
  return Boolean(row.values?.fullName) && row.state !== "added";
}

export function nameKey(fullName: string): string {
  return fold(fullName)
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/** The same name and the same phone; or the same name, unit and year of birth. */
function personLike(
  values: PersonValues,
  byPhone: Map<string, KnownPerson[]>,
  byName: Map<string, KnownPerson[]>,
) {
  const name = nameKey(values.fullName);
  const called = byPhone.get(values.phone ?? "")?.find(({ fullName }) => nameKey(fullName) === name);
  const alike = (known: KnownPerson) =>
    known.unitId === values.unitId && mayBeOne(known, { birthYear: values.birth?.year, phone: values.phone });
  return called ?? byName.get(name)?.find(alike);
}

function rowLike(
  values: PersonValues,
  earlier: { phone: Map<string, ReadRow>; name: Map<string, ReadRow[]> },
) {
  const name = nameKey(values.fullName);
  const called = values.phone ? earlier.phone.get(values.phone) : undefined;
  if (called && nameKey(called.values.fullName) === name) return called;
  return earlier.name
    .get(name)
    ?.find(
      ({ values: other }) =>
        other.unitId === values.unitId &&
        mayBeOne(
          { birthYear: other.birth?.year, phone: other.phone },
          { birthYear: values.birth?.year, phone: values.phone },
        ),
    );
}

interface Trait {
  birthYear: number | null | undefined;
  phone: string | null;
}

/** Of the same name and unit: the year of birth decides, and where one does not tell it, different telephones. */
function mayBeOne(a: Trait, b: Trait): boolean {
  if (a.birthYear && b.birthYear) return a.birthYear === b.birthYear;
  return !a.phone || !b.phone || a.phone === b.phone;
}

/** One number, two names: either a slip of the pen or a shared telephone. The officer decides. */
function markPhone(row: ReadRow, byPhone: Map<string, KnownPerson[]>, inFile: Map<string, ReadRow>) {
  const phone = row.values?.phone;
  if (!phone) return;
  const owner = byPhone.get(phone)?.[0];
  const other = inFile.get(phone);
  if (owner) addProblem(row, "phoneTaken", owner.fullName);
  else if (other) addProblem(row, "phoneTwiceInFile", String(other.row));
}

function addProblem(row: CheckedRow, code: CheckedRow["problems"][number]["code"], text: string) {
  row.state = "problem";
  row.problems = [...row.problems, { code, text }];
}

function remember(row: ReadRow, earlier: { phone: Map<string, ReadRow>; name: Map<string, ReadRow[]> }) {
  const { phone, fullName } = row.values;
  if (phone && !earlier.phone.has(phone)) earlier.phone.set(phone, row);
  const name = nameKey(fullName);
  const others = earlier.name.get(name);
  if (others) others.push(row);
  else earlier.name.set(name, [row]);
}

function groupBy<T>(all: T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = key ? groups.get(key) : undefined;
    if (group) group.push(one);
    else if (key) groups.set(key, [one]);
  }
  return groups;
}
