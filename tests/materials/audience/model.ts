/** A small world of units, people and materials, and in plain words who sees what in it: the database must say the same. */
import fc from "fast-check";
import { addDays, type Day, today } from "~/platform/clock";

export interface World {
  /** The parent of each unit by its place; the first has none, the others stand under an earlier one. */
  parents: (number | null)[];
  people: Person[];
  materials: Thing[];
}

export interface Person {
  /** Null: no record in the roster, so an officer only. */
  speaker: { posts: Post[]; topics: number[]; languages: string[] } | null;
  grants: { role: string; unit: number }[];
}

export interface Post {
  unit: number;
  role: string;
  level: string;
  network: string;
  from: Day;
  to: Day | null;
}

export interface Thing {
  unit: number;
  circulation: string;
  state: string;
  /** When its current version went out; null: none has. */
  out: "past" | "future" | null;
  trashed: boolean;
  rules: RuleOf[];
  /** Of the version that is out (or of the only one), and of a draft after it. */
  files: { draft: boolean; state: string }[];
}

export interface RuleOf {
  units: number[];
  roles: string[];
  levels: string[];
  networks: string[];
  topics: number[];
  languages: string[];
  staff: string[];
}

const keepers = [
  "system_administrator",
  "department_officer",
  "department_leader",
  "commune_officer",
  "commune_leader",
  "training_officer",
  "auditor",
];

export function sees(world: World, person: Person, thing: Thing): boolean {
  return !thing.trashed && (keeps(world, person, thing) || reads(world, person, thing));
}

export function keeps(world: World, person: Person, thing: Thing): boolean {
  return person.grants.some(
    ({ role, unit }) => keepers.includes(role) && waysUp(world, thing.unit).includes(unit),
  );
}

export function reads(world: World, person: Person, thing: Thing): boolean {
  if (thing.state !== "published" || thing.trashed || thing.out !== "past") return false;
  if (thing.circulation === "public") return true;
  return thing.rules.some(
    (rule) =>
      coversSpeaker(world, rule, person) ||
      (thing.circulation === "internal" && coversStaff(world, rule, person)),
  );
}

/** Which of its files, by their place. */
export function fetches(world: World, person: Person, thing: Thing): number[] {
  if (thing.trashed) return [];
  const all = keeps(world, person, thing);
  if (!all && !reads(world, person, thing)) return [];
  return thing.files.flatMap(({ draft, state }, place) =>
    state === "accepted" && (all || !draft) ? [place] : [],
  );
}

export function coversSpeaker(world: World, rule: RuleOf, { speaker }: Person): boolean {
  if (!speaker) return false;
  return (
    speaker.posts.some(
      (post) =>
        post.from <= today() &&
        (post.to === null || post.to >= today()) &&
        isIn(world, rule, post.unit) &&
        asks(rule.roles, [post.role]) &&
        asks(rule.levels, [post.level]) &&
        asks(rule.networks, [post.network]),
    ) &&
    asks(rule.topics, speaker.topics) &&
    asks(rule.languages, speaker.languages)
  );
}

export function coversStaff(world: World, rule: RuleOf, { grants }: Person): boolean {
  return grants.some(({ role, unit }) => rule.staff.includes(role) && isIn(world, rule, unit));
}

function isIn(world: World, { units }: RuleOf, unit: number): boolean {
  return asks(units, waysUp(world, unit));
}

/** The unit and all above it. */
export function waysUp({ parents }: World, unit: number): number[] {
  const parent = parents[unit] ?? null;
  return parent === null ? [unit] : [unit, ...waysUp({ parents } as World, parent)];
}

function asks<T>(asked: T[], has: T[]): boolean {
  return asked.length === 0 || asked.some((one) => has.includes(one));
}

const roles = ["rapporteur", "communicator"];
const levels = ["province", "commune"];
const networks = ["party", "grassroots_info"];
const languages = ["tay", "hmong"];
const staff = ["commune_officer", "commune_leader", "training_officer"];
export const topicCount = 3;

const some = <T>(values: readonly T[], most = 2) => fc.subarray([...values], { maxLength: most });
const mostly = <T>(value: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

/** Worlds in which most things are out and many people are covered by something: else nearly every answer were "no". */
export const worlds: fc.Arbitrary<World> = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const unit = fc.nat({ max: count - 1 });
  const topic = fc.nat({ max: topicCount - 1 });
  const fewOrNone = <T>(values: readonly T[]) => mostly<T[]>([], some(values));
  const anyPost = fc.record({
    unit,
    role: fc.constantFrom(...roles),
    level: fc.constantFrom(...levels),
    network: fc.constantFrom(...networks),
    from: mostly(addDays(today(), -30), fc.constantFrom(today(), addDays(today(), 1))),
    to: mostly<Day | null>(null, fc.constantFrom(today(), addDays(today(), -1), addDays(today(), 9))),
  });
  const post = anyPost.filter(({ from, to }) => to === null || from <= to);
  const person = fc.record({
    speaker: fc.option(
      fc.record({
        // Two posts of one seat never overlap, so each seat is held once.
        posts: fc.uniqueArray(post, {
          maxLength: 3,
          selector: ({ unit: where, role, network }) => `${where} ${role} ${network}`,
        }),
        topics: fc.uniqueArray(topic, { maxLength: 2 }),
        languages: some(languages),
      }),
      { freq: 4, nil: null },
    ),
    // An account without any role is asked to leave before sight is asked.
    grants: fc.uniqueArray(
      fc.record({ role: fc.constantFrom(...staff, "speaker", "department_officer"), unit }),
      {
        minLength: 1,
        maxLength: 2,
        selector: ({ role, unit }) => `${role} ${unit}`,
      },
    ),
  });
  const rule = fc.record({
    units: fc.uniqueArray(unit, { maxLength: 2 }),
    roles: fewOrNone(roles),
    levels: fewOrNone(levels),
    networks: fewOrNone(networks),
    topics: mostly<number[]>([], fc.uniqueArray(topic, { maxLength: 2 })),
    languages: fewOrNone(languages),
    staff: fewOrNone(staff),
  });
  const thing = fc.record({
    unit,
    circulation: fc.constantFrom("public", "internal", "internal", "speakers_only", "speakers_only"),
    state: mostly("published", fc.constantFrom("draft", "in_review", "approved", "withdrawn")),
    out: mostly<Thing["out"]>("past", fc.constantFrom("future", null)),
    trashed: mostly(false, fc.constant(true)),
    rules: fc.array(rule, { maxLength: 3 }),
    files: fc.array(
      fc.record({
        draft: mostly(false, fc.constant(true)),
        state: mostly("accepted", fc.constantFrom("checking", "purged")),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });
  return fc.record({
    parents: fc.tuple(
      ...Array.from({ length: count }, (_, place) =>
        place === 0 ? fc.constant(null) : fc.option(fc.nat({ max: place - 1 }), { freq: 6, nil: null }),
      ),
    ),
    people: fc.array(person, { minLength: 2, maxLength: 5 }),
    materials: fc.array(thing, { minLength: 1, maxLength: 6 }),
  });
});
