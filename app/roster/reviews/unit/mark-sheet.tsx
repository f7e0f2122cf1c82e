/** The forms behind the marks that say more than yes: a correction, a release, who comes instead. */
import { NoteField } from "~/roster/record/note-field";
import { Sheet } from "~/ui/dialog";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { CorrectForm } from "./correct-form";
import type { Entry } from "./entries.server";
import { releaseSchema } from "./mark";
import { markWords } from "./mark-words";
import { ReplaceForm } from "./person-forms";
import { ReasonField } from "./reason-field";

interface MarkSheetProps {
  listId: string;
  unit: { id: string; name: string };
  /** For somebody who has no record yet. */
  newId: string;
  open: { entry: Entry; choice: "correct" | "replace" | "release" } | null;
  onClose: () => void;
}

export function MarkSheet({ listId, unit, newId, open, onClose }: MarkSheetProps) {
  const { sheet } = useWords(markWords);
  const name = open?.entry.fullName ?? "";
  const titles = {
    correct: sheet.correctTitle(name),
    replace: sheet.replaceTitle(name),
    release: sheet.releaseTitle(name),
  };
  const action = `/roster/reviews/lists/${listId}/marks`;
  return (
    <Sheet isOpen={open !== null} onClose={onClose} title={open ? titles[open.choice] : ""}>
      {open?.choice === "correct" && (
        <CorrectForm key={open.entry.id} {...{ listId, action }} entry={open.entry} onDone={onClose} />
      )}
      {open?.choice === "release" && (
        <ReleaseForm key={open.entry.id} action={action} entry={open.entry} onDone={onClose} />
      )}
      {open?.choice === "replace" && (
        <ReplaceForm key={open.entry.id} {...{ action, unit, newId }} entry={open.entry} onDone={onClose} />
      )}
    </Sheet>
  );
}

interface ReleaseFormProps {
  action: string;
  entry: Entry;
  onDone: () => void;
}

function ReleaseForm({ action, entry, onDone }: ReleaseFormProps) {
  const { sheet } = useWords(markWords);
  const form = useZodForm(
    releaseSchema,
    {
      ...{ verdict: "release", entryId: entry.id, note: entry.note ?? "" },
      reason: entry.reason ?? undefined,
    },
    { draft: `review-release-${entry.id}` },
  );
  return (
    <Form form={form} action={action} onDone={onDone}>
      <ReasonField />
      <NoteField />
      <FormActions>
        <SubmitButton>{sheet.releaseSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
