/** What can be done by a decision, and what was done by it, each with its undo. */
import { CalendarSync, type LucideIcon, Repeat2, UserMinus, UserPlus } from "lucide-react";
import { showMoment } from "~/platform/clock";
import type { ListedAct } from "~/roster/acts/act-undo.server";
import { releaseKinds } from "~/roster/decision";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { DecisionRecord } from "./decision-records.server";
import { words as decisionWords } from "./words";

type Kind = "recognition" | "renewal" | "replacement" | "release";
const icons: Record<Kind, LucideIcon> = {
  recognition: UserPlus,
  renewal: CalendarSync,
  replacement: Repeat2,
  release: UserMinus,
};

/** What this kind of decision is usually for comes first. */
export function ActLinks({ decision }: { decision: DecisionRecord }) {
  const words = useWords(decisionWords);
  const isRelease = (releaseKinds as readonly string[]).includes(decision.kind);
  const kinds: Kind[] = isRelease
    ? ["release", "replacement", "recognition", "renewal"]
    : ["recognition", "renewal", "replacement", "release"];
  return (
    <nav
      aria-label={words.record.act}
      className="flex flex-wrap gap-2 print:hidden phone:grid phone:grid-cols-1"
    >
      {kinds.map((kind, at) => (
        <ButtonLink
          key={kind}
          to={`/roster/decisions/${decision.id}/${kind}`}
          icon={icons[kind]}
          variant={at === 0 ? "primary" : "secondary"}
        >
          {words.record[kind]}
        </ButtonLink>
      ))}
    </nav>
  );
}

interface ActHistoryProps {
  decisionId: string;
  acts: ListedAct[];
  mayEdit: boolean;
}

export function ActHistory({ decisionId, acts, mayEdit }: ActHistoryProps) {
  const words = useWords(decisionWords);
  if (acts.length === 0) return null;
  return (
    <Section title={words.record.acts}>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {acts.map(({ id, kind, by, at, begins, ends, undone }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3 phone:px-4"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {kind === "roster.renewal" ? words.record.actRenewal : words.record.actOther}:{" "}
                {words.record.actPeople(begins, ends)}
              </p>
              <p className="text-caption text-soft tabular-nums">
                {showMoment(at)} · {by}
                {undone && ` · ${words.record.takenBack(undone.by, showMoment(undone.at))}`}
              </p>
            </div>
            {mayEdit && !undone && (
              <PostButton action={`/roster/decisions/${decisionId}/acts/${id}/withdrawal`}>
                {words.record.takeBack}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
