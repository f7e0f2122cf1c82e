/** Two records side by side: what stays is chosen row by row, and what becomes of the rest is said before. */
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { fuller, type MergeField, type MergeInput, mergeFields, mergeSchema } from "./merge";
import { MergeAppointments } from "./merge-appointments";
import { MergeFields } from "./merge-fields";
import type { MergePreview } from "./merge-preview.server";
import { words as doubleWords } from "./words";

interface MergeFormProps {
  preview: MergePreview;
  undoneTo: string;
}

export function MergeForm({ preview, undoneTo }: MergeFormProps) {
  const { merge } = useWords(doubleWords);
  const form = useZodForm(mergeSchema, choicesFor(preview));
  return (
    <Form form={form}>
      <Section title={merge.fields}>
        <MergeFields preview={preview} />
      </Section>
      <Section title={merge.appointments}>
        <MergeAppointments preview={preview} />
      </Section>
      {preview.united.length > 0 && (
        <Section title={merge.united}>
          <p className="text-soft">{merge.unitedHelp}</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {preview.united.map(({ table, count }) => (
              <li key={table}>
                {count} {(merge.counts as Record<string, string>)[table] ?? merge.others}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Notice tone="blue">{merge.undoHelp(undoneTo)}</Notice>
      <FormActions cancelTo="/roster/duplicates">
        <SubmitButton>{merge.confirm}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** The fuller of each pair; of two that differ the record's that stays. */
function choicesFor({ fields, clashes, one, other }: MergePreview): MergeInput {
  const chosen = mergeFields.map((field) => {
    const row = fields.find((found) => found.field === field);
    const differingNote = field === "note" && row?.one && row.other && row.one !== row.other;
    return [field, differingNote ? "both" : fuller(row?.one ?? null, row?.other ?? null)] as const;
  });
  return {
    fields: Object.fromEntries(chosen) as Record<MergeField, "one" | "other" | "both">,
    private: "one",
    account: "one",
    appointments: Object.fromEntries(
      clashes.map(({ key, isContradictory }) => [key, isContradictory ? "" : "join"]),
    ),
    revisions: { one: one.revision, other: other.revision },
  };
}
