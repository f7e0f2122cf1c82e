/** What the bench asks of the app, what it may take, and the same rows as bare SQL. */
import { createHash } from "node:crypto";
import { bigReview } from "./big-reviews.ts";
import { type Officer, officers } from "./big-users.ts";
import type { Ask } from "./load.ts";
import { rarestOf } from "./vocabulary.ts";

/** A query and its values, for the bare driver and the bare server. */
export interface Bare {
  text: string;
  values: unknown[];
}

/** Under one name a text is planned once for each connection. */
export function nameOf(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

/** One of the three officers or the speaker, signed in, and what lies in their reach. */
export interface Seat {
  officer: Officer;
  headers: Record<string, string>;
  /** The unit their role holds for. */
  unitId: string;
  /** Units with units under them, for filters and branches. */
  branches: string[];
  /** Some of the speakers. */
  speakers: { id: string; phone: string | null; email: string | null }[];
  /** Pages of 50 in the whole list. */
  pages: number;
  /** The only list of the review in reach; null: there are many. */
  reviewList: string | null;
  /** One of the materials that the unit keeps and that is out; null: none. */
  material: string | null;
  /** A bulk edit of everybody active in reach, previewed; null where nobody was chosen. */
  bulk: { id: string; pages: number } | null;
}

export interface Case {
  name: string;
  /** The 95th percentile that quality.md allows, in milliseconds. */
  budget: number;
  /** Whose page it is; the three officers' unless it says. */
  seats?: readonly Officer[];
  ask: (seat: Seat, n: number) => Ask;
  bare?: (seat: Seat, n: number) => Bare;
}

/** Whether this seat is asked for this page. */
export function isFor({ seats = officers }: Case, { officer }: Seat): boolean {
  return seats.includes(officer);
}

const listBudget = 150;
const searchBudget = 100;
const recordBudget = 100;
const savingBudget = 120;

const page = (path: (seat: Seat, n: number) => string) => (seat: Seat, n: number) => ({
  path: path(seat, n),
  headers: seat.headers,
});

/** The page of 50 people that `order` and `where` (on `s` and `u`) choose within the seat's reach. */
const people =
  (where: string, order: string, offset: (seat: Seat, n: number) => number = () => 0) =>
  (seat: Seat, n: number): Bare => {
    const mine =
      seat.officer === "central"
        ? "true"
        : `s.unit_id = ANY (ARRAY(SELECT unit_id FROM unit_scope WHERE ancestor_id = '${seat.unitId}'))`;
    return {
      text: `SELECT s.full_name, s.id, s.birth_year, s.position, s.workplace, s.phone, u.name AS unit, posts.role, posts.until
        FROM (SELECT s.id, row_number() OVER () AS place FROM (
            SELECT s.id FROM speaker s JOIN unit u ON u.id = s.unit_id
            WHERE ${mine} AND ${where} ORDER BY ${order} LIMIT 50 OFFSET $1) s) page
        JOIN speaker s USING (id) JOIN unit u ON u.id = s.unit_id
        LEFT JOIN LATERAL (SELECT string_agg(role || ' ' || level, ', ') AS role, max(ends_on)::text AS until
          FROM appointment a WHERE a.speaker_id = s.id) posts ON true ORDER BY place`,
      values: [offset(seat, n)],
    };
  };

const byName = "s.sort_key, s.id";
const stands = `EXISTS (SELECT FROM appointment a WHERE a.speaker_id = s.id AND a.role = 'rapporteur'
  AND a.starts_on <= current_date AND (a.ends_on IS NULL OR a.ends_on >= current_date))`;
const named = (word: string) => people(`s.search_name LIKE '%${word}%'`, byName);

const aSpeaker = ({ speakers }: Seat, n: number) => {
  const speaker = speakers[n % speakers.length];
  if (!speaker) throw new Error("The officer has no speakers: is the big set there?");
  return speaker;
};
const aBranch = ({ branches, unitId }: Seat, n: number) => branches[n % branches.length] ?? unitId;

/** Who has only one list is led there. */
const aReview = ({ reviewList }: Seat) =>
  reviewList ? `/roster/reviews/lists/${reviewList}` : `/roster/reviews/${bigReview}`;

/** What opens after signing in: a dashboard, of a province for half a second, of the whole country for 1.5 s. */
const dashboardBudget = 500;

const readers: Officer[] = [...officers, "speaker"];

export const cases: Case[] = [
  { name: "the start page", budget: dashboardBudget, ask: page(() => "/") },
  {
    name: "roster, first page",
    budget: listBudget,
    ask: page(() => "/roster"),
    bare: people("true", byName),
  },
  {
    name: "roster, active rapporteurs",
    budget: listBudget,
    ask: page(() => "/roster?role=rapporteur&state=active"),
    bare: people(stands, byName),
  },
  {
    name: "roster, fluent in Tày",
    budget: listBudget,
    ask: page(() => "/roster?language=tay&languageLevel=fluent"),
  },
  {
    name: "roster, women under 40",
    budget: listBudget,
    ask: page(() => "/roster?gender=female&age=young"),
  },
  {
    name: "roster, qualification expired",
    budget: listBudget,
    ask: page(() => "/roster?qualification=expired"),
  },
  {
    name: "roster, term about to end",
    budget: listBudget,
    ask: page(() => "/roster?state=ending"),
    bare: people("s.serves_until BETWEEN current_date AND current_date + 60", byName),
  },
  {
    name: "roster, former",
    budget: listBudget,
    ask: page(() => "/roster?state=former"),
    bare: people("s.serves_until < current_date", byName),
  },
  {
    name: "roster, of one unit",
    budget: listBudget,
    ask: page((seat, n) => `/roster?unit=${aBranch(seat, n)}`),
    bare: (seat, n) =>
      people(
        `s.unit_id = ANY (ARRAY(SELECT unit_id FROM unit_scope WHERE ancestor_id = '${aBranch(seat, n)}'))`,
        byName,
      )(seat, n),
  },
  {
    name: "roster, sorted by unit",
    budget: listBudget,
    ask: page(() => "/roster?sort=unit"),
    bare: people("true", "u.name, u.id, s.sort_key, s.id"),
  },
  {
    name: "roster, sorted by state",
    budget: listBudget,
    ask: page(() => "/roster?sort=state"),
    bare: people("true", "s.serves_until, s.sort_key, s.id"),
  },
  {
    name: "roster, sorted by last change",
    budget: listBudget,
    ask: page(() => "/roster?sort=updated"),
    bare: people("true", "s.updated_at DESC, s.id"),
  },
  {
    name: "roster, a deep page",
    budget: listBudget,
    ask: page(({ pages }, n) => `/roster?page=${deep(pages, n)}`),
    bare: people("true", byName, ({ pages }, n) => (deep(pages, n) - 1) * 50),
  },
  {
    name: "roster, a deep page of active rapporteurs",
    budget: listBudget,
    ask: page(({ pages }, n) => `/roster?role=rapporteur&state=active&page=${deep(pages / 5, n)}`),
    bare: people(stands, byName, ({ pages }, n) => (deep(pages / 5, n) - 1) * 50),
  },
  {
    name: 'names, "nguyen"',
    budget: searchBudget,
    ask: page(() => "/roster?q=nguyen"),
    bare: named("nguyen"),
  },
  { name: 'names, "anh"', budget: searchBudget, ask: page(() => "/roster?q=anh"), bare: named("anh") },
  {
    name: 'names, "quach uyen"',
    budget: searchBudget,
    ask: page(() => "/roster?q=quach%20uyen"),
    bare: people("s.search_name LIKE '%quach%' AND s.search_name LIKE '%uyen%'", byName),
  },
  {
    name: 'names, "Thị Ánh"',
    budget: searchBudget,
    ask: page(() => `/roster?q=${encodeURIComponent("Thị Ánh")}`),
    bare: people("s.search_name LIKE '%thi%' AND s.search_name LIKE '% anh%'", byName),
  },
  {
    name: "a record",
    budget: recordBudget,
    ask: page((seat, n) => `/roster/${aSpeaker(seat, n).id}`),
    bare: (seat, n) => ({
      text: `SELECT s.full_name, s.id, s.position, s.workplace, s.phone, u.name AS unit, a.role, a.level,
          a.starts_on::text AS since, a.ends_on::text AS until, d.number AS decision
        FROM speaker s JOIN unit u ON u.id = s.unit_id LEFT JOIN appointment a ON a.speaker_id = s.id
        LEFT JOIN decision d ON d.id = a.decision_id WHERE s.id = $1`,
      values: [aSpeaker(seat, n).id],
    }),
  },
  { name: "duplicates, first page", budget: listBudget, ask: page(() => "/roster/duplicates") },
  { name: "duplicates, by name", budget: listBudget, ask: page(() => "/roster/duplicates?sort=name") },
  {
    name: "a bulk edit, a page of its preview",
    budget: listBudget,
    ask: page(({ bulk }, n) =>
      bulk
        ? `/roster/bulk/${bulk.id}?show=changes&page=${1 + (n % bulk.pages)}`
        : "/roster/changes?kind=roster.bulk",
    ),
  },
  {
    name: "a review, the progress of its units",
    budget: listBudget,
    ask: page(
      (seat, n) => `${aReview(seat)}?sort=${["unit", "-percent", "-left"][n % 3]}&page=${1 + (n % 3)}`,
    ),
  },
  {
    name: "a review, its figures",
    budget: 1500,
    ask: page((seat) => (seat.reviewList ? aReview(seat) : `${aReview(seat)}/figures`)),
  },
  { name: "decisions", budget: listBudget, ask: page(() => "/roster/decisions") },
  { name: "terms", budget: listBudget, ask: page(() => "/roster/terms") },
  { name: "to fix, decision unknown", budget: listBudget, ask: page(() => "/roster/to-fix") },
  { name: "corrections", budget: listBudget, ask: page(() => "/roster/corrections") },
  { name: "reviews", budget: listBudget, ask: page(() => "/roster/reviews") },
  { name: "large changes", budget: listBudget, ask: page(() => "/roster/changes") },
  {
    name: "doubles of somebody being typed",
    budget: searchBudget,
    ask: page(
      (seat, n) =>
        `/roster/similar?fullName=${encodeURIComponent("Nguyễn Thị Hoa")}&birthYear=${1960 + (n % 40)}&unitId=${seat.unitId}`,
    ),
  },
  {
    name: "saving a part of a record",
    budget: savingBudget,
    ask: (seat, n) => {
      const speaker = aSpeaker(seat, n);
      const phone = `+84${900_000_000 + ((firstNumber + n) % 100_000_000)}`;
      return {
        path: `/roster/${speaker.id}/contact`,
        headers: seat.headers,
        body: { phone, email: "", version: versionOf({ phone: speaker.phone, email: speaker.email }) },
        onAnswer: (status) => {
          if (status < 400) Object.assign(speaker, { phone, email: null });
        },
      };
    },
  },
  {
    name: "units, the tree",
    budget: listBudget,
    ask: page(() => "/units"),
    bare: ({ unitId }) => ({
      text: "SELECT name, id, kind, level, code FROM unit WHERE id = $1 OR parent_id = $1 ORDER BY name",
      values: [unitId],
    }),
  },
  {
    name: "units, a branch",
    budget: listBudget,
    ask: page((seat, n) => `/units/children?of=${aBranch(seat, n)}`),
    bare: (seat, n) => ({
      text: "SELECT name, id, kind, level, code FROM unit WHERE parent_id = $1 ORDER BY name",
      values: [aBranch(seat, n)],
    }),
  },
  {
    name: 'units, search "tan lap"',
    budget: searchBudget,
    ask: page(() => "/units/choices?q=tan%20lap"),
    bare: () => ({
      text: "SELECT name, id, kind, level, code FROM unit WHERE search_name LIKE '%tan lap%' ORDER BY name LIMIT 20",
      values: [],
    }),
  },
  {
    name: "audit, first page",
    budget: listBudget,
    ask: page(() => "/audit"),
    bare: lines("true"),
  },
  {
    name: "audit, one action in a month",
    budget: listBudget,
    ask: page(() => "/audit?action=speaker.released&from=2025-03-01&to=2025-03-31"),
    bare: lines("action = 'speaker.released' AND at >= '2025-03-01' AND at < '2025-04-01'"),
  },
  {
    name: "audit, by a clerk's name",
    budget: listBudget,
    ask: page(() => "/audit?q=nguyen%20van"),
    bare: lines(`actor_id IN (SELECT id::text FROM "user" WHERE search_name LIKE '%nguyen van%')`),
  },
  inTexts("tuyen truyen mieng"),
  inTexts("Bí mật nhà nước"),
  inTexts(rarestOf()),
  inTexts('"bí mật nhà nước"'),
  inTexts("241-KH/TU"),
  { name: "my materials", budget: listBudget, seats: readers, ask: page(() => "/library") },
  { name: "materials kept", budget: listBudget, ask: page(() => "/materials") },
  {
    name: "materials kept, outlines out, by title",
    budget: listBudget,
    ask: page(() => "/materials?kind=outline&state=published&sort=title"),
  },
  {
    name: 'materials kept, "tuyen truyen"',
    budget: listBudget,
    ask: page(() => "/materials?q=tuyen%20truyen"),
  },
  {
    name: "readers of a material",
    budget: listBudget,
    ask: page(({ material }) => (material ? `/materials/${material}/readers` : "/materials")),
  },
];

/** A search in everything that the materials say: 100,000 pages. */
function inTexts(q: string): Case {
  return {
    name: `search in materials, ${q}`,
    budget: listBudget,
    seats: readers,
    ask: page(() => `/library/search?q=${encodeURIComponent(q)}`),
  };
}

function lines(where: string) {
  return ({ officer, unitId }: Seat): Bare => ({
    text: `SELECT title, subject_id AS id, at::text, actor_name, action, before::text, after::text FROM audit_line
      WHERE ${where} AND ${officer === "central" ? "true" : `unit_id = ANY (ARRAY(SELECT unit_id FROM unit_scope WHERE ancestor_id = '${unitId}'))`}
      ORDER BY id DESC LIMIT 50`,
    values: [],
  });
}

/** Pages from the last tenth of the list. */
function deep(pages: number, n: number): number {
  const last = Math.max(1, Math.floor(pages));
  return last - (n % Math.max(1, Math.floor(last / 10)));
}

/** Another one in each run: who is given the number they have already is not saved at all. */
const firstNumber = Math.floor(Date.now() / 10);

/** As roster/record/changes.server.ts names the state of a part. */
function versionOf(values: object): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 12);
}
