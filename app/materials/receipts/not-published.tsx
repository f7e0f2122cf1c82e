/** What the pages of readers say while no version has gone out. */

import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { words as receiptWords } from "./words";

export function NotPublished() {
  const words = useWords(receiptWords);
  return <EmptyState title={words.notPublished}>{words.notPublishedWhy}</EmptyState>;
}
