/** What waits for this person, for the first page: one line here for each list on which something can wait. */
import { may, type Permission } from "~/accounts";
import type { Actor } from "~/platform/actor";
import type { Language, Phrase } from "~/platform/words";
import { ownWords } from "~/roster";
import {
  type Count,
  countCertificatesExpiring,
  countSurePairs,
  countTermsEnding,
  countToFix,
  countWaitingCorrections,
  listWaitingReviews,
} from "~/roster/index.server";
import { showCount } from "~/ui/number";
import type { Task } from "./overview";
import { navWords as words } from "./words";

/** The reader with the reach of a permission that they hold; without one, of all their roles together. */
export type ReaderWith = (permission?: Permission) => Promise<Actor>;

interface Source {
  /** Counted, and shown, only where this permission holds. */
  permission: Permission;
  count: (reader: Actor) => Promise<Count>;
  label: (count: string) => Phrase;
  /** The list that shows just those. */
  to: string;
}

/** The most pressing first. */
const sources: Source[] = [
  { permission: "roster.view", count: countTermsEnding, label: words.termsWaiting, to: "/roster/terms" },
  {
    permission: "roster.edit",
    count: countWaitingCorrections,
    label: ownWords.list.toDo,
    to: "/roster/corrections",
  },
  { permission: "roster.view", count: countToFix, label: words.withoutDecision, to: "/roster/to-fix" },
  {
    permission: "roster.edit",
    count: countSurePairs,
    label: words.pairsWaiting,
    to: "/roster/duplicates?band=sure",
  },
  {
    permission: "roster.view",
    count: countCertificatesExpiring,
    label: words.certificatesWaiting,
    to: "/roster?state=active&qualification=expiring",
  },
];

/** Lists on which nothing waits are left out. */
export async function whatWaits(readerWith: ReaderWith, language: Language): Promise<Task[]> {
  const reader = await readerWith();
  const open = sources.filter(({ permission }) => may(reader, permission));
  const tasks = await Promise.all(
    open.map(async ({ permission, count, label, to }) => {
      const waiting = await count(await readerWith(permission));
      return { isEmpty: waiting.total === 0, label: label(showCount(waiting, language))[language], to };
    }),
  );
  const reviews = await listWaitingReviews(reader, language);
  return [...reviews, ...tasks.filter(({ isEmpty }) => !isEmpty).map(({ label, to }) => ({ label, to }))];
}
