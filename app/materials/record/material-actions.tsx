/** What can be done with a material in its state, each named by its verb; the next step comes first. */
import { Check, Pencil, Send, SendToBack, Undo2 } from "lucide-react";
import { isUntitled } from "~/materials/material";
import type { MaterialRecord } from "~/materials/material-record.server";
import { words as reviewWords } from "~/materials/review/words";
import { words as materialWords } from "~/materials/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { PostButton } from "~/ui/post-button";
import { SayDialog } from "./say-dialog";

export interface Rights {
  mayEdit: boolean;
  /** For this material's unit. */
  mayPublish: boolean;
}

interface MaterialActionsProps extends Rights {
  material: MaterialRecord;
  /** Why the draft cannot be reviewed yet: a key of the review's errors. */
  lacks: "noFile" | "checking" | null;
}

export function MaterialActions({ material, mayEdit, mayPublish, lacks }: MaterialActionsProps) {
  const words = useWords(materialWords);
  const review = useWords(reviewWords);
  const { id, stage, title, trashedAt, unitName } = material;
  const to = `/materials/${id}`;
  if (trashedAt) return null;
  const isOpen = stage === "draft" || stage === "returned";
  const why = isUntitled(title) ? words.errors.untitled : lacks ? review.errors[lacks] : undefined;
  const mayChange = mayEdit && (mayPublish || (stage !== "in_review" && stage !== "approved"));
  return (
    <>
      {mayChange && (
        <ButtonLink to={`${to}/edit`} icon={Pencil}>
          {words.record.edit}
        </ButtonLink>
      )}
      {mayEdit && !mayPublish && (stage === "in_review" || stage === "approved") && (
        <PostButton action={`${to}/request-withdrawal`} icon={Undo2}>
          {review.takeBack}
        </PostButton>
      )}
      {mayPublish && stage === "in_review" && (
        <>
          <SayDialog
            {...{ verb: review.sendBack, help: review.sendBackHelp, label: review.sendBackNote }}
            {...{ action: `${to}/return`, icon: SendToBack, isNeeded: true }}
          />
          <SayDialog
            {...{ verb: review.approve, help: review.approveHelp, label: review.approveNote }}
            {...{ action: `${to}/approval`, icon: Check, variant: "primary" }}
          />
        </>
      )}
      {mayPublish && stage !== "none" && stage !== "in_review" && (
        <ButtonLink to={`${to}/audience`} icon={Send} variant="primary">
          {words.record.publish}
        </ButtonLink>
      )}
      {mayEdit && !mayPublish && isOpen && (
        <SayDialog
          {...{ verb: review.ask, help: review.askHelp(unitName), label: review.askNote }}
          {...{ action: `${to}/request`, icon: Send, variant: "primary" }}
          isDisabled={why !== undefined}
          reason={why}
        />
      )}
    </>
  );
}
