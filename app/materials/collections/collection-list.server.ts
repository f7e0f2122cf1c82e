/** The collections that units in reach keep: a page of them, choices by a few letters, one by its id. */
import { wordsOf } from "~/materials/list/material-query";
import type { Actor } from "~/platform/actor";
import { showDay } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { within, withinSql } from "~/units/index.server";
import { type CollectionKind, type CollectionQuery, collectionsOnAPage } from "./collection";

const { sql, join } = Prisma;

export interface ListedCollection {
  id: string;
  kind: CollectionKind;
  title: string;
  heldOn: string | null;
  topicName: string | null;
  unitName: string;
  materials: number;
}

export async function listCollections(actor: Actor, query: CollectionQuery) {
  const where = conditionsOf(actor, query);
  const rows = await ask<ListedCollection & { total: number }>(sql`
    SELECT c.id::text, c.kind, c.title, c.held_on::text AS "heldOn", topic.name AS "topicName",
      unit.name AS "unitName", count(*) OVER ()::int AS total, (
        SELECT count(*)::int FROM material m WHERE m.trashed_at IS NULL AND (m.conference_id = c.id
          OR m.id IN (SELECT material_id FROM material_collection_item WHERE collection_id = c.id))) AS materials
    FROM material_collection c JOIN unit ON unit.id = c.unit_id LEFT JOIN topic ON topic.id = c.topic_id
    WHERE ${where} ORDER BY coalesce(c.held_on, c.created_at::date) DESC, c.id DESC
    LIMIT ${collectionsOnAPage} OFFSET ${(query.page - 1) * collectionsOnAPage}`);
  return { collections: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The first twenty whose title holds the words; the newest first. */
export async function listCollectionChoices(actor: Actor, q: string, kind: CollectionKind | null) {
  const where = conditionsOf(actor, { q, kind, year: null });
  const rows = await ask<{ id: string; name: string; heldOn: string | null }>(sql`
    SELECT c.id::text, c.title AS name, c.held_on::text AS "heldOn" FROM material_collection c
    WHERE ${where} ORDER BY coalesce(c.held_on, c.created_at::date) DESC, c.id DESC LIMIT 20`);
  return rows.map(({ id, name, heldOn }) => ({ id, name, path: heldOn ? showDay(heldOn) : undefined }));
}

/** Its name for a filter; null: outside the actor's reach. */
export async function findCollectionName(actor: Actor, id: string) {
  const found = await db.materialCollection.findFirst({ where: { id, ...within(actor) } });
  return found && { id, name: found.title };
}

function conditionsOf(actor: Actor, { q, kind, year }: Omit<CollectionQuery, "page">): Prisma.Sql {
  return join(
    [
      withinSql(actor, sql`c.unit_id`),
      ...wordsOf(q).map(
        (word) => sql`lower(immutable_unaccent(c.title)) LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
      ),
      ...(kind ? [sql`c.kind = ${kind}`] : []),
      ...(year
        ? [sql`c.held_on BETWEEN make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)`]
        : []),
    ],
    " AND ",
  );
}
