/** The materials of the big set: of the centre, of every province and of communes, with versions, pages, rules, readers and receipts. */
import type pg from "pg";
import { makeName } from "../../prisma/demo/names.ts";
import { between, chance, idAt, pick, type Random, randomFrom } from "../../prisma/demo/random.ts";
import type { BigUnit } from "./big-units.ts";
import { withoutIndexes } from "./indexes.ts";
import { wordsOf } from "./vocabulary.ts";

const counts = { materials: 12_000, versions: 20_000, pages: 100_000, paragraphs: 6_000, readers: 20_000 };

export async function writeMaterials(owner: pg.Client, units: BigUnit[], share: number): Promise<void> {
  const random = randomFrom(41);
  const tables = ["material", "material_version", "material_file", "material_page"];
  // What the triggers keep page by page is written at once.
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await writeParagraphs(owner, random);
  const materials = makeMaterials(random, units, Math.round(counts.materials * share));
  await writeEntries(owner, random, materials);
  await writeVersions(owner, random, materials, Math.round(counts.versions * share));
  await withKnownParagraphs(owner, () => writePages(owner, Math.round(counts.pages * share)));
  // By both cores: the table alone looks too small for it, its words lie beside it.
  await owner.query("ALTER TABLE material_words SET (parallel_workers = 2)");
  await withoutIndexes(owner, "material_words", () => writeWords(owner));
  await owner.query("ALTER TABLE material_words RESET (parallel_workers)");
  for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await writeReaders(owner, random, Math.round(counts.readers * share));
}

interface BigMaterial {
  id: string;
  unit: BigUnit;
  state: string;
  madeAt: Date;
  circulation: string;
}

/** So many paragraphs say everything: a page is four of them and a line of its own. */
async function writeParagraphs(owner: pg.Client, random: Random): Promise<void> {
  const word = wordsOf(random);
  const paragraphs = Array.from({ length: counts.paragraphs }, () => {
    const text = Array.from({ length: 52 }, (_, place) => word() + (place % 9 === 8 ? "," : "")).join(" ");
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  });
  await owner.query("CREATE TEMP TABLE paragraph (id int PRIMARY KEY, text text, said text, words tsvector)");
  await owner.query(
    `INSERT INTO paragraph SELECT place - 1, text, search_text(text), search_vector(text)
     FROM unnest($1::text[]) WITH ORDINALITY AS p (text, place)`,
    [paragraphs],
  );
  await owner.query("CREATE INDEX ON paragraph USING hash (text)");
  await owner.query("ANALYZE paragraph");
}

/**
 * What a page says in the index is worked out from its text, a millisecond for each: here it is put together from what its
 * paragraphs say. The function that does so stands in for the true one meanwhile.
 */
async function withKnownParagraphs(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ whole: string }>(
    "SELECT pg_get_functiondef('search_text(text)'::regprocedure) AS whole",
  );
  const whole = rows[0]?.whole as string;
  await owner.query(whole.replace("public.search_text(", "pg_temp.search_whole("));
  await owner.query(
    `CREATE OR REPLACE FUNCTION search_text(text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
     BEGIN RETURN (
       SELECT ' ' || string_agg(btrim(coalesce(p.said, pg_temp.search_whole(line.text))), ' ' ORDER BY line.place) || ' '
       FROM unnest(string_to_array($1, E'\\n')) WITH ORDINALITY AS line (text, place) LEFT JOIN paragraph p ON p.text = line.text
     ); END $$`,
  );
  await work();
  await owner.query(whole);
  const wrong = await owner.query(
    `SELECT FROM (SELECT * FROM material_page ORDER BY file_id DESC LIMIT 20) AS p WHERE search_text <> search_text(text)`,
  );
  if (wrong.rowCount) throw new Error("Pages do not say what their paragraphs say.");
}

const begun = new Date("2024-01-01").getTime();
const ended = new Date("2026-11-20").getTime();

