/** A row of the file, typed over in place; what is typed is read by the same rules as the file. */
import { roles } from "~/roster/appointment";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { Button } from "~/ui/button";
import { PhoneField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { usePost } from "~/ui/use-post";
import { UnitPicker } from "~/units";
import type { TypedField } from "./check";
import { rowFixSchema } from "./choices";
import { faultyTexts } from "./fixing/faults";
import type { ShownRow } from "./import-page.server";
import { words as importWords } from "./words";

interface RowFixFormProps {
  id: string;
  row: ShownRow;
  onDone: () => void;
}

export function RowFixForm({ id, row, onDone }: RowFixFormProps) {
  const words = useWords(importWords);
  const roster = useWords(rosterWords);
  const form = useZodForm(rowFixSchema, { sheet: row.sheet, row: row.row, values: valuesOf(row) });
  const options = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  const { person } = row;
  const unit = person?.unitId && person.unitName ? { id: person.unitId, name: person.unitName } : null;
  return (
    <Form form={form} action={`/roster/import/${id}/rows`} onDone={onDone}>
      {row.problems.length > 0 && (
        <Notice tone="amber">
          {row.problems.map(({ code, text }) => (
            <p key={code}>{words.problems[code](text)}</p>
          ))}
        </Notice>
      )}
      {row.state === "left_out" && <p className="text-table text-soft">{row.line}</p>}
      <TextField name="values.fullName" label={roster.fields.fullName} maxLength={120} />
      <TextField name="values.birth" label={roster.fields.birth} help={roster.help.birth} maxLength={40} />
      <SelectField
        name="values.gender"
        label={roster.fields.gender}
        options={options(genders, roster.genders)}
        placeholder="—"
      />
      <PhoneField name="values.phone" label={roster.fields.phone} help={roster.help.phone} />
      <TextField name="values.email" label={roster.fields.email} maxLength={200} />
      <UnitPicker name="values.unitId" label={words.rows.unit} help={words.rows.unitEmpty} chosen={unit} />
      <SelectField
        name="values.kind"
        label={roster.fields.role}
        options={options(roles, roster.roles)}
        placeholder="—"
      />
      <TextField name="values.position" label={roster.fields.position} maxLength={200} />
      <TextField name="values.education" label={roster.fields.education} maxLength={200} />
      <SelectField
        name="values.politicalTheory"
        label={roster.fields.politicalTheory}
        options={options(politicalTheoryLevels, roster.theory)}
        placeholder="—"
      />
      <TextField name="values.note" label={roster.fields.note} maxLength={2000} />
      <FormActions>
        <SubmitButton>{words.rows.save}</SubmitButton>
        {row.typed && <BackButton id={id} row={row} onDone={onDone} />}
      </FormActions>
    </Form>
  );
}

function valuesOf({ person, problems }: ShownRow): Partial<Record<TypedField, string>> {
  const values = {
    fullName: person?.fullName ?? "",
    birth: person?.birth ?? "",
    gender: person?.gender ?? "",
    phone: person?.phone ?? "",
    email: person?.email ?? "",
    unitId: person?.unitId ?? "",
    kind: person?.kind ?? "",
    position: person?.position ?? "",
    education: person?.education ?? "",
    politicalTheory: person?.politicalTheory ?? "",
    note: person?.note ?? "",
  };
  return { ...values, ...faultyTexts(problems) };
}

function BackButton({ id, row, onDone }: RowFixFormProps) {
  const words = useWords(importWords).rows;
  const { busy, send } = usePost(`/roster/import/${id}/rows`);
  return (
    <Button
      variant="quiet"
      busy={busy}
      onPress={() => {
        send({ sheet: row.sheet, row: row.row, values: null });
        onDone();
      }}
    >
      {words.back}
    </Button>
  );
}
