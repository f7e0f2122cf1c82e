/** What the pages begin with on which a decision is carried out. */
import type { Day } from "~/platform/clock";
import { followingTerm, type TermSpan } from "~/roster/terms/term";
import type { ActInput } from "./act";
import { type ActKind, lineOf } from "./act-lines";
import type { Candidate } from "./candidates";

interface Known {
  decision: { id: string; decidedOn: Day } | null;
  /** Of the unit, the latest first. */
  terms: (TermSpan & { id: string; name: string })[];
  people?: Candidate[];
  /** Whose people are renewed. */
  from?: (TermSpan & { name: string }) | null;
  day: Day;
  level?: ActInput["level"];
  /** Who issued and signed the unit's last decision. */
  last?: { issuer: string | null; signer: string | null } | null;
}

export function newAct(
  kind: ActKind,
  { decision, terms, people = [], from, day, level, last }: Known,
): ActInput {
  const following = from && followingTerm(from);
  const next =
    following && terms.find(({ startsOn }) => startsOn > from.startsOn && startsOn <= following.endsOn);
  const standing = terms.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const begins = decision?.decidedOn ?? day;
  const span =
    kind === "renewal"
      ? (next ?? following ?? { startsOn: begins, endsOn: "" })
      : { startsOn: begins, endsOn: kind === "recognition" ? (standing?.endsOn ?? "") : "" };
  return {
    decision: decision
      ? { choice: "existing", id: decision.id }
      : {
          choice: "new",
          ...{ id: "", number: "", decidedOn: "", kind: "recognition" },
          ...{ issuer: last?.issuer ?? "", signer: last?.signer ?? "" },
        },
    role: "rapporteur",
    network: "party",
    level: level ?? "commune",
    unitId: "",
    term:
      kind === "renewal"
        ? (next?.id ?? (following ? "new" : ""))
        : kind === "recognition"
          ? (standing?.id ?? "")
          : "",
    termName: following?.name ?? "",
    startsOn: span.startsOn,
    endsOn: span.endsOn,
    reason: "",
    lines: people.map((person) => lineOf(person, kind)),
  };
}