function makeMaterials(random: Random, units: BigUnit[], total: number): BigMaterial[] {
  const at = (level: BigUnit["level"]) => units.filter((unit) => unit.level === level);
  const [centre, provinces, communes] = [at("central"), at("province"), at("commune")];
  return Array.from({ length: total }, (_, place) => {
    const keeper = random();
    const unit = pick(random, keeper < 0.04 ? centre : keeper < 0.3 ? provinces : communes);
    const madeAt = new Date(begun + ((ended - begun) * place) / total);
    const fate = random();
    return {
      ...{ id: idAt(random, madeAt), unit, madeAt },
      state: fate < 0.9 ? "published" : fate < 0.96 ? "draft" : "withdrawn",
      circulation: pick(random, ["public", "internal", "internal", "speakers_only"]),
    };
  });
}

const kinds = ["outline", "material", "reference", "bulletin", "guidance", "talk"];
const titles = {
  outline: "Đề cương tuyên truyền",
  material: "Tài liệu",
  reference: "Tài liệu tham khảo",
  bulletin: "Bản tin sinh hoạt chi bộ",
  guidance: "Định hướng tuyên truyền tháng",
  talk: "Chuyên đề",
} as Record<string, string>;

async function writeEntries(owner: pg.Client, random: Random, materials: BigMaterial[]): Promise<void> {
  const word = wordsOf(random);
  const known = materials.find(({ state, circulation }) => state === "published" && circulation === "public");
  const rows = materials.map((material, place) => {
    const { id, unit, state, madeAt, circulation } = material;
    const kind = pick(random, kinds);
    const title = `${titles[kind]} ${word()} ${word()} ${word()}`;
    const drawn = chance(random, 0.6)
      ? `${1 + (place % 900)}-${pick(random, ["KH/TU", "HD/BTG", "KH/ĐU", "CV/ĐU"])}`
      : null;
    // What the bench asks for by its number (cases.ts).
    const number = material === known ? "241-KH/TU" : drawn;
    const at = madeAt.toISOString();
    return [
      id,
      unit.id,
      title,
      number,
      unit.name,
      at,
      kind,
      circulation,
      state,
      state === "draft" ? null : at,
    ];
  });
  await owner.query(
    `INSERT INTO material (id, unit_id, title, number, issuer, issued_on, kind, circulation, state, published_at, created_by,
       created_at, updated_at)
     SELECT id, unit_id, title, number, issuer, at::date, kind, circulation, state, published_at, 'bench', at, at
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[],
       $10::timestamptz[]) AS made (id, unit_id, title, number, issuer, at, kind, circulation, state, published_at)`,
    columns(rows),
  );
  await owner.query(
    `INSERT INTO material_topic (material_id, topic_id) SELECT m.id, t.id FROM material m
     JOIN topic t ON t.position = abs(hashtext(m.id::text)) % 15`,
  );
  await writeRules(owner, random, materials);
}

/** Of the centre's nearly everything is for everybody or for some provinces; others address the people under them. */
async function writeRules(owner: pg.Client, random: Random, materials: BigMaterial[]): Promise<void> {
  const rows = materials.flatMap(({ id, unit }) => {
    const units = unit.level === "central" && chance(random, 0.7) ? "{}" : `{${unit.id}}`;
    const roles = chance(random, 0.5) ? "{}" : `{${pick(random, ["rapporteur", "communicator"])}}`;
    const levels = chance(random, 0.8) ? "{}" : `{${pick(random, ["province", "commune"])}}`;
    const staff = chance(random, 0.6) ? "{commune_officer,commune_leader,department_officer}" : "{}";
    return [[idAt(random, new Date()), id, units, roles, levels, staff]];
  });
  await owner.query(
    `INSERT INTO audience_rule (id, material_id, unit_ids, roles, levels, staff)
     SELECT id, material_id, units::uuid[], roles::text[], levels::text[], staff::text[]
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS made (id, material_id, units, roles, levels, staff)`,
    columns(rows),
  );
}

