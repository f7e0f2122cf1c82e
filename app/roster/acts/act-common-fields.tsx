/** What holds for everybody on the list of an act. */
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { showDay } from "~/platform/clock";
import { networks, releaseReasons, roles } from "~/roster/appointment";
import { words as rosterWords } from "~/roster/words";
import { DateField, SelectField, TextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { levels, levelWords, UnitPicker } from "~/units";
import type { ActInput } from "./act";
import type { ActKind } from "./act-lines";
import { actWords } from "./act-words";

export interface TermChoice {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

interface ActCommonFieldsProps {
  kind: ActKind;
  terms: TermChoice[];
}

const two = "grid grid-cols-2 items-start gap-5 phone:grid-cols-1";

export function ActCommonFields({ kind, terms }: ActCommonFieldsProps) {
  const words = useWords(actWords);
  const ends = kind === "release" || kind === "replacement";
  return (
    <>
      {kind === "recognition" && <SeatFields />}
      {!ends && <TermFields terms={terms} />}
      <div className={two}>
        <DateField
          name="startsOn"
          label={ends ? words.releasedOn : words.startsOn}
          help={ends ? words.releasedOnHelp : undefined}
          required
        />
        {ends ? <ReasonField /> : <DateField name="endsOn" label={words.endsOn} help={words.endsOnHelp} />}
      </div>
    </>
  );
}

function SeatFields() {
  const words = useWords(actWords);
  const roster = useWords(rosterWords);
  const level = useWords(levelWords);
  return (
    <>
      <div className={two}>
        <SelectField
          name="role"
          label={words.role}
          options={roles.map((value) => ({ value, label: roster.roles[value] }))}
          required
        />
        <SelectField
          name="level"
          label={words.level}
          options={levels.map((value) => ({ value, label: level[value] }))}
          required
        />
      </div>
      <SelectField
        name="network"
        label={words.network}
        options={networks.map((value) => ({ value, label: roster.networks[value] }))}
        required
      />
      <UnitPicker name="unitId" label={words.unit} help={words.unitHelp} />
    </>
  );
}

/** A term that is chosen brings its last day along. */
function TermFields({ terms }: { terms: TermChoice[] }) {
  const words = useWords(actWords);
  const { watch, setValue } = useFormContext<ActInput>();
  const term = watch("term");
  const before = useRef(term);
  useEffect(() => {
    if (term === before.current) return;
    before.current = term;
    const chosen = terms.find(({ id }) => id === term);
    if (chosen) setValue("endsOn", chosen.endsOn, { shouldDirty: true });
  }, [term, terms, setValue]);
  return (
    <div className={two}>
      <SelectField
        name="term"
        label={words.term}
        placeholder={words.noTerm}
        options={[
          ...terms.map(({ id, name, startsOn, endsOn }) => ({
            value: id,
            label: `${name} (${showDay(startsOn)} – ${showDay(endsOn)})`,
          })),
          { value: "new", label: words.newTerm },
        ]}
      />
      {term === "new" && <TextField name="termName" label={words.termName} maxLength={60} required />}
    </div>
  );
}

function ReasonField() {
  const words = useWords(actWords);
  const roster = useWords(rosterWords);
  return (
    <SelectField
      name="reason"
      label={words.reasonForAll}
      help={words.reasonHelp}
      options={releaseReasons.map((value) => ({ value, label: roster.reasons[value] }))}
      required
    />
  );
}
