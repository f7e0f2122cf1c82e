/** Which of their appointments are meant: all, or those of one role and network. */
import { networks, roles } from "~/roster/appointment";
import { words as rosterWords } from "~/roster/words";
import { SelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { words as bulkWords } from "./words";

export function SeatFields() {
  const words = useWords(bulkWords);
  const roster = useWords(rosterWords);
  return (
    <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
      <SelectField
        name="role"
        label={words.role}
        placeholder={words.anyRole}
        options={roles.map((value) => ({ value, label: roster.roles[value] }))}
      />
      <SelectField
        name="network"
        label={words.network}
        placeholder={words.anyNetwork}
        options={networks.map((value) => ({ value, label: roster.networks[value] }))}
      />
    </div>
  );
}