/** The last one of each that is out is what readers get; one in thirty has a draft after it. */
async function writeVersions(
  owner: pg.Client,
  random: Random,
  materials: BigMaterial[],
  total: number,
): Promise<void> {
  const more = total / materials.length - 1;
  const rows = materials.flatMap(({ id, state, madeAt }) => {
    const versions =
      1 + (chance(random, more * 0.75) ? between(random, 1, 1) + (chance(random, 0.33) ? 1 : 0) : 0);
    const hasDraft = state === "draft" || chance(random, 0.03);
    return Array.from({ length: versions }, (_, place) => {
      const at = new Date(madeAt.getTime() + place * 20 * 86_400_000).toISOString();
      const isDraft = hasDraft && place === versions - 1 && (state === "draft" || versions > 1);
      return [idAt(random, new Date(at)), id, place + 1, at, isDraft ? null : at, idAt(random, new Date(at))];
    });
  });
  const made = `unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::uuid[])
    AS made (id, material_id, number, at, published_at, file_id)`;
  await owner.query(
    `WITH made AS MATERIALIZED (SELECT * FROM ${made}), version AS (
       INSERT INTO material_version (id, material_id, number, published_at, created_by, created_at, acknowledge_by)
       SELECT id, material_id, number, published_at, 'bench', at,
         CASE WHEN abs(hashtext(id::text)) % 3 = 0 THEN (at + interval '14 days')::date END FROM made)
     INSERT INTO material_file (id, version_id, name, format, size, state, declared_by, declared_at, text_state)
     SELECT file_id, id, 'tai-lieu-' || number || '.pdf', 'pdf', 400000, 'accepted', 'bench', at, 'done' FROM made`,
    columns(rows),
  );
  await owner.query(
    `UPDATE material m SET current_id = (SELECT v.id FROM material_version v WHERE v.material_id = m.id AND v.published_at IS NOT NULL
       ORDER BY v.number DESC LIMIT 1) WHERE state <> 'draft'`,
  );
}

/** Most files have a few pages, one in a hundred has two hundred. */
async function writePages(owner: pg.Client, total: number): Promise<void> {
  await owner.query(
    `CREATE TEMP TABLE drawn_page AS
     SELECT file_id, version_id, page, row_number() OVER ()::int AS line FROM (
       SELECT id AS file_id, version_id, CASE WHEN draw % 100 = 0 THEN 100 + draw / 100 % 150 ELSE 1 + draw / 100 % 6 END AS pages
       FROM (SELECT id, version_id, abs(hashtext(id::text)) AS draw FROM material_file) AS f
     ) AS f, generate_series(1, pages) AS page LIMIT $1`,
    [total],
  );
  await owner.query(
    `CREATE TEMP TABLE drawn AS SELECT version_id, file_id, page, part, (hashint4(line * 4 + part) & 2147483647) % $1 AS id
     FROM drawn_page, generate_series(0, 3) AS part`,
    [counts.paragraphs],
  );
  await owner.query("ANALYZE drawn");
  await owner.query(
    `INSERT INTO material_page (file_id, page, text, source)
     SELECT file_id, page, 'Văn bản số ' || abs(hashtext(file_id::text || page)) % 90000 || E'-BB/TG\\n' || string_agg(text, E'\\n' ORDER BY part), 'layer'
     FROM drawn JOIN paragraph p USING (id) GROUP BY file_id, page ORDER BY file_id, page`,
  );
  await owner.query(
    "UPDATE material_file f SET pages = (SELECT count(*) FROM material_page WHERE file_id = f.id)",
  );
}

