/** What the person has asked for: the request that waits, with its way back, and those decided on. */
import { showMoment } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { CorrectionLines } from "./correction-lines";
import type { OwnCorrection } from "./own-corrections.server";
import type { CorrectionState } from "./proposal";
import { words as ownWords } from "./words";

export function WaitingRequest({ corrections }: { corrections: OwnCorrection[] }) {
  const words = useWords(ownWords);
  const waiting = corrections.find(({ state }) => state === "waiting");
  if (!waiting) return null;
  return (
    <Notice
      tone="blue"
      title={words.waiting(showMoment(waiting.sentAt))}
      actions={<PostButton action={`/me/corrections/${waiting.id}/withdrawal`}>{words.withdraw}</PostButton>}
    >
      <CorrectionLines correction={waiting} />
      <p className="mt-2 text-soft">{words.waitingHelp}</p>
    </Notice>
  );
}

const tones: Record<CorrectionState, Tone> = {
  waiting: "blue",
  accepted: "green",
  declined: "amber",
  withdrawn: "neutral",
};

export function DecidedRequests({ corrections }: { corrections: OwnCorrection[] }) {
  const words = useWords(ownWords);
  const decided = corrections.filter(({ state }) => state !== "waiting");
  if (decided.length === 0) return null;
  return (
    <Section title={words.requests}>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
        {decided.map((correction) => (
          <li key={correction.id} className="flex flex-col gap-2 py-3">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="text-soft tabular-nums">
                {showMoment(correction.decidedAt ?? correction.sentAt)}
              </span>
              <CorrectionBadge correction={correction} />
            </p>
            <CorrectionLines correction={correction} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** With words: accepted with a reason is accepted in part. */
export function CorrectionBadge({
  correction: { state, reason },
}: {
  correction: { state: CorrectionState; reason?: string | null };
}) {
  const words = useWords(ownWords);
  const isPart = state === "accepted" && reason;
  return <Badge tone={tones[state]}>{isPart ? words.partly : words.states[state]}</Badge>;
}
