/** What the person put in and was refused, with the explanation, until they have read it. */
import type { ToldRefusal } from "~/materials/intake/refusals.server";
import { words as materialWords } from "~/materials/words";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { PostButton } from "~/ui/post-button";

export function RefusalList({ refusals }: { refusals: ToldRefusal[] }) {
  const { record } = useWords(materialWords);
  return refusals.map(({ noticeId, text }) => (
    <Notice
      key={noticeId}
      tone="red"
      role="status"
      title={record.refusedTitle}
      actions={
        <PostButton action="/notices/readings" values={{ id: noticeId }}>
          {record.understood}
        </PostButton>
      }
    >
      {text}
    </Notice>
  ));
}
