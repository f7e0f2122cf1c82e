/** Two records side by side, as the page of a merge shows them, and which of them stays. */
import type { Actor } from "~/platform/actor";
import { dayFromColumn } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import type { Prisma } from "~/platform/prisma/client";
import { showNumber } from "~/roster/decision";
import { showPartialDay } from "~/roster/speaker";
import { within } from "~/units/index.server";
import { type MergeField, type MergePost, mergeFields, type Side, sortPosts } from "./merge";
import { countReferences } from "./references.server";
import { likenessOf, type Nearness } from "./score";

const included = {
  unit: { select: { id: true, name: true, parentId: true } },
  user: { select: { id: true, name: true, username: true, grants: { select: { role: true } } } },
  private: true,
  appointments: {
    include: { unit: { select: { name: true } }, decision: { select: { number: true } } },
    orderBy: { startsOn: "asc" },
  },
} satisfies Prisma.SpeakerInclude;

export type MergeRecord = Prisma.SpeakerGetPayload<{ include: typeof included }>;

/** Both records, the one that stays first; null when one is not in the actor's units. */
export async function findBoth(
  actor: Actor,
  ids: [string, string],
  tx: Db = db,
): Promise<[MergeRecord, MergeRecord] | null> {
  const found = await tx.speaker.findMany({
    where: { id: { in: ids }, ...within(actor) },
    include: included,
  });
  // The record that somebody signs in to stays, else the older one.
  const [one, other] = found.sort(
    (a, b) =>
      Number(b.user !== null) - Number(a.user !== null) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      a.id.localeCompare(b.id),
  );
  return one && other ? [one, other] : null;
}

/** What the page shows of both. */
export async function previewMerge([one, other]: [MergeRecord, MergeRecord]) {
  const { score, signs } = likenessOf(one, other, nearnessOf(one, other));
  const posts = [...postsOf(one, "one"), ...postsOf(other, "other")];
  const shown = new Map(
    [...one.appointments, ...other.appointments].map((post) => [post.id, shownPost(post)]),
  );
  const { free, clashes } = sortPosts(posts);
  const {
    appointment: _,
    user: __,
    speaker_private: ___,
    speaker_pair: ____,
    ...united
  } = await countReferences(db, "speaker", other.id);
  return {
    ...{ score, signs },
    one: personOf(one),
    other: personOf(other),
    fields: mergeFields.map((field) => ({ field, one: textOf(one, field), other: textOf(other, field) })),
    free: free.map((post) => ({ ...post, ...shown.get(post.id) })),
    clashes: clashes.map((clash) => ({
      ...clash,
      posts: clash.posts.map((post) => ({ ...post, ...shown.get(post.id) })),
    })),
    privateDiffers: differingPrivate(one, other),
    accounts: { one: one.user && nameOfAccount(one.user), other: other.user && nameOfAccount(other.user) },
    united: Object.entries(united)
      .filter(([, count]) => count > 0)
      .map(([table, count]) => ({ table, count })),
  };
}

export type MergePreview = Awaited<ReturnType<typeof previewMerge>>;

export function postsOf(record: MergeRecord, side: Side): MergePost[] {
  return record.appointments.map((post) => ({
    ...{ id: post.id, side, unitId: post.unitId, role: post.role, network: post.network, level: post.level },
    startsOn: dayFromColumn(post.startsOn),
    endsOn: dayFromColumn(post.endsOn),
    ...{ decisionId: post.decisionId, endReason: post.endReason, endDecisionId: post.endDecisionId },
  }));
}

/** The sensitive fields that both have and in which they differ: by name only, the values stay masked. */
export function differingPrivate(one: MergeRecord, other: MergeRecord) {
  return privateColumns.filter((column) => {
    const [a, b] = [one.private?.[column], other.private?.[column]];
    return a != null && b != null && String(a) !== String(b);
  });
}

export const privateColumns = [
  "ethnicGroup",
  "partyJoinedOn",
  "partyFullOn",
  "identityNumber",
  "homeAddress",
  "photoId",
] as const;

export function birthOf({ birthYear: year, birthMonth: month, birthDay: day }: MergeRecord): string | null {
  return year ? showPartialDay({ year, month, day }) : null;
}

export function nameOfAccount({ name, username }: { name: string; username: string | null }): string {
  return username ?? name;
}

function nearnessOf({ unit: a }: MergeRecord, { unit: b }: MergeRecord): Nearness {
  if (a.id === b.id) return "same";
  if (a.parentId === b.id || b.parentId === a.id) return "parent";
  return a.parentId !== null && a.parentId === b.parentId ? "sibling" : "apart";
}

function personOf({ id, fullName, revision }: MergeRecord) {
  return { id, fullName, revision };
}

/** As it is read, but for what has words of its own. */
function textOf(record: MergeRecord, field: MergeField): string | null {
  if (field === "birth") return birthOf(record);
  if (field === "unitId") return record.unit.name;
  if (field === "phone") return record.phone && showPhone(record.phone);
  return record[field];
}

function shownPost({ unit, decision }: MergeRecord["appointments"][number]) {
  return { unitName: unit.name, decision: decision && showNumber(decision.number) };
}
