/** The button that throws a file away that was never imported; there is no way back, so it asks. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { usePost } from "~/ui/use-post";
import { words as originalWords } from "./words";

export function ThrowAway({ id, fileName }: { id: string; fileName: string }) {
  const words = useWords(originalWords);
  const [isOpen, setOpen] = useState(false);
  const { busy, refusal, send } = usePost(`/roster/import/${id}/removal`);
  return (
    <>
      <Button variant="quiet" icon={Trash2} onPress={() => setOpen(true)}>
        {words.throwAway}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.throwAwayTitle(fileName)}
        confirm={words.throwAway}
        variant="danger"
        busy={busy}
        onConfirm={() => send()}
      >
        <p>{words.throwAwayMeans}</p>
        {refusal && <Notice tone="red" title={refusal} />}
      </ConfirmDialog>
    </>
  );
}
