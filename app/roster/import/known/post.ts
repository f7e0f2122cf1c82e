/** What a row of a file means for the appointments that a person has already: nothing is doubled, nothing overlaps. */
import { addDays, type Day } from "~/platform/clock";
import type { HeldPost } from "./known";

export interface WantedPost {
  unitId: string;
  role: string;
  network: string;
  startsOn: Day;
  /** "45-qđ/đu 2025-08-12"; null: decision unknown. */
  decision: string | null;
}

export type PostPlan =
  /** It stands already, or the row tells of none. */
  | { does: "nothing" }
  | { does: "begin"; startsOn: Day; endsOn: Day | null }
  /** A new decision: the one that stands ends the day before. */
  | { does: "renew"; endsId: string; startsOn: Day; endsOn: Day | null }
  /** The decision behind one that stood without is known now; it may begin earlier. */
  | { does: "prove"; id: string; startsOn: Day };

export const nothing: PostPlan = { does: "nothing" };

export function planPost(posts: HeldPost[], wanted: WantedPost | null): PostPlan {
  if (!wanted) return nothing;
  const { startsOn, decision } = wanted;
  const alike = posts.filter(({ role, network }) => role === wanted.role && network === wanted.network);
  if (decision && alike.some((post) => post.decision === decision)) return nothing;
  const seat = alike
    .filter(({ unitId }) => unitId === wanted.unitId)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const standing = seat.find(
    (post) => post.startsOn <= startsOn && (post.endsOn === null || post.endsOn >= startsOn),
  );
  const next = seat.find((post) => post.startsOn > startsOn);
  if (standing) return besideStanding(standing, next, wanted);
  if (!next) return { does: "begin", startsOn, endsOn: null };
  // A list without a decision knows less than the roster.
  if (!decision) return nothing;
  if (!next.decision && !next.endReason) return { does: "prove", id: next.id, startsOn };
  return { does: "begin", startsOn, endsOn: addDays(next.startsOn, -1) };
}

function besideStanding(standing: HeldPost, next: HeldPost | undefined, wanted: WantedPost): PostPlan {
  const { startsOn, decision } = wanted;
  // How somebody was released is not written over by an older paper.
  if (!decision || standing.endReason) return nothing;
  if (standing.startsOn === startsOn) {
    return standing.decision ? nothing : { does: "prove", id: standing.id, startsOn };
  }
  return {
    ...{ does: "renew", endsId: standing.id, startsOn },
    endsOn: next ? addDays(next.startsOn, -1) : null,
  };
}
