/** The fields of who a person is, how to reach them, and what they do. */
import type { ReactNode } from "react";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { type Choice, PartialDateField, PhoneField, SelectField, TextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";

export function PersonFields({ unit }: { unit: Choice | null }) {
  return (
    <>
      <NameField />
      <Pair>
        <BirthField />
        <GenderField />
      </Pair>
      <UnitField unit={unit} />
      <GivenNameField />
    </>
  );
}

export function NameField() {
  const { fields, help } = useWords(rosterWords);
  return <TextField name="fullName" label={fields.fullName} help={help.fullName} maxLength={120} required />;
}

export function BirthField() {
  const { fields, help } = useWords(rosterWords);
  return <PartialDateField name="birth" label={fields.birth} help={help.birth} />;
}

export function GivenNameField() {
  const { fields, help } = useWords(rosterWords);
  return <TextField name="givenName" label={fields.givenName} help={help.givenName} maxLength={60} />;
}

export function UnitField({ unit }: { unit: Choice | null }) {
  const { fields, help } = useWords(rosterWords);
  return <UnitPicker name="unitId" label={fields.unit} help={help.unit} chosen={unit} required />;
}

export function GenderField() {
  const { fields, genders: labels, choices } = useWords(rosterWords);
  return (
    <SelectField
      name="gender"
      label={fields.gender}
      placeholder={choices.noneGiven}
      options={genders.map((value) => ({ value, label: labels[value] }))}
    />
  );
}

export function PhoneNumberField() {
  const { fields, help } = useWords(rosterWords);
  return <PhoneField name="phone" label={fields.phone} help={help.phone} />;
}

export function EmailField() {
  const { fields } = useWords(rosterWords);
  return <TextField name="email" type="email" label={fields.email} maxLength={200} />;
}

export function WorkFields() {
  const { fields, help, theory, choices } = useWords(rosterWords);
  return (
    <>
      <TextField name="position" label={fields.position} maxLength={200} />
      <TextField name="workplace" label={fields.workplace} help={help.workplace} maxLength={200} />
      <Pair>
        <TextField name="education" label={fields.education} help={help.education} maxLength={200} />
        <SelectField
          name="politicalTheory"
          label={fields.politicalTheory}
          placeholder={choices.noneGiven}
          options={politicalTheoryLevels.map((value) => ({ value, label: theory[value] }))}
        />
      </Pair>
    </>
  );
}

export function Pair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">{children}</div>;
}
