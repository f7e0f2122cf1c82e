/** The speakers of the big set with their decisions, terms and appointments; names as they are really spread. */
import type pg from "pg";
import { addDays, today } from "../../app/platform/clock.ts";
import { sortNameOf } from "../../app/roster/speaker-name.ts";
import { makeName, makePhone } from "../../prisma/demo/names.ts";
import { communePosts, type Post, schoolingFor } from "../../prisma/demo/posts.ts";
import { between, chance, idAt, pick, type Random, randomFrom } from "../../prisma/demo/random.ts";
import type { BigUnit } from "./big-units.ts";
import { withoutIndexes } from "./indexes.ts";

const counts = { speakers: 200_000, batch: 10_000 };

export async function writePeople(owner: pg.Client, units: BigUnit[], share: number): Promise<void> {
  const random = randomFrom(20);
  const decisions = await writeDecisions(owner, random, units);
  const [provinces, others] = [
    units.filter(isProvince),
    units.filter((unit) => !isProvince(unit) && unit.parentId),
  ];
  const total = Math.round(counts.speakers * share);
  const writeAll = () => writeBatches(owner, random, total, { provinces, others, decisions });
  // Each batch of appointments tells its people the last day of service, by the index that begins with them.
  const withoutTheirs = () => withoutIndexes(owner, "appointment", writeAll, "speaker_id");
  await withoutIndexes(owner, "speaker", withoutTheirs);
}

interface Cast {
  provinces: BigUnit[];
  others: BigUnit[];
  decisions: Decisions;
}

async function writeBatches(owner: pg.Client, random: Random, total: number, cast: Cast): Promise<void> {
  const imports = drawImports(random, total, cast);
  for (let made = 0; made < total; made += counts.batch) {
    const speakers = imports
      .slice(made, made + counts.batch)
      .map(({ unit, day }) => makeSpeaker(random, unit, day));
    await writeSpeakers(owner, speakers);
    const appointments = speakers.flatMap((speaker) => makeAppointments(random, speaker, cast.decisions));
    await writeAppointments(owner, appointments);
  }
}

/** Each unit sends its list on one day: its people lie together in the tables, as imports leave them. */
function drawImports(random: Random, total: number, { provinces, others }: Cast) {
  const sizes = new Map<BigUnit, number>();
  for (let drawn = 0; drawn < total; drawn++) {
    const unit = pick(random, chance(random, 0.03) ? provinces : others);
    sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  }
  return [...sizes]
    .map(([unit, size]) => ({ unit, size, day: since + between(random, 0, 399) * 86_400_000 }))
    .sort((a, b) => a.day - b.day)
    .flatMap(({ unit, size, day }) => Array.from({ length: size }, () => ({ unit, day })));
}

/** For each unit: the recognition of the last term and that of the present one. */
type Decisions = Map<string, [then: string, now: string]>;

async function writeDecisions(owner: pg.Client, random: Random, units: BigUnit[]): Promise<Decisions> {
  const decisions: Decisions = new Map(
    units.map(({ id }) => [id, [idAt(random, new Date("2021-03-01")), idAt(random, new Date("2025-08-12"))]]),
  );
  for (const [place, day] of [
    [0, "2021-03-01"],
    [1, "2025-08-12"],
  ] as const) {
    const numbers = units.map(() => `${between(random, 20, 400)}-QĐ/ĐU`);
    await owner.query(
      `INSERT INTO decision (id, number, number_key, decided_on, kind, unit_id, issuer, signer)
       SELECT id, number, lower(number), $3, 'recognition', unit_id, 'Ban Thường vụ', 'Nguyễn Văn An'
       FROM unnest($1::uuid[], $2::text[], $4::uuid[]) AS decision (id, number, unit_id)`,
      [units.map(({ id }) => decisions.get(id)?.[place]), numbers, day, units.map(({ id }) => id)],
    );
  }
  return decisions;
}

interface BigSpeaker {
  id: string;
  unit: BigUnit;
  post: Post;
  values: (string | number | null)[];
}

const since = new Date("2025-08-12").getTime();

function makeSpeaker(random: Random, unit: BigUnit, importedOn: number): BigSpeaker {
  const post = pick(random, communePosts);
  const { fullName, gender } = makeName(
    random,
    chance(random, 0.92) ? "kinh" : pick(random, ["tay", "hmong", "ede", "khmer"]),
  );
  const theory = pick(random, post.theory);
  const [given, family, middle] = sortNameOf(fullName);
  const town = unit.name.replace("Đảng ủy ", "");
  const madeAt = new Date(importedOn + Math.floor(random() * 60_000));
  const id = idAt(random, madeAt);
  return {
    id,
    unit,
    post,
    values: [
      ...[id, fullName, given, family, middle, 2025 - between(random, ...post.ages), gender],
      ...[
        chance(random, 0.95) ? makePhone(random) : null,
        post.position,
        post.workplace.replace(/\{\w+\}/, town),
      ],
      ...[pick(random, schoolingFor(post, theory)), theory, unit.id, madeAt.toISOString()],
    ],
  };
}

async function writeSpeakers(owner: pg.Client, speakers: BigSpeaker[]): Promise<void> {
  await owner.query(
    `INSERT INTO speaker (id, full_name, sort_name, birth_year, gender, phone, position, workplace, education,
       political_theory, unit_id, created_at, updated_at)
     SELECT id, full_name, ARRAY[given, family, middle], birth_year, gender, phone, position, workplace, education, theory,
       unit_id, made_at, made_at
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::uuid[], $14::timestamptz[])
       AS made (id, full_name, given, family, middle, birth_year, gender, phone, position, workplace, education, theory,
         unit_id, made_at)`,
    columns(speakers.map(({ values }) => values)),
  );
}

/** 1.3 each: most stand; some served the last term too, some are about to end, were released, or lack a decision. */
function makeAppointments(random: Random, speaker: BigSpeaker, decisions: Decisions): (string | null)[][] {
  const day = today();
  const { unit, post, id } = speaker;
  const [then, now] = decisions.get(unit.id) ?? [null, null];
  const level =
    unit.level === "province" ? "province" : post.role === "rapporteur" ? "commune" : "grassroots";
  const seat = (
    starts: string,
    ends: string | null,
    decision: string | null,
    reason: string | null = null,
  ) => [
    ...[
      idAt(random, new Date(starts)),
      id,
      unit.id,
      post.role,
      "party",
      level,
      starts,
      ends,
      decision,
      reason,
    ],
  ];
  const past = chance(random, 0.3) ? [seat("2021-03-01", "2025-06-30", then)] : [];
  const fate = random();
  if (fate < 0.05) return [...past, seat("2025-08-12", addDays(day, between(random, 1, 60)), now)];
  if (fate < 0.12) return [...past, seat("2025-08-12", addDays(day, -between(random, 1, 300)), now, "moved")];
  if (fate < 0.17) return [...past, seat("2025-08-12", null, null)];
  return [...past, seat("2025-08-12", chance(random, 0.5) ? "2030-07-31" : null, now)];
}

async function writeAppointments(owner: pg.Client, appointments: (string | null)[][]): Promise<void> {
  await owner.query(
    `INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on, ends_on, decision_id, end_reason)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[],
       $9::uuid[], $10::text[])`,
    columns(appointments),
  );
}

function isProvince({ level }: BigUnit): boolean {
  return level === "province";
}

function columns<T>(rows: T[][]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T));
}
