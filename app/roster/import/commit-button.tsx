/** The one primary action of an import: "Nhập 54 người". */
import { useWords } from "~/ui/language";
import { PostButton } from "~/ui/post-button";
import type { ImportPage } from "./import-page.server";
import { words as importWords } from "./words";

export function CommitButton({ id, page }: { id: string; page: ImportPage }) {
  const words = useWords(importWords).page;
  const { ready, update, problem } = page.counts;
  if (ready + update > 0) {
    return (
      <PostButton variant="primary" action={`/roster/import/${id}/commit`}>
        {words.commit(ready, update)}
      </PostButton>
    );
  }
  if (!page.sheets.some(({ people }) => people > 0)) return null;
  const isAsked = page.questions.some(({ answer }) => answer === null);
  const why = isAsked ? words.commitAnswer : problem > 0 ? words.commitNone : words.commitDone;
  return <p className="max-w-72 text-caption text-soft">{why}</p>;
}
