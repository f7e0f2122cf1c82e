/** What the person put in and was refused, with the explanation, until they have read it. */
import type { ToldRefusal } from "~/materials/intake/refusals.server";
import { words as materialWords } from "~/materials/words";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { PostButton } from "~/ui/post-button";

export function RefusalList({ refusals }: { refusals: ToldRefusal[] }) {
  const { record } = useWords(materialWords);
  return refusals.map(({ noticeIds, text }) => (
    <Notice
      key={noticeIds[0]}
      tone="red"
      role="status"
      title={record.refusedTitle(noticeIds.length)}
      actions={
        <PostButton action="/notices/readings" values={{ id: noticeIds }}>
          {record.understood}
        </PostButton>
      }
    >
      {text}
    </Notice>
  ));
}
