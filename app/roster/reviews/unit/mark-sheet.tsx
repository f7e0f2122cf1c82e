/** The forms behind the marks that say more than yes: a correction, a release, who comes instead. */
import { Sheet } from "~/ui/dialog";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import type { Entry } from "./entries.server";
import { markWords } from "./mark-words";

const loadCorrectForm = () => import("./correct-form").then((part) => part.CorrectForm);
const loadReleaseForm = () => import("./release-form").then((part) => part.ReleaseForm);
const loadReplaceForm = () => import("./person-forms").then((part) => part.ReplaceForm);

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
  const of = (entry: Entry) => ({
    action: `/roster/reviews/lists/${listId}/marks`,
    entry,
    onDone: onClose,
  });
  return (
    <Sheet isOpen={open !== null} onClose={onClose} title={open ? titles[open.choice] : ""}>
      {open?.choice === "correct" && (
        <Later key={open.entry.id} load={loadCorrectForm} props={{ ...of(open.entry), listId }} />
      )}
      {open?.choice === "release" && (
        <Later key={open.entry.id} load={loadReleaseForm} props={of(open.entry)} />
      )}
      {open?.choice === "replace" && (
        <Later key={open.entry.id} load={loadReplaceForm} props={{ ...of(open.entry), unit, newId }} />
      )}
    </Sheet>
  );
}
