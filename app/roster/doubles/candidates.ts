/** Who is compared with whom: only people who share something that can make them one, so that common names stay cheap. */

/** The person as the questions below see them, in `people`. */
export const peopleSql = `
  SELECT s.id, s.unit_id, u.parent_id, s.search_name, name_words(s.search_name) AS name_words,
    given_and_family(s.sort_name) AS given_and_family,
    lower(immutable_unaccent(s.sort_name[1])) AS given, s.birth_year, s.birth_month, s.birth_day, s.phone, lower(s.email) AS email
  FROM speaker s JOIN unit u ON u.id = s.unit_id`;

/** So many people with one telephone are an office: there only namesakes are compared. */
const office = 12;

const sameDay = "a.birth_year = b.birth_year AND a.birth_month = b.birth_month AND a.birth_day = b.birth_day";

/**
 * Each is an equality that the database joins by. What they leave out cannot reach the least score: a name shared in
 * different provinces, or a year of birth, is no hint.
 */
const ofNamesakes = [
  "a.unit_id = b.unit_id",
  "a.unit_id = b.parent_id",
  "a.parent_id = b.unit_id",
  "a.parent_id = b.parent_id AND a.birth_year = b.birth_year",
  sameDay,
  "a.phone = b.phone",
];
const ofOthers = [
  `a.phone = b.phone AND (SELECT count(*) FROM (SELECT FROM speaker WHERE phone = a.phone LIMIT ${office + 1}) AS called) <= ${office}`,
  "a.email IS NOT NULL AND a.email = b.email AND a.given_and_family = b.given_and_family",
  `a.birth_day IS NOT NULL AND a.given_and_family = b.given_and_family AND ${sameDay} AND a.parent_id = b.parent_id`,
];
const ofColleagues = [
  "a.given = b.given AND a.birth_year = b.birth_year AND a.unit_id = b.unit_id",
  `a.unit_id = b.unit_id AND ${sameDay}`,
];
const questions = [
  ...ofNamesakes.map((question) => `a.name_words = b.name_words AND ${question}`),
  ...ofOthers,
  ...ofColleagues,
];

/** All pairs of ids to compare among everybody. */
export function allCandidatesSql(): string {
  return `WITH people AS MATERIALIZED (${peopleSql}) ${questions
    .map(
      (question) =>
        `SELECT a.id AS one_id, b.id AS other_id FROM people a JOIN people b ON ${question} AND a.id < b.id`,
    )
    .join(" UNION ")}`;
}

/** The pairs of those in $1 (uuid[]) with anybody: each question by an index. */
export function candidatesOfSql(): string {
  return `WITH asked AS MATERIALIZED (${peopleSql} WHERE s.id = ANY ($1::uuid[])) ${questions
    .map(
      (question) => `SELECT least(a.id, b.id) AS one_id, greatest(a.id, b.id) AS other_id
        FROM asked a JOIN LATERAL (${peopleSql}) b ON ${question} AND a.id <> b.id`,
    )
    .join(" UNION ")}`;
}

const aliasWords = "name_words(lower(immutable_unaccent(alias.full_name)))";

const isNear = `(a.unit_id = b.unit_id OR a.unit_id = b.parent_id OR a.parent_id = b.unit_id OR a.parent_id = b.parent_id OR ${sameDay})`;

/** For rows each is one look into an index: namesakes of another year and another unit are not likely enough. */
const ofRows = [
  `a.name_words = b.name_words AND a.birth_year = b.birth_year AND ${isNear}`,
  "a.phone = b.phone AND a.search_name = b.search_name",
  ...ofOthers,
];

/** The units that a file names are read once for all of its rows. */
const colleagues = `SELECT a.at, b.id, NULL AS alias FROM asked a JOIN members b ON a.unit_id = b.unit_id`;
const ofMembers = [
  "a.search_name = b.search_name",
  `a.birth_year = b.birth_year AND (${sameDay} OR a.given = lower(immutable_unaccent(b.given)))`,
];

/**
 * For the rows of a file in `asked` (at, search_name, and what `people` has but for the id): at, id and, where it was
 * found by it, the alias of the person.
 */
export function candidatesOfRowsSql(): string {
  const found = ofRows.map(
    (question) =>
      `SELECT a.at, b.id, NULL AS alias FROM asked a JOIN LATERAL (${peopleSql}) b ON ${question}`,
  );
  const formerly = `SELECT a.at, b.id, alias.full_name AS alias FROM asked a
    JOIN speaker_alias alias ON ${aliasWords} = a.name_words
    JOIN LATERAL (${peopleSql}) b ON b.id = alias.speaker_id AND (${isNear} OR a.phone = b.phone)`;
  return `WITH members AS MATERIALIZED (
      SELECT id, unit_id, search_name, sort_name[1] AS given, birth_year, birth_month, birth_day FROM speaker
      WHERE unit_id IN (SELECT unit_id FROM asked))
    ${[...found, ...ofMembers.map((question) => `${colleagues} AND ${question}`), formerly].join(" UNION ")}`;
}
