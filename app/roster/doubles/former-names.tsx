/** Above a list that was searched: people who are found by the name of a record that was merged into theirs. */
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import type { FormerName } from "./aliases.server";

export function FormerNames({ people }: { people: FormerName[] }) {
  const { alsoKnown } = useWords(rosterWords).list;
  if (people.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-table">
      {people.map(({ speakerId, fullName, alias }) => (
        <li key={`${speakerId} ${alias}`}>
          {alsoKnown(alias)} <TextLink to={`/roster/${speakerId}`}>{fullName}</TextLink>
        </li>
      ))}
    </ul>
  );
}
