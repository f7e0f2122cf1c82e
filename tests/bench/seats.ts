/** Signs the three officers and a speaker in by a session of their own, and looks up what they can see. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { bigReview } from "./big-reviews.ts";
import { type Officer, officers } from "./big-users.ts";
import type { Seat } from "./cases.ts";

export async function takeSeats(owner: pg.Client, secret: string): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const officer of officers) seats.push(await takeSeat(owner, officer, secret));
  // A set made before there were materials has none.
  const { rowCount } = await owner.query(`SELECT FROM "user" WHERE username = 'bench.speaker'`);
  if (rowCount) seats.push(await takeSeat(owner, "speaker", secret));
  // Whom two of them see stands in both as one: what one has saved, the other's next form is opened on.
  const people = new Map(seats.flatMap(({ speakers }) => speakers.map((one) => [one.id, one] as const)));
  return seats.map((seat) => ({
    ...seat,
    speakers: seat.speakers.map((one) => people.get(one.id) ?? one),
  }));
}

async function takeSeat(owner: pg.Client, officer: Officer, secret: string): Promise<Seat> {
  const { rows } = await owner.query<{ userId: string; unitId: string }>(
    `SELECT u.id AS "userId", g.unit_id AS "unitId" FROM "user" u JOIN role_grant g ON g.user_id = u.id WHERE username = $1`,
    [`bench.${officer}`],
  );
  const [person] = rows;
  if (!person) throw new Error(`There is no ${officer} who signs in: run "npm run bench:data" first.`);
  const token = randomBytes(24).toString("base64url");
  await owner.query(
    `INSERT INTO session (id, user_id, token, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now())`,
    [randomUUID(), person.userId, token],
  );
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const cookie = `bcv.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  const mine = "unit_id IN (SELECT unit_id FROM unit_scope WHERE ancestor_id = $1)";
  const speakers = await owner.query<Seat["speakers"][number]>(
    `SELECT id, phone, email FROM speaker WHERE ${mine} ORDER BY md5(id::text) LIMIT 3000`,
    [person.unitId],
  );
  const count = await owner.query<{ count: string }>(`SELECT count(*) FROM speaker WHERE ${mine}`, [
    person.unitId,
  ]);
  const branches = await owner.query<{ id: string }>(
    `SELECT id FROM unit WHERE id IN (SELECT unit_id FROM unit_scope WHERE ancestor_id = $1)
     AND EXISTS (SELECT FROM unit child WHERE child.parent_id = unit.id) ORDER BY md5(id::text)`,
    [person.unitId],
  );
  const lists = await owner.query<{ id: string }>(
    `SELECT id FROM review_unit WHERE review_id = $2 AND ${mine} LIMIT 2`,
    [person.unitId, bigReview],
  );
  // What reaches most people; of a commune, the last of what it keeps.
  const material = await owner.query<{ id: string }>(
    `SELECT m.id FROM material m WHERE m.state = 'published' AND ${mine}
     ORDER BY (SELECT depth FROM unit_scope WHERE ancestor_id = $1 AND unit_id = m.unit_id), m.circulation = 'public', m.id DESC LIMIT 1`,
    [person.unitId],
  );
  return {
    officer,
    material: material.rows[0]?.id ?? null,
    reviewList: lists.rows.length === 1 ? (lists.rows[0]?.id ?? null) : null,
    headers: { Cookie: cookie, "Accept-Language": "vi" },
    unitId: person.unitId,
    branches: branches.rows.map(({ id }) => id),
    speakers: speakers.rows,
    pages: Math.ceil(Number(count.rows[0]?.count) / 50),
    bulk: null,
  };
}
