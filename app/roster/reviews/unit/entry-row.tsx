/** One person on a unit's list: who it is, what to note, and the marks, each one press or one key away. */
import { X } from "lucide-react";
import { showDay } from "~/platform/clock";
import { words as rosterWords } from "~/roster/words";
import { Badge, type Tone } from "~/ui/badge";
import { IconButton } from "~/ui/button";
import { useWords } from "~/ui/language";
import type { Entry, Hints } from "./entries.server";
import type { Verdict } from "./mark";
import { markWords } from "./mark-words";

export const choices = ["keep", "correct", "replace", "release"] as const;
export type Choice = (typeof choices)[number];

interface EntryRowProps {
  entry: Entry;
  verdict: Verdict | null;
  mayMark: boolean;
  onChoose: (choice: Choice) => void;
  onUnmark: () => void;
}

export function EntryRow({ entry, verdict, mayMark, onChoose, onUnmark }: EntryRowProps) {
  const words = useWords(markWords);
  const roster = useWords(rosterWords);
  const { fullName, speakerId, isInReach, birthYear, position, workplace, posts, proposal } = entry;
  const second = [birthYear, position, workplace].filter(Boolean).join(" · ");
  const held =
    entry.verdict === "propose" && proposal.role
      ? [{ role: proposal.role, network: proposal.network }]
      : posts;
  return (
    <tr data-entry={entry.id}>
      <td className="name">
        {/* Not the cell's own link, which would take the whole card on the phone. */}
        <span>
          {speakerId && isInReach ? (
            <a href={`/roster/${speakerId}`} className="hover:underline">
              {fullName}
            </a>
          ) : (
            fullName
          )}
        </span>
        <span className="second">{second}</span>
      </td>
      <td data-label={words.list.post}>
        {held.map(({ role, network }) => (
          <p key={`${role} ${network}`}>
            <span className="lg:whitespace-nowrap">{roster.roles[role]}</span>
            {network && network !== "party" && <span className="second">{roster.networks[network]}</span>}
          </p>
        ))}
      </td>
      <td data-label={words.list.hints}>{entry.verdict !== "propose" && <HintList hints={entry.hints} />}</td>
      <td className="phone:pt-3 phone:pl-0">
        <span className="flex flex-col gap-1.5">
          {entry.verdict === "propose" ? (
            <span className="flex items-center gap-1">
              <Badge tone="blue">{words.list.proposed}</Badge>
              {mayMark && <IconButton icon={X} label={words.list.withdraw(fullName)} onPress={onUnmark} />}
            </span>
          ) : mayMark ? (
            <MarkButtons {...{ entry, verdict, onChoose, onUnmark }} />
          ) : (
            verdict && (
              <span>
                <Badge tone={tones[verdict]}>{words.verdicts[verdict]}</Badge>
              </span>
            )
          )}
          {verdict === entry.verdict && <MarkFacts entry={entry} />}
        </span>
      </td>
    </tr>
  );
}

const tones: Record<Verdict, Tone> = {
  keep: "green",
  correct: "blue",
  replace: "amber",
  release: "amber",
  propose: "blue",
};

/** All in one line where there is room, else two and two: a mark never stands alone in its line, nor moves when it is given. */
function MarkButtons({ entry, verdict, onChoose, onUnmark }: Omit<EntryRowProps, "mayMark">) {
  const words = useWords(markWords);
  const mark = (choice: Choice) => (
    <button
      key={choice}
      type="button"
      data-choice={choice}
      aria-pressed={verdict === choice}
      onClick={() => onChoose(choice)}
      className="min-h-9 grow rounded-control border border-line bg-paper px-2.5 text-table font-medium whitespace-nowrap hover:bg-hover aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary max-lg:px-1.5 phone:min-h-11"
    >
      {words.short[choice]}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a cell
    <span
      role="group"
      aria-label={words.list.of(entry.fullName)}
      className="flex items-center gap-1 md:max-lg:flex-wrap"
    >
      <span className="flex grow flex-wrap gap-1 xl:flex-nowrap">
        {pairs.map((pair) => (
          <span key={pair[0]} className="flex grow gap-1">
            {pair.filter((choice) => choice !== "correct" || entry.isInReach).map(mark)}
          </span>
        ))}
      </span>
      <span className="size-11 shrink-0 empty:md:max-lg:hidden">
        {verdict && <IconButton icon={X} label={words.list.unmark(entry.fullName)} onPress={onUnmark} />}
      </span>
    </span>
  );
}

const pairs = [choices.slice(0, 2), choices.slice(2)];

/** What was said beside the mark. */
function MarkFacts({ entry: { verdict, reason, note, proposal } }: { entry: Entry }) {
  const words = useWords(markWords);
  const roster = useWords(rosterWords);
  const fields = proposal.fields.map((field) => roster.fields[field as "fullName"].toLocaleLowerCase());
  const lines = [
    proposal.newcomer && words.list.replacedBy(proposal.newcomer),
    verdict === "correct" && fields.length > 0 && words.list.corrects(fields.join(", ")),
    reason && words.list.because(roster.reasons[reason].toLocaleLowerCase()),
    note,
  ];
  return lines.map(
    (line) =>
      line && (
        <span key={line} className="text-caption text-soft wrap-anywhere">
          {line}
        </span>
      ),
  );
}

function HintList({ hints: { trained, expiredOn, endsOn, before, speaksMinority } }: { hints: Hints }) {
  const words = useWords(markWords);
  const { hints } = words;
  return (
    <span className="flex flex-col text-caption">
      {endsOn && <span className="font-medium text-amber">{hints.ends(showDay(endsOn))}</span>}
      {expiredOn && <span className="font-medium text-amber">{hints.expired(showDay(expiredOn))}</span>}
      <span className="text-soft">
        {trained
          ? trained.day
            ? hints.trained(trained.name, showDay(trained.day))
            : hints.trainedUndated(trained.name)
          : hints.untrained}
      </span>
      {before && (
        <span className="text-soft">{hints.before(words.verdicts[before].toLocaleLowerCase())}</span>
      )}
      {speaksMinority && <span className="text-soft">{hints.minority}</span>}
    </span>
  );
}
