/** The form of a unit: what it is, and from when. */
import { useEffect } from "react";
import type { z } from "zod";
import { type Choice, DateField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { levels, newUnitSchema, type UnitKind, unitChangeSchema, unitKinds, usualLevel } from "./unit";
import { UnitPicker } from "./unit-picker";
import { unitWords } from "./words";

interface NewUnitFormProps {
  values: z.input<typeof newUnitSchema>;
  parent: Choice | null;
  parentNeeded: boolean;
}

export function NewUnitForm({ values, parent, parentNeeded }: NewUnitFormProps) {
  const words = useWords(unitWords);
  const form = useZodForm(newUnitSchema, values, { draft: "unit-new" });
  const kind = form.watch("kind");
  useEffect(() => {
    const level = usualLevel[kind as UnitKind];
    if (level && !form.getFieldState("level").isDirty) form.setValue("level", level);
  }, [kind, form]);
  return (
    <Form form={form}>
      <UnitPicker
        name="parentId"
        label={words.fields.parent}
        help={words.form.parentHelp}
        chosen={parent}
        required={parentNeeded}
      />
      <WhatItIs />
      <DateField name="openedOn" label={words.fields.openedOn} help={words.form.openedOnHelp} required />
      <TextField name="reason" label={words.fields.reason} help={words.form.reasonHelp} maxLength={300} />
      <FormActions cancelTo={parent ? `/units/${parent.id}` : "/units"}>
        <SubmitButton>{words.buttons.add}</SubmitButton>
      </FormActions>
    </Form>
  );
}

interface UnitChangeFormProps {
  id: string;
  values: z.input<typeof unitChangeSchema>;
}

export function UnitChangeForm({ id, values }: UnitChangeFormProps) {
  const words = useWords(unitWords);
  const form = useZodForm(unitChangeSchema, values);
  return (
    <Form form={form}>
      <WhatItIs />
      <DateField name="from" label={words.form.from} help={words.form.fromHelp} required />
      <TextField name="reason" label={words.fields.reason} help={words.form.reasonHelp} maxLength={300} />
      <FormActions cancelTo={`/units/${id}`}>
        <SubmitButton>{words.buttons.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function WhatItIs() {
  const words = useWords(unitWords);
  const options = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  return (
    <>
      <TextField name="name" label={words.fields.name} help={words.form.nameHelp} maxLength={200} required />
      <TextField
        name="shortName"
        label={words.fields.shortName}
        help={words.form.shortNameHelp}
        maxLength={60}
      />
      <SelectField name="kind" label={words.fields.kind} options={options(unitKinds, words.kinds)} required />
      <SelectField name="level" label={words.fields.level} options={options(levels, words.levels)} required />
      <TextField name="code" label={words.fields.code} help={words.form.codeHelp} maxLength={20} />
    </>
  );
}
