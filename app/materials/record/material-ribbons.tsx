/** What must be known before a material is read: superseded, expired, withdrawn, in the trash, waiting, sent back. */
import { isExpired, isUntitled } from "~/materials/material";
import type { MaterialRecord } from "~/materials/material-record.server";
import type { ReviewNote } from "~/materials/review/review.server";
import { words as reviewWords } from "~/materials/review/words";
import { words as trashWords } from "~/materials/trash/words";
import { words as materialWords } from "~/materials/words";
import { addDays, dayOf, showDay, showMoment, today } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { PostButton } from "~/ui/post-button";
import { TextLink } from "~/ui/text-link";

interface RibbonsProps {
  material: MaterialRecord;
  /** The last word of a reviewer. */
  note: ReviewNote | null;
  mayEdit: boolean;
}

export function MaterialRibbons({ material, note, mayEdit }: RibbonsProps) {
  const { record } = useWords(materialWords);
  const review = useWords(reviewWords);
  const { id, title, supersededBy, state, withdrawnAt, withdrawnReason, publishAt, stage } = material;
  const { validUntil } = material;
  return (
    <>
      <TrashRibbon material={material} mayEdit={mayEdit} />
      {supersededBy && (
        <Notice tone="amber" title={record.supersededBy}>
          <TextLink to={`/materials/${supersededBy.id}`}>
            {[supersededBy.title, supersededBy.number].filter(Boolean).join(" · ")}
          </TextLink>
        </Notice>
      )}
      {state === "withdrawn" && withdrawnAt && (
        <Notice tone="red" title={record.withdrawnTitle(showDay(dayOf(new Date(withdrawnAt))))}>
          {withdrawnReason} {mayEdit && record.withdrawnHelp}
        </Notice>
      )}
      {validUntil && isExpired({ validUntil }, today()) && (
        <Notice tone="neutral" title={record.expiredTitle(showDay(validUntil))}>
          {record.expiredHelp}
        </Notice>
      )}
      {mayEdit && isUntitled(title) && (
        <Notice tone="amber" title={record.untitledTitle}>
          {record.untitledHelp}
        </Notice>
      )}
      {stage === "in_review" && (
        <Notice tone="amber" title={review.waiting}>
          {note?.text ? `${note.byName}: ${note.text}` : review.waitingHelp}
        </Notice>
      )}
      {stage === "returned" && note && (
        <Notice tone="red" title={review.returnedTitle(note.byName)}>
          {note.text}
        </Notice>
      )}
      {stage === "approved" && (
        <Notice
          tone="green"
          title={publishAt ? record.scheduled(showMoment(publishAt)) : review.approvedTitle}
        >
          {note?.text ?? (publishAt ? null : review.approvedHelp)}
        </Notice>
      )}
      {material.current && material.draft && (
        <Notice tone="blue" title={record.newVersionNotice(material.draft.number)}>
          <TextLink to={`/materials/${id}/versions`}>{record.newVersionNoticeHelp}</TextLink>
        </Notice>
      )}
    </>
  );
}

function TrashRibbon({ material: { id, trashedAt }, mayEdit }: Pick<RibbonsProps, "material" | "mayEdit">) {
  const words = useWords(trashWords);
  if (!trashedAt) return null;
  const until = addDays(dayOf(new Date(trashedAt)), 30);
  return (
    <Notice
      tone="red"
      title={words.inTrash}
      actions={mayEdit && <PostButton action={`/materials/${id}/restoration`}>{words.restore}</PostButton>}
    >
      {words.inTrashHelp(showDay(until))}
    </Notice>
  );
}
