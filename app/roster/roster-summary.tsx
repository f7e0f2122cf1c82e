/** The line under the list's title: how many people, and how many records want completing. */
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { TextLink } from "~/ui/text-link";
import type { Count } from "./list/ids.server";
import { isFiltered, type RosterQuery } from "./roster-query";
import { words as rosterWords } from "./words";

export function RosterSummary({
  query,
  count,
  toFix,
}: {
  query: RosterQuery;
  count: Count;
  toFix: Count | null;
}) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const total = showNumber(count.total, language);
  const { people, morePeople, matching, moreMatching } = words.list;
  const say = isFiltered(query) ? (count.more ? moreMatching : matching) : count.more ? morePeople : people;
  return (
    <>
      {say(total)}
      {toFix && toFix.total > 0 && (
        <>
          {" · "}
          <TextLink to="/roster?fix=decision">
            {words.list.toFix(showNumber(toFix.total, language) + (toFix.more ? "+" : ""))}
          </TextLink>
        </>
      )}
    </>
  );
}
