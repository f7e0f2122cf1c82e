/** What the sender wrote, and a request that was decided on. */
import { showMoment } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Card } from "~/ui/page";
import { ComparedLines } from "./compared-lines";
import type { FoundCorrection } from "./corrections.server";
import { CorrectionBadge } from "./own-requests";
import { words as ownWords } from "./words";

export function CorrectionNote({ note }: { note: string | null }) {
  const { decision } = useWords(ownWords);
  if (!note) return null;
  return (
    <Card>
      <p className="text-caption text-soft">{decision.note}</p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
    </Card>
  );
}

export function DecidedCorrection({ correction }: { correction: FoundCorrection }) {
  const words = useWords(ownWords);
  const { decidedAt, reason, lines } = correction;
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <CorrectionBadge correction={correction} />
        {decidedAt && <span className="text-soft">{words.decision.decided(showMoment(decidedAt))}</span>}
      </p>
      {reason && <p className="max-w-prose font-medium">{words.because(reason)}</p>}
      {lines.length > 0 && (
        <ComparedLines
          lines={lines}
          box={({ label, isTaken }) => (
            <p>
              <span className="font-semibold">{label}</span>
              <span className="block text-table text-soft">{isTaken ? words.taken : words.notTaken}</span>
            </p>
          )}
        />
      )}
    </>
  );
}
