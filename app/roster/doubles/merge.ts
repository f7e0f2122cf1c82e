/** What becomes of two records that are made one: the choice per field, and which appointments stay, join or contradict. */
import { z } from "zod";
import type { Day } from "~/platform/clock";
import { overlap } from "~/roster/appointment";

export const sides = ["one", "other"] as const;
export type Side = (typeof sides)[number];

export const mergeFields = [
  "fullName",
  "birth",
  "gender",
  "phone",
  "email",
  "unitId",
  "position",
  "workplace",
  "education",
  "politicalTheory",
  "note",
] as const;
export type MergeField = (typeof mergeFields)[number];

const side = z.enum(sides);
export const outcomes = ["one", "other", "join"] as const;
export type Outcome = (typeof outcomes)[number];

export const mergeSchema = z.object({
  /** "both" only for the note. */
  fields: z.object(
    Object.fromEntries(mergeFields.map((field) => [field, z.enum(["one", "other", "both"])])) as {
      [field in MergeField]: z.ZodEnum<{ one: "one"; other: "other"; both: "both" }>;
    },
  ),
  private: side,
  account: side,
  /** By the key of each group of appointments that are in each other's way. */
  appointments: z.record(z.string(), z.union([z.enum(outcomes), z.literal("")])),
  /** The revisions that the form was drawn from. */
  revisions: z.object({ one: z.number().int(), other: z.number().int() }),
});
export type MergeInput = z.input<typeof mergeSchema>;
export type MergeValues = z.output<typeof mergeSchema>;

/** The fuller of two values: the one that is there, and of two texts the longer. Equal ones: the first. */
export function fuller(one: string | null, other: string | null): Side {
  return (other?.length ?? 0) > (one?.length ?? 0) ? "other" : "one";
}

/** An appointment of either record. */
export interface MergePost {
  id: string;
  side: Side;
  unitId: string;
  role: string;
  network: string;
  level: string;
  startsOn: Day;
  endsOn: Day | null;
  decisionId: string | null;
  endReason: string | null;
  endDecisionId: string | null;
}

/** Appointments of both records to the same post at the same time. */
export interface Clash {
  /** The id of its first appointment. */
  key: string;
  posts: MergePost[];
  /** They say different things: somebody must choose. */
  isContradictory: boolean;
  /** Different levels cannot become one. */
  mayJoin: boolean;
}

/** Those that stand in no other's way, and the groups of those that do. */
export function sortPosts(posts: MergePost[]): { free: MergePost[]; clashes: Clash[] } {
  const groups: MergePost[][] = [];
  const ordered = [...posts].sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id));
  for (const post of ordered) {
    const group = groups.find((others) =>
      others.some((other) => isSamePost(other, post) && overlap(other, post)),
    );
    if (group) group.push(post);
    else groups.push([post]);
  }
  return {
    free: groups.flatMap((group) => (group.length === 1 ? group : [])),
    clashes: groups.filter((group) => group.length > 1).map(clashOf),
  };
}

function isSamePost(a: MergePost, b: MergePost): boolean {
  return a.unitId === b.unitId && a.role === b.role && a.network === b.network;
}

function clashOf(posts: MergePost[]): Clash {
  const mayJoin = new Set(posts.map(({ level }) => level)).size === 1;
  const decisions = new Set(posts.flatMap(({ decisionId }) => decisionId ?? []));
  const last = lastOf(posts);
  const endedEarlier = posts.some((post) => post.endReason !== null && !endsTogether(post, last));
  const isContradictory = !mayJoin || decisions.size > 1 || endedEarlier || posts.length > 2;
  return { key: posts[0]?.id ?? "", posts, isContradictory, mayJoin };
}

function endsTogether(a: MergePost, b: MergePost): boolean {
  return a.endsOn === b.endsOn;
}

/** The one that lasts longest. */
function lastOf(posts: MergePost[]): MergePost {
  const longest = (a: MergePost, b: MergePost) =>
    a.endsOn === null ? a : b.endsOn === null ? b : a.endsOn >= b.endsOn ? a : b;
  return posts.reduce(longest);
}

/** Earliest first day, latest last day with how it ended, and the decision that is known. */
export function joined(posts: MergePost[]): Omit<MergePost, "id" | "side"> {
  const [first] = posts;
  if (!first) throw new Error("There is nothing to join.");
  const last = lastOf(posts);
  const { unitId, role, network, level } = first;
  return {
    ...{ unitId, role, network, level },
    startsOn: posts.map(({ startsOn }) => startsOn).sort()[0] ?? first.startsOn,
    endsOn: last.endsOn,
    endReason: last.endReason,
    endDecisionId: last.endDecisionId,
    decisionId: posts.find(({ decisionId }) => decisionId)?.decisionId ?? null,
  };
}

/** What happens to a group: which stay as they are, which goes on as the joined one, which go. */
export function settle(
  { posts }: Clash,
  outcome: Outcome,
): { stay: MergePost[]; go: MergePost[]; joins: boolean } {
  if (outcome === "join") return { stay: posts.slice(0, 1), go: posts.slice(1), joins: true };
  return {
    stay: posts.filter((post) => post.side === outcome),
    go: posts.filter((post) => post.side !== outcome),
    joins: false,
  };
}
