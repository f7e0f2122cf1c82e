/** The same person twice in one file: by the same likeness as the list of doubles. */
import { likelyFrom, likenessOf, type Nearness, type Traits } from "~/roster/doubles/score";
import type { CheckedRow, PersonValues } from "./check";
import { isPerson, nameWords } from "./known/recognise";

export function findDoubles(rows: CheckedRow[]) {
  const doubles = new Doubles();
  for (const row of rows) doubles.add(row);
}

/** Marks rows that repeat an earlier one, and telephones that two people share. Told of the rows in their order. */
export class Doubles {
  private readonly seen = new Seen();

  /** `isKnown`: the row is recognised in the roster. */
  add(row: CheckedRow, isKnown = false) {
    if (!isPerson(row)) return;
    const keys = keysOf(row.values);
    const person = personOf(row.row, row.values);
    if (!row.isOther && !isKnown) mark(row, person, keys, this.seen);
    this.seen.add(person, keys);
  }
}

/** What a later row is compared with: of 50,000 people no more is held. */
interface Person extends Traits {
  row: number;
  unitId: string | null;
}

function mark(row: CheckedRow, person: Person, keys: string[], seen: Seen) {
  for (const key of keys) {
    for (const other of seen.under(key)) {
      const { score, signs } = likenessOf(person, other, nearness(person, other));
      if (score >= likelyFrom) return addProblem(row, "twiceInFile", other);
      // One number, two names: a slip of the pen or a shared telephone. The officer decides.
      if (signs.includes("phone")) return addProblem(row, "phoneTwiceInFile", other);
    }
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

function personOf(row: number, { fullName, birth, gender, phone, email, unitId }: PersonValues): Person {
  const { year: birthYear, month: birthMonth, day: birthDay } = birth ?? {};
  return { row, fullName, birthYear, birthMonth, birthDay, gender, phone, email, unitId };
}

function nearness(one: Person, other: Person): Nearness {
  return one.unitId === other.unitId ? "same" : "apart";
}

function addProblem(row: CheckedRow, code: "twiceInFile" | "phoneTwiceInFile", other: Person) {
  row.state = "problem";
  row.problems = [...row.problems, { code, text: String(other.row) }];
}

const chains = 1 << 17;

/** People by their keys, of which numbers are kept: as texts, those of 50,000 people would take 40 MB. */
class Seen {
  private readonly people: Person[] = [];
  private readonly firsts = new Int32Array(chains).fill(-1);
  private readonly lasts = new Int32Array(chains).fill(-1);
  /** For each key of each person three numbers: its checksum, the person's place, the next of the same chain. */
  private entries = new Int32Array(3 * 4096);
  private count = 0;

  add(person: Person, keys: string[]) {
    const place = this.people.push(person) - 1;
    for (const key of keys) this.link(checksum(key), place);
  }

  /** The earliest first. Two keys may share a checksum: whoever asks compares anyhow. */
  *under(key: string): Generator<Person> {
    const wanted = checksum(key);
    for (let at = this.firsts[wanted & (chains - 1)] as number; at >= 0; at = this.entries[at + 2] as number)
      if (this.entries[at] === wanted) yield this.people[this.entries[at + 1] as number] as Person;
  }

  private link(sum: number, place: number) {
    const at = this.count;
    this.count += 3;
    if (this.count > this.entries.length) {
      const longer = new Int32Array(this.entries.length * 2);
      longer.set(this.entries);
      this.entries = longer;
    }
    this.entries.set([sum, place, -1], at);
    const chain = sum & (chains - 1);
    const last = this.lasts[chain] as number;
    if (last < 0) this.firsts[chain] = at;
    else this.entries[last + 2] = at;
    this.lasts[chain] = at;
  }
}

function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}
