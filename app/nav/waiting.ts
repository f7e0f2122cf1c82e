/** What waits for this person, for the first page: one line here for each list on which something can wait. */
import type { Language, Phrase } from "~/platform/words";
import { ownWords } from "~/roster";
import type { RosterCounts } from "~/roster/index.server";
import { showCount } from "~/ui/number";
import type { Task } from "./overview";
import { navWords as words } from "./words";

interface Source {
  counted: keyof RosterCounts;
  label: (count: string) => Phrase;
  /** The list that shows just those. */
  to: string;
}

/** The most pressing first. */
const sources: Source[] = [
  { counted: "termsEnding", label: words.termsWaiting, to: "/roster/terms" },
  { counted: "corrections", label: ownWords.list.toDo, to: "/roster/corrections" },
  { counted: "toFix", label: words.withoutDecision, to: "/roster/to-fix" },
  { counted: "surePairs", label: words.pairsWaiting, to: "/roster/duplicates?band=sure" },
  {
    counted: "certificates",
    label: words.certificatesWaiting,
    to: "/roster?state=active&qualification=expiring",
  },
];

/** Lists on which nothing waits are left out. */
export function whatWaits(roster: RosterCounts, language: Language): Task[] {
  return sources
    .filter(({ counted }) => roster[counted].total > 0)
    .map(({ counted, label, to }) => ({ label: label(showCount(roster[counted], language))[language], to }));
}