/** What version_says (migration 0011) would say, but for the pairs across paragraphs and the number of each page. */
async function writeWords(owner: pg.Client): Promise<void> {
  const said = (head: string) => `search_vector(${head}, '#') || search_vector(${head}, '', false)`;
  // Long documents are put together from a few lots: adding one paragraph after the other copies all of it each time.
  await owner.query(
    `WITH head AS MATERIALIZED (
       SELECT id, ${said("title")} || ${said("number")} || ${said("regexp_replace(search_words(number), ' ', '', 'g')")} AS words FROM material
     ), issuer AS MATERIALIZED (
       SELECT issuer, ${said("issuer")} AS words FROM (SELECT DISTINCT issuer FROM material) AS every
     ), lot AS (
       SELECT version_id, search_union(words) AS words FROM (SELECT DISTINCT version_id, id FROM drawn) AS d
       JOIN paragraph USING (id) GROUP BY version_id, id % 32
     )
     INSERT INTO material_words (version_id, material_id, words)
     SELECT v.id, v.material_id, coalesce(pages.words, '') || head.words || issuer.words
     FROM material_version v JOIN material m ON m.id = v.material_id JOIN head ON head.id = m.id JOIN issuer ON issuer.issuer = m.issuer
       LEFT JOIN (SELECT version_id, search_union(words) AS words FROM lot GROUP BY version_id) AS pages ON pages.version_id = v.id
     ORDER BY v.id`,
  );
}

/** Speakers with accounts, and what each of them did with some of what is out. */
async function writeReaders(owner: pg.Client, random: Random, total: number): Promise<void> {
  await owner.query(
    `WITH chosen AS (
       SELECT id, full_name, unit_id, md5(id::text)::uuid AS user_id FROM speaker WHERE serves_until >= current_date
       ORDER BY md5(id::text) LIMIT $1
     ), account AS (
       INSERT INTO "user" (id, name, email, username, speaker_id, updated_at)
       SELECT user_id, full_name, user_id || '@bench.invalid', 'reader.' || user_id, id, now() FROM chosen)
     INSERT INTO role_grant (id, user_id, role, unit_id, granted_by)
     SELECT gen_random_uuid(), user_id, 'speaker', unit_id, 'bench' FROM chosen`,
    [total],
  );
  await writeSeat(owner, random);
  await owner.query(
    `CREATE TEMP TABLE reader AS SELECT row_number() OVER () - 1 AS place, id FROM "user" WHERE speaker_id IS NOT NULL`,
  );
  await owner.query(
    `CREATE TEMP TABLE out_version AS SELECT row_number() OVER () - 1 AS place, v.id, v.published_at
     FROM material m JOIN material_version v ON v.id = m.current_id`,
  );
  await owner.query("ANALYZE reader, out_version");
  const draw = (salt: number) => `(hashint8(reader.place * 64 + nth + ${salt}) & 2147483647)`;
  await withoutIndexes(owner, "material_receipt", async () => {
    await owner.query(
      `INSERT INTO material_receipt (version_id, user_id, opened_at, downloaded_at, acknowledged_at)
       SELECT DISTINCT ON (v.id, reader.id) v.id, reader.id, v.published_at + interval '1 day',
         CASE WHEN ${draw(1)} % 4 = 0 THEN v.published_at + interval '2 days' END,
         CASE WHEN ${draw(2)} % 3 = 0 THEN v.published_at + interval '3 days' END
       FROM reader CROSS JOIN generate_series(1, 25) AS nth
         JOIN out_version v ON v.place = ${draw(0)} % (SELECT count(*) FROM out_version)`,
    );
  });
}

/** A rapporteur of the bench's commune who signs in. */
async function writeSeat(owner: pg.Client, random: Random): Promise<void> {
  const id = idAt(random, new Date("2025-07-01"));
  const { fullName } = makeName(random);
  await owner.query(
    `WITH seat AS (
       SELECT s.id, s.unit_id FROM speaker s JOIN role_grant g ON g.unit_id = s.unit_id JOIN "user" u ON u.id = g.user_id
       WHERE u.username = 'bench.commune' AND s.serves_until >= current_date
         AND NOT EXISTS (SELECT FROM "user" WHERE speaker_id = s.id) ORDER BY s.id LIMIT 1
     ), account AS (
       INSERT INTO "user" (id, name, email, username, speaker_id, updated_at)
       SELECT $1::uuid, $2, 'speaker@bench.invalid', 'bench.speaker', id, now() FROM seat)
     INSERT INTO role_grant (id, user_id, role, unit_id, granted_by)
     SELECT gen_random_uuid(), $1::uuid, 'speaker', unit_id, 'bench' FROM seat`,
    [id, fullName],
  );
}

function columns<T>(rows: T[][]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T));
}
