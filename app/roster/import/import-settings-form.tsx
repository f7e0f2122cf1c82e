/** The form of what holds for everybody in the file. */
import { networks, roles } from "~/roster/appointment";
import { recognitionKinds } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import { Button } from "~/ui/button";
import { DateField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { levels, levelWords, UnitPicker } from "~/units";
import { importSettingsSchema } from "./choices";
import type { ImportPage } from "./import-page.server";
import { words as importWords } from "./words";

export function SettingsForm({ id, page, onDone }: { id: string; page: ImportPage; onDone: () => void }) {
  const words = useWords(importWords).settings;
  const roster = useWords(rosterWords);
  const levelNames = useWords(levelWords);
  const { decision, ...settings } = page.settings;
  const form = useZodForm(importSettingsSchema, {
    ...settings,
    kind: settings.kind ?? "",
    level: settings.level ?? "",
    decision: { ...decision, number: decision.number ?? "", issuer: decision.issuer ?? "" },
  });
  const options = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  return (
    <Form form={form} action={`/roster/import/${id}/settings`} onDone={onDone}>
      <UnitPicker name="unitId" label={words.unit} help={words.unitHelp} chosen={page.unit} required />
      <TextField name="decision.number" label={words.number} help={words.decisionHelp} maxLength={60} />
      <DateField name="decision.decidedOn" label={words.decidedOn} />
      <TextField name="decision.issuer" label={words.issuer} maxLength={200} />
      <SelectField
        name="decision.kind"
        label={words.kind}
        options={options(recognitionKinds, roster.kinds)}
        required
      />
      <DateField name="startsOn" label={words.startsOn} help={words.startsOnHelp} />
      <SelectField
        name="kind"
        label={words.role}
        options={options(roles, roster.roles)}
        placeholder={words.roleNone}
      />
      <SelectField
        name="network"
        label={words.network}
        options={options(networks, roster.networks)}
        required
      />
      <SelectField
        name="level"
        label={words.level}
        options={options(levels, levelNames)}
        placeholder={words.levelOfUnit}
      />
      <FormActions>
        <SubmitButton>{words.save}</SubmitButton>
        <Button variant="quiet" onPress={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
