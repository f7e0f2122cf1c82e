/** The lines of a request as its sender reads them: what stands, what is proposed, and what became of it. */
import { useWords } from "~/ui/language";
import type { OwnCorrection } from "./own-corrections.server";
import type { CorrectionLine } from "./proposal";
import { words as ownWords } from "./words";

export function CorrectionLines({ correction }: { correction: OwnCorrection }) {
  const words = useWords(ownWords);
  const { lines, note, reason, state } = correction;
  const isMixed = state === "accepted" && lines.some(({ isTaken }) => !isTaken);
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line.field}>
            <Line line={line} />
            {isMixed && <span className="text-soft"> ({line.isTaken ? words.taken : words.notTaken})</span>}
          </li>
        ))}
      </ul>
      {note && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{words.noteSaid(note)}</p>}
      {reason && <p className="font-medium [overflow-wrap:anywhere]">{words.because(reason)}</p>}
    </div>
  );
}

function Line({ line: { label, before, proposed } }: { line: CorrectionLine }) {
  const words = useWords(ownWords);
  return (
    <span className="[overflow-wrap:anywhere]">
      <strong className="font-semibold">{label}: </strong>
      <del className="text-soft">
        <span className="sr-only">{words.from} </span>
        {before || words.nothing}
      </del>{" "}
      <span aria-hidden="true">→</span> <span className="sr-only">{words.to} </span>
      <ins className="no-underline">{proposed || words.nothing}</ins>
    </span>
  );
}
