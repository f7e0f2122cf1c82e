/** Says that a file was read as one like it was before, and offers to read it afresh. */
import { showMoment } from "~/platform/clock";
import type { ImportPage } from "~/roster/import/import-page.server";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { PostButton } from "~/ui/post-button";
import { words as memoryWords } from "./words";

export function RecalledNotice({ id, recalled }: { id: string; recalled: ImportPage["recalled"] }) {
  const words = useWords(memoryWords);
  const [last] = recalled;
  if (!last) return null;
  return (
    <Notice
      tone="blue"
      title={words.title(last.unitName, showMoment(last.usedAt))}
      actions={<PostButton action={`/roster/import/${id}/recalled`}>{words.forget}</PostButton>}
    >
      {words.help(last.columns, last.answers)}
    </Notice>
  );
}
