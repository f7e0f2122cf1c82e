/** How a large change stands: until when it can be taken back or who took it back, and the way there. */
import { Undo2 } from "lucide-react";
import { showDay, showMoment } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import type { ListedChange } from "./changes.server";
import { words as changeWords, nameIn } from "./words";

export type ChangeState = Pick<ListedChange, "id" | "state" | "undoableTo" | "undoneAt" | "undoneBy">;

/** A button to the page where the change is checked and taken back; nothing once it is too late. */
export function TakeBack({ change }: { change: ChangeState }) {
  const words = useWords(changeWords);
  if (change.state !== "open") return null;
  return (
    <ButtonLink to={`/roster/changes/${change.id}`} icon={Undo2}>
      {words.takeBackLink}
    </ButtonLink>
  );
}

export function ChangeStateBadge({ change }: { change: ChangeState }) {
  const words = useWords(changeWords);
  const { state, undoableTo, undoneAt, undoneBy } = change;
  if (state === "undone")
    return (
      <>
        <Badge>{words.states.undone}</Badge>{" "}
        <span className="text-caption text-soft">
          {words.undoneBy(undoneBy ?? "", showMoment(undoneAt ?? ""))}
        </span>
      </>
    );
  if (state === "late") return <Badge>{words.lateSince(showDay(undoableTo ?? ""))}</Badge>;
  return <Badge tone="green">{undoableTo ? words.until(showDay(undoableTo)) : words.whileFree}</Badge>;
}

/** On a record's history: the large changes that touched it. */
export function ChangesOfRecord({ changes }: { changes: ListedChange[] }) {
  const words = useWords(changeWords);
  if (changes.length === 0) return null;
  return (
    <Section title={words.ofRecord}>
      <ul className="flex flex-col gap-2">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink to={`/roster/changes/${change.id}`}>
              {nameIn(words.kinds, change.kind, words.otherKind)}: {change.title}
            </TextLink>
            <span className="text-caption text-soft tabular-nums">
              {showMoment(change.at)} · {change.by}
            </span>
            <ChangeStateBadge change={change} />
            <TakeBack change={change} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
