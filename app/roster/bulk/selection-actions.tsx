/** What can be done with the people chosen on the roster's list. */
import { Download, FileCheck, Pencil } from "lucide-react";
import { Button, ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import type { Selected } from "~/ui/table-selection";
import { usePost } from "~/ui/use-post";
import { useSearch } from "~/ui/use-search";
import { mostToExport } from "./selection";
import { selectionWords } from "./selection-words";

interface SelectionActionsProps {
  selected: Selected;
  mayExport: boolean;
}

export function SelectionActions({ selected: { ids, everything }, mayExport }: SelectionActionsProps) {
  const words = useWords(selectionWords);
  const search = useSearch();
  const { send, busy, refusal } = usePost("/roster/bulk");
  const whom = everything ? { search } : { ids };
  const isTooLong = !everything && ids.length > mostToExport;
  return (
    <>
      <Button icon={Pencil} variant="primary" busy={busy} onPress={() => send(whom)}>
        {words.change}
      </Button>
      <Button icon={FileCheck} busy={busy} onPress={() => send({ ...whom, does: "attach" })}>
        {words.attach}
      </Button>
      {mayExport &&
        (isTooLong ? (
          <Button icon={Download} isDisabled reason={words.tooManyToExport}>
            {words.export}
          </Button>
        ) : (
          <ButtonLink icon={Download} to={`/roster/export${everything ? search : `?ids=${ids.join(",")}`}`}>
            {words.export}
          </ButtonLink>
        ))}
      {refusal && (
        <span role="alert" className="self-center text-caption text-red">
          {refusal}
        </span>
      )}
    </>
  );
}
