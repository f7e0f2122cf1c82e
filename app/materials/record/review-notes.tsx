/** What was said when a material was reviewed, the newest first. */
import type { ReviewNote } from "~/materials/review/review.server";
import { words as reviewWords } from "~/materials/review/words";
import { showMoment } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";

export function ReviewNotes({ notes }: { notes: ReviewNote[] }) {
  const words = useWords(reviewWords);
  if (notes.length === 0) return null;
  return (
    <Section title={words.notes}>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {notes.map(({ id, verdict, byName, at, text }) => (
          <li key={id} className="px-5 py-3 phone:px-4">
            <p className="font-medium">
              {words.verdicts[verdict]} · {byName}
            </p>
            {text && <p>{text}</p>}
            <p className="text-caption text-soft tabular-nums">{showMoment(at)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
