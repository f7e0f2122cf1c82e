/** Materials in the database: one found by those who keep it, put in with its first draft, changed. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { findUnit, within } from "~/units/index.server";
import type { MaterialValues } from "./material";
import { refuseClosed } from "./versions/drafts.server";
import { words } from "./words";

/** An entry with its first version, a draft without files. Refusals: a unit outside the reach; an unknown topic or conference. */
export function addMaterial(
  actor: Actor,
  values: MaterialValues,
  outer?: Db,
): Promise<{ id: string; versionId: string }> {
  return transaction(outer, async (tx) => {
    const names = await namesFor(tx, actor, values);
    const { id } = await tx.material.create({
      data: {
        ...columnsOf(values),
        createdBy: actor.userId,
        topics: { create: values.topicIds.map((topicId) => ({ topicId })) },
      },
      select: { id: true },
    });
    const version = await tx.materialVersion.create({
      data: { materialId: id, number: 1, createdBy: actor.userId },
      select: { id: true },
    });
    await audit(tx, actor, "material.added", {
      ...aboutMaterial({ id, ...values }),
      after: factsOf(values, names),
    });
    return { id, versionId: version.id };
  });
}

/**
 * Saves what stands in front of the files, if nobody has since `revision`. False: not in the actor's reach.
 * Refusals: somebody was quicker ("revision"); as `addMaterial`; as `refuseClosed`.
 */
export function updateMaterial(
  actor: Actor,
  id: string,
  values: MaterialValues,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const known = await tx.material.findFirst({ where: { id, ...within(actor) }, select: { id: true } });
    if (!known) return false;
    await refuseClosed(actor, id, tx);
    const before = await tx.material.findUniqueOrThrow({ where: { id }, include: { topics: true } });
    if (before.revision !== values.revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const former = {
      ...before,
      topicIds: before.topics.map(({ topicId }) => topicId),
      issuedOn: dayFromColumn(before.issuedOn),
      validFrom: dayFromColumn(before.validFrom),
      validUntil: dayFromColumn(before.validUntil),
    };
    const [names, formerNames] = [await namesFor(tx, actor, values), await namesOf(tx, former)];
    await tx.material.update({
      where: { id },
      data: {
        ...columnsOf(values),
        revision: { increment: 1 },
        topics: { deleteMany: {}, create: values.topicIds.map((topicId) => ({ topicId })) },
      },
    });
    await audit(tx, actor, "material.updated", {
      ...aboutMaterial({ id, ...values }),
      before: factsOf(former, formerNames),
      after: factsOf(values, names),
    });
    return true;
  });
}

/** How the trail names a material. */
export function aboutMaterial({ id, title, unitId }: { id: string; title: string; unitId: string }) {
  return { kind: "material", id, title, unitId };
}

function columnsOf({
  topicIds: _,
  revision: __,
  issuedOn,
  validFrom,
  validUntil,
  ...values
}: MaterialValues) {
  return {
    ...values,
    issuedOn: issuedOn && dayToColumn(issuedOn),
    validFrom: validFrom && dayToColumn(validFrom),
    validUntil: validUntil && dayToColumn(validUntil),
  };
}

interface Names {
  unit: string;
  topics: string[];
  conference: string | null;
}

type Named = Pick<MaterialValues, "unitId" | "topicIds" | "conferenceId">;

async function namesFor(tx: Db, actor: Actor, values: Named): Promise<Names> {
  if (!(await findUnit(actor, values.unitId))) throw new Refusal(words.errors.unitUnknown, "unitId");
  const names = await namesOf(tx, values, within(actor));
  if (names.topics.length < new Set(values.topicIds).size)
    throw new Refusal(words.errors.topicUnknown, "topicIds");
  if (values.conferenceId && names.conference === null)
    throw new Refusal(words.errors.conferenceUnknown, "conferenceId");
  return names;
}

async function namesOf(
  tx: Db,
  { unitId, topicIds, conferenceId }: Named,
  reach: ReturnType<typeof within> = {},
): Promise<Names> {
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
  const topics = await tx.topic.findMany({
    where: { id: { in: topicIds } },
    orderBy: { position: "asc" },
    select: { name: true },
  });
  const conference = conferenceId
    ? await tx.materialCollection.findFirst({ where: { id: conferenceId, kind: "conference", ...reach } })
    : null;
  return {
    unit: unit.name,
    topics: topics.map(({ name }) => name),
    conference: conference?.title ?? null,
  };
}

type Told = Omit<MaterialValues, "kind" | "language" | "circulation" | "audienceGroups"> & {
  kind: string;
  language: string;
  circulation: string;
  audienceGroups: string[];
};

function factsOf(values: Told, { unit, topics, conference }: Names): Facts {
  const { title, number, issuer, issuedOn, kind, language, circulation, audienceGroups, summary } = values;
  const { validFrom, validUntil } = values;
  return {
    ...{ title, number, issuer, issuedOn, kind, language, circulation, audienceGroups, summary },
    ...{ validFrom, validUntil, unit, topics, conference },
  };
}
