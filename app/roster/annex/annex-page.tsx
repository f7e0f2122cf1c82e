/** The settings of annexes: the layout, the department's own templates, and the fields that they may hold. */
import { Download } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { RadioField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { DataTable } from "~/ui/table";
import { UploadForm } from "~/ui/upload-form";
import { type Layout, layouts } from "./annex-content";
import { annexFields } from "./annex-fields";
import { type AnnexSettings, annexSettingsSchema } from "./annex-settings";
import { annexWords } from "./annex-words";

export function AnnexSettingsForm({ values }: { values: AnnexSettings }) {
  const words = useWords(annexWords);
  const form = useZodForm(annexSettingsSchema, values);
  return (
    <Form form={form}>
      <RadioField
        name="layout"
        label={words.layout}
        help={words.layoutHelp}
        options={layouts.map((value) => ({ value, label: words.layouts[value] }))}
      />
      <TextField name="place" label={words.place} help={words.placeHelp} maxLength={60} />
      <FormActions>
        <SubmitButton>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function AnnexTemplates({ templates }: { templates: Record<Layout, string | null> }) {
  const words = useWords(annexWords);
  return (
    <Section title={words.own}>
      <p className="text-soft">{words.ownHelp}</p>
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        {layouts.map((layout) => (
          <AnnexTemplate key={layout} layout={layout} name={templates[layout]} />
        ))}
      </div>
    </Section>
  );
}

function AnnexTemplate({ layout, name }: { layout: Layout; name: string | null }) {
  const words = useWords(annexWords);
  const to = `/roster/annex/templates/${layout}`;
  return (
    <Card>
      <div className="flex flex-col items-start gap-4">
        <div>
          <h3 className="font-semibold">{words.layouts[layout]}</h3>
          <p className="text-soft wrap-anywhere">{name ? words.uses(name) : words.usesOurs}</p>
        </div>
        <ButtonLink to={to} icon={Download} download>
          {words.download}
        </ButtonLink>
        <div className="w-full">
          <UploadForm action={to} label={words.upload} accept=".docx" busyText={words.busy} />
        </div>
        {name && (
          <PostButton action={`${to}/removal`} variant="danger">
            {words.remove}
          </PostButton>
        )}
      </div>
    </Card>
  );
}

export function AnnexFields() {
  const words = useWords(annexWords);
  return (
    <Section title={words.fieldsTitle}>
      <p className="text-soft">{words.fieldsHelp}</p>
      <DataTable
        label={words.fieldsTitle}
        columns={[
          { key: "field", label: words.field, always: true, cell: (field) => <code>{`{${field}}`}</code> },
          { key: "meaning", label: words.meaning, cell: (field) => words.meanings[field] },
        ]}
        rows={[...annexFields]}
        rowKey={(field) => field}
        empty={null}
      />
    </Section>
  );
}
