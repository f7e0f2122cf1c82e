/** What was understood of a file of units, before anything is written. */
import { Badge, type Tone } from "~/ui/badge";
import { Button } from "~/ui/button";
import { PlainDateField, PlainSelectField, PlainTextField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Card, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { PlainUnitPicker } from "~/units/plain-unit-picker";
import type { Level } from "~/units/unit";
import { unitWords } from "~/units/words";
import type { Preview } from "./import";
import { DifferingTable, FailedTable, UnderstoodTable } from "./import-tables";

interface ImportPreviewProps {
  fileId: string;
  preview: Preview;
  parentNeeded: boolean;
}

const tones: [keyof Preview["counts"], Tone][] = [
  ["added", "green"],
  ["kept", "neutral"],
  ["differing", "blue"],
  ["failed", "amber"],
];

export function ImportPreview({ fileId, preview, parentNeeded }: ImportPreviewProps) {
  const words = useWords(unitWords).import;
  const language = useLanguage();
  const levels = useWords(unitWords).levels;
  const { counts, options, addedByLevel } = preview;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        {tones
          .filter(([key]) => counts[key] > 0)
          .map(([key, tone]) => (
            <Badge key={key} tone={tone}>
              {words.counts[key](showNumber(counts[key], language))}
            </Badge>
          ))}
      </p>
      <Section title={words.options}>
        <Card>
          <ImportOptionsForm preview={preview} parentNeeded={parentNeeded} />
        </Card>
      </Section>
      {counts.added > 0 ? (
        <div className="flex flex-wrap items-center gap-4">
          <PostButton variant="primary" action={`/units/import/${fileId}/commit`} values={{ ...options }}>
            {words.commit(showNumber(counts.added, language))}
          </PostButton>
          <p className="text-soft">
            {words.byLevel}:{" "}
            {addedByLevel
              .map(({ level, count }) => `${levels[level as Level]} ${showNumber(count, language)}`)
              .join(", ")}
          </p>
        </div>
      ) : (
        counts.failed === 0 && <Notice tone="neutral" title={words.nothingNew} />
      )}
      {counts.failed > 0 && <FailedTable preview={preview} />}
      {counts.differing > 0 && <DifferingTable preview={preview} />}
      <UnderstoodTable preview={preview} />
    </>
  );
}

function ImportOptionsForm({ preview, parentNeeded }: Omit<ImportPreviewProps, "fileId">) {
  const words = useWords(unitWords);
  const { options, roots, parentName } = preview;
  return (
    <form method="get" className="grid grid-cols-2 items-start gap-4 phone:grid-cols-1">
      <PlainUnitPicker
        name="parentId"
        label={words.import.parent}
        help={words.import.parentHelp}
        chosen={parentName ? { id: options.parentId, name: parentName } : null}
        required={parentNeeded}
      />
      <PlainDateField
        name="openedOn"
        label={words.fields.openedOn}
        help={words.import.openedOnHelp}
        defaultValue={options.openedOn}
        required
      />
      {roots.length > 1 && roots.length <= 100 && (
        <PlainSelectField
          name="only"
          label={words.import.only}
          placeholder={words.import.everything}
          options={roots.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          defaultValue={options.only}
        />
      )}
      <PlainTextField
        name="reason"
        label={words.fields.reason}
        help={words.form.reasonHelp}
        defaultValue={options.reason}
        maxLength={300}
      />
      <div className="col-span-full">
        <Button type="submit">{words.import.apply}</Button>
      </div>
    </form>
  );
}
