/** Why somebody stops: the reasons of the roster. */
import { releaseReasons } from "~/roster/appointment";
import { words as rosterWords } from "~/roster/words";
import { SelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { markWords } from "./mark-words";

export function ReasonField() {
  const { sheet } = useWords(markWords);
  const { reasons } = useWords(rosterWords);
  return (
    <SelectField
      name="reason"
      label={sheet.reason}
      options={releaseReasons.map((value) => ({ value, label: reasons[value] }))}
      required
    />
  );
}
