/** One material as those who keep it see it: what stands in front of it, its state, what it replaces. */
import type { Actor } from "~/platform/actor";
import { type Day, dayFromColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { within } from "~/units/index.server";
import type { AudienceGroup } from "./audience-group";
import type { Circulation, MaterialKind, MaterialLanguage, MaterialState } from "./material";
import { type Stage, stageOf } from "./review/stage";

interface Neighbour {
  id: string;
  title: string;
  number: string | null;
}

export interface MaterialRecord {
  id: string;
  title: string;
  number: string | null;
  issuer: string | null;
  issuedOn: Day | null;
  kind: MaterialKind;
  language: MaterialLanguage;
  audienceGroups: AudienceGroup[];
  circulation: Circulation;
  summary: string | null;
  validFrom: Day | null;
  validUntil: Day | null;
  unitId: string;
  unitName: string;
  conference: { id: string; title: string } | null;
  topics: { id: string; name: string }[];
  supersededBy: Neighbour | null;
  supersedes: Neighbour[];
  state: MaterialState;
  /** ISO moments. */
  publishAt: string | null;
  publishedAt: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  trashedAt: string | null;
  /** The version that readers get. */
  current: { id: string; number: number } | null;
  /** The version that is being prepared, and how far it has come. */
  draft: { id: string; number: number } | null;
  stage: Stage;
  revision: number;
}

/** The material; null: kept outside the actor's reach (ask with materials.view or a right that includes it). */
export async function findMaterial(actor: Actor, id: string): Promise<MaterialRecord | null> {
  const row = await db.material.findFirst({
    where: { id, ...within(actor) },
    include: {
      unit: { select: { name: true } },
      conference: { select: { id: true, title: true } },
      topics: { select: { topic: true }, orderBy: { topic: { position: "asc" } } },
      supersededBy: { select: neighbour },
      supersedes: { select: neighbour, where: { trashedAt: null } },
      current: { select: { id: true, number: true } },
      versions: {
        where: { publishedAt: null },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, createdAt: true },
      },
      notes: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1, select: { verdict: true, at: true } },
    },
  });
  if (!row) return null;
  const [draft] = row.versions;
  const { title, number, issuer, summary, unitId, unit, conference, supersededBy, supersedes } = row;
  const { withdrawnReason, current, revision } = row;
  return {
    ...{ id, title, number, issuer, summary, unitId, conference, supersededBy, supersedes },
    ...{ withdrawnReason, current, revision },
    issuedOn: dayFromColumn(row.issuedOn),
    kind: row.kind as MaterialKind,
    language: row.language as MaterialLanguage,
    audienceGroups: row.audienceGroups as AudienceGroup[],
    circulation: row.circulation as Circulation,
    validFrom: dayFromColumn(row.validFrom),
    validUntil: dayFromColumn(row.validUntil),
    unitName: unit.name,
    topics: row.topics.map(({ topic }) => ({ id: topic.id, name: topic.name })),
    state: row.state as MaterialState,
    publishAt: row.publishAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    trashedAt: row.trashedAt?.toISOString() ?? null,
    draft: draft ? { id: draft.id, number: draft.number } : null,
    stage: stageOf(draft ?? null, row.notes[0]),
  };
}

const neighbour = { id: true, title: true, number: true } as const;
