/** Who resembles whom: people already there who may be the one somebody is about to add. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { amongSql } from "~/units/index.server";
import { likenessOf, type Nearness, type Sign, yearsLike } from "./doubles/score";
import { type PartialDay, showPartialDay } from "./speaker";
import { sortNameOf } from "./speaker-name";

const { sql, empty } = Prisma;

export interface AskedPerson {
  fullName: string;
  birth: PartialDay | null;
  phone: string | null;
  unitId: string | null;
}

export interface SimilarPerson {
  id: string;
  fullName: string;
  birth: string | null;
  phone: string | null;
  position: string | null;
  unitName: string;
  score: number;
  signs: Sign[];
}

/** From so much likeness on somebody is shown: less than the list of doubles asks, for here a glance decides. */
const leastShown = 42;
const mostShown = 5;

/** People already there who may be this one, the likeliest first, within the actor's units. */
export async function listSimilar(actor: Actor, asked: AskedPerson): Promise<SimilarPerson[]> {
  const words = fold(asked.fullName)
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (words.length < 2 && !asked.phone) return [];
  const { year = null, month = null, day = null } = asked.birth ?? {};
  const traits = { ...asked, birthYear: year, birthMonth: month, birthDay: day };
  return (await listCandidates(actor, asked, words))
    .map(({ nearness, birthYear, birthMonth, birthDay, ...person }) => ({
      ...person,
      birth: birthYear ? showPartialDay({ year: birthYear, month: birthMonth, day: birthDay }) : null,
      ...likenessOf(traits, { ...person, birthYear, birthMonth, birthDay }, nearness),
    }))
    .filter(({ score }) => score >= leastShown)
    .sort((a, b) => b.score - a.score || a.fullName.localeCompare(b.fullName, "vi"))
    .slice(0, mostShown);
}

interface Candidate {
  id: string;
  fullName: string;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  phone: string | null;
  position: string | null;
  unitName: string;
  nearness: Nearness | null;
}

/** By an index each: the same words, the same telephone, the same given and family name in that year, the same given name in the unit. */
function listCandidates(actor: Actor, { fullName, birth, phone, unitId }: AskedPerson, words: string[]) {
  const [given, family] = sortNameOf(fullName);
  const named = words.length > 1;
  // Nothing but a telephone outweighs another year of birth (at most name 50, unit 20, against it 35).
  const years = birth && !phone ? yearsLike(birth.year) : null;
  const ofYear = years ? sql`AND (s.birth_year IS NULL OR s.birth_year = ANY (${years}))` : empty;
  const ways = [
    sql`s.phone = ${phone}`,
    ...(named ? [sql`name_words(s.search_name) = ${[...words].sort().join(" ")} ${ofYear}`] : []),
    ...(named && birth
      ? [sql`given_and_family(s.sort_name) = ${fold(`${given} ${family}`)} AND s.birth_year = ${birth.year}`]
      : []),
    ...(named && unitId
      ? [sql`s.unit_id = ${unitId}::uuid AND lower(immutable_unaccent(s.sort_name[1])) = ${fold(given)}`]
      : []),
  ];
  const reach = amongSql(actor, sql`s.unit_id`);
  const ids = ways.map((way) => sql`(SELECT s.id FROM speaker s WHERE ${way} AND ${reach} LIMIT 300)`);
  return ask<Candidate>(sql`
    SELECT s.id::text, s.full_name AS "fullName", s.birth_year AS "birthYear", s.birth_month AS "birthMonth",
      s.birth_day AS "birthDay", s.phone, s.position, u.name AS "unitName",
      CASE WHEN asked.id IS NULL THEN NULL WHEN asked.id = u.id THEN 'same'
        WHEN asked.parent_id = u.id OR u.parent_id = asked.id THEN 'parent'
        WHEN asked.parent_id = u.parent_id THEN 'sibling' ELSE 'apart' END AS nearness
    FROM (${Prisma.join(ids, " UNION ")}) AS found JOIN speaker s USING (id) JOIN unit u ON u.id = s.unit_id
    LEFT JOIN unit asked ON asked.id = ${unitId}::uuid`);
}
