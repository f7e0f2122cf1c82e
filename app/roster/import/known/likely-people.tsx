/** Who of the roster a row of the file is, or may be, with what speaks for it; the officer says yes or no. */
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import { usePost } from "~/ui/use-post";
import type { ShownPerson } from "./known-page.server";
import { words as knownWords } from "./words";

export function LikelyPeople({ id, person }: { id: string; person: ShownPerson }) {
  const words = useWords(knownWords);
  const { busy, refusal, send } = usePost(`/roster/import/${id}/known`);
  const { sheet, row, isSure, by, people } = person;
  const say = (said: Record<string, unknown>) => send({ sheet, row, ...said });
  return (
    <div className="flex flex-col gap-3 border-line border-l-2 pl-4">
      {people.map(({ id: speakerId, name, facts, score, why }) => (
        <div key={speakerId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink to={`/roster/${speakerId}`}>{name}</TextLink>
              {score > 0 && <Badge tone={isSure ? "green" : "amber"}>{words.score(score)}</Badge>}
            </p>
            <p className="text-table text-soft">{facts}</p>
            <p className="text-caption text-soft">{[words.by[by], why].filter(Boolean).join(": ")}</p>
          </div>
          {!isSure && (
            <Button busy={busy} onPress={() => say({ same: speakerId })}>
              {words.isThis}
            </Button>
          )}
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
        <Button
          variant="quiet"
          busy={busy}
          onPress={() => say({ not: people.map((one) => one.id), same: null })}
        >
          {people.length > 1 ? words.isNone : words.isNot}
        </Button>
        {by === "officer" && (
          <Button variant="quiet" busy={busy} onPress={() => say({ same: null, not: null })}>
            {words.again}
          </Button>
        )}
        <span className="text-caption text-soft">{words.isNotHelp}</span>
      </div>
      {refusal && (
        <p role="alert" className="text-caption text-red">
          {refusal}
        </p>
      )}
    </div>
  );
}
