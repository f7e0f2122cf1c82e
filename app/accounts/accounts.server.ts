/** Accounts in the database: finding them within one's reach. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { dayFromColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { amongSql, underSql, withinUnits } from "~/units/index.server";
import { type AccountQuery, accountsPerPage } from "./account-query";
import { needsSecondFactor, type Role } from "./permissions";

/** The people of the practice department sign in with a click: no password, no second factor. */
const isPractice = env.DEMO;

/** A count stops here: beyond it the list says "more than". */
const countLimit = 10_000;

export interface AccountRow {
  id: string;
  name: string;
  username: string | null;
  phone: string | null;
  state: "active" | "not_activated" | "disabled";
  secondFactor: boolean;
  seenAt: string | null;
  grants: { role: Role; unit: string }[];
}

/** The page of accounts that the query asks for, within reach, and how many there are in all. */
export async function listAccounts(actor: Actor, query: AccountQuery) {
  const where = whereSql(actor, query);
  const direction = query.sort.startsWith("-") ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const order = query.sort.endsWith("seen")
    ? Prisma.sql`u.last_sign_in_at ${direction} NULLS LAST, u.id`
    : Prisma.sql`${givenNameSql} COLLATE "vi-x-icu" ${direction}, u.name COLLATE "vi-x-icu" ${direction}, u.id`;
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<AccountRow[]>(Prisma.sql`
      SELECT u.id, u.name, u.username, u.phone, ${stateSql} AS state, (${isPractice} OR u.two_factor_enabled) AS "secondFactor",
        to_json(u.last_sign_in_at) #>> '{}' AS "seenAt",
        coalesce((SELECT json_agg(json_build_object('role', g.role, 'unit', t.name) ORDER BY g.created_at)
          FROM role_grant g JOIN unit t ON t.id = g.unit_id WHERE g.user_id = u.id), '[]') AS grants
      FROM "user" u WHERE ${where}
      ORDER BY ${order} LIMIT ${accountsPerPage} OFFSET ${(query.page - 1) * accountsPerPage}`),
    db.$queryRaw<{ total: number }[]>(Prisma.sql`
      SELECT count(*)::int AS total FROM (SELECT FROM "user" u WHERE ${where} LIMIT ${countLimit + 1}) counted`),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total: Math.min(total, countLimit), more: total > countLimit };
}

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** One account with its roles; null outside the actor's reach. */
export async function findAccount(actor: Actor, id: string | undefined) {
  if (!z.uuid().safeParse(id).success) return null;
  const account = await db.user.findFirst({
    where: { id, ...reached(actor) },
    select: {
      id: true,
      name: true,
      username: true,
      phone: true,
      language: true,
      twoFactorEnabled: true,
      secondFactorBy: true,
      disabledAt: true,
      disabledReason: true,
      lastSignInAt: true,
      createdAt: true,
      speaker: { select: { id: true, fullName: true, unitId: true } },
      credentials: { select: { id: true }, where: { providerId: "credential" } },
      codes: { where: { usedAt: null }, select: { purpose: true, expiresAt: true } },
      grants: {
        select: {
          id: true,
          role: true,
          unitId: true,
          grantedBy: true,
          createdAt: true,
          unit: { select: { name: true } },
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!account) return null;
  const { credentials, ...facts } = account;
  return {
    ...facts,
    activated: isPractice || credentials.length > 0,
    needsSecondFactor: !isPractice && needsSecondFactor(account.grants.map(({ role }) => role)),
    /** The unit whose officers may read what happened to the account. */
    unitId: account.grants[0]?.unitId ?? account.speaker?.unitId ?? null,
  };
}

/** The account as its page shows it, with the names of who granted the roles; null outside reach. */
export async function findAccountShown(actor: Actor, id: string | undefined) {
  const account = await findAccount(actor, id);
  if (!account) return null;
  const granters = await namesOf(account.grants.map(({ grantedBy }) => grantedBy));
  const { unitId: _, ...facts } = account;
  return {
    ...facts,
    secondFactorBy: account.secondFactorBy && dayFromColumn(account.secondFactorBy),
    grants: account.grants.map(({ id, role, unit, grantedBy, createdAt }) => {
      return { id, role, unit: unit.name, granter: granters.get(grantedBy) ?? null, createdAt };
    }),
  };
}

/** Names by id; "system" and whoever is gone have none. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: ids.filter((id) => z.uuid().safeParse(id).success) } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Whose account the actor may see: with a role, or a record in the roster, in reach. */
export function reached(actor: Actor): Prisma.UserWhereInput {
  if (actor.reach === "everywhere") return {};
  const unit = withinUnits(actor);
  return { OR: [{ grants: { some: { unit } } }, { speaker: { unit } }] };
}

const activatedSql = Prisma.sql`(${isPractice} OR EXISTS (SELECT FROM credential c WHERE c.user_id = u.id))`;
const stateSql = Prisma.sql`CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN ${activatedSql} THEN 'active' ELSE 'not_activated' END`;
// Vietnamese names are ordered by the given name, which stands last.
const givenNameSql = Prisma.sql`regexp_replace(u.name, '^.* ', '')`;

function whereSql(actor: Actor, { q, role, unit, state }: AccountQuery): Prisma.Sql {
  const conditions = [reachedSql(actor)];
  if (q) conditions.push(foundSql(q));
  if (role || unit) {
    conditions.push(Prisma.sql`EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id
      AND ${role ? Prisma.sql`g.role = ${role}` : Prisma.sql`true`}
      AND ${unit ? underSql([unit], Prisma.sql`g.unit_id`) : Prisma.sql`true`})`);
  }
  if (state === "no_second_factor") {
    conditions.push(Prisma.sql`NOT u.two_factor_enabled AND u.disabled_at IS NULL
      AND EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND g.role <> 'speaker')`);
  } else if (state) conditions.push(Prisma.sql`${stateSql} = ${state}`);
  return Prisma.join(conditions, " AND ");
}

function reachedSql(actor: Actor): Prisma.Sql {
  if (actor.reach === "everywhere") return Prisma.sql`true`;
  return Prisma.sql`(EXISTS (SELECT FROM role_grant g WHERE g.user_id = u.id AND ${amongSql(actor, Prisma.sql`g.unit_id`)})
    OR ${amongSql(actor, Prisma.sql`(SELECT s.unit_id FROM speaker s WHERE s.id = u.speaker_id)`)})`;
}

/** Every word somewhere in the name, or the beginning of the user name, or a part of the phone number. */
function foundSql(q: string): Prisma.Sql {
  const inName = fold(q)
    .split(/\s+/)
    .map((word) => Prisma.sql`u.search_name LIKE ${`%${escaped(word)}%`}`);
  const digits = q.replace(/\D/g, "").replace(/^(84|0)/, "");
  const phone = digits.length >= 3 ? Prisma.sql`u.phone LIKE ${`%${digits}%`}` : Prisma.sql`false`;
  return Prisma.sql`((${Prisma.join(inName, " AND ")}) OR u.username LIKE ${`${escaped(q.toLowerCase())}%`} OR ${phone})`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
