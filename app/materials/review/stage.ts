/** How far the version that is being prepared has come: told by what was last said about it. */

export const verdicts = ["asked", "returned", "approved", "taken_back"] as const;
export type Verdict = (typeof verdicts)[number];

/** "none": nothing is being prepared. */
export type Stage = "none" | "draft" | "in_review" | "returned" | "approved";

/** `draft`: the version that has not gone out; `last`: what was last said about the entry, perhaps about a version before. */
export function stageOf(
  draft: { createdAt: Date } | null,
  last: { verdict: string; at: Date } | null | undefined,
): Stage {
  if (!draft) return "none";
  if (!last || last.at < draft.createdAt || last.verdict === "taken_back") return "draft";
  return last.verdict === "asked" ? "in_review" : (last.verdict as "returned" | "approved");
}
