/** The form that asks how a list is handed out: the browser's own, so that it works before and without scripts. */
import { Download } from "lucide-react";
import { Button, ButtonLink } from "~/ui/button";
import { PlainTextField } from "~/ui/field";
import { Tick } from "~/ui/fields/choice-inputs";
import { Frame } from "~/ui/fields/frame";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Card } from "~/ui/page";
import { formats, largeExport } from "./export-choice";
import { exportWords } from "./words";

interface ExportFormProps {
  /** The proposed name, or what was typed when it was refused. */
  name: string;
  format?: string;
  columns?: string;
  error?: string;
  isLarge: boolean;
  /** The list, as it is filtered. */
  backTo: string;
}

export function ExportForm({
  name,
  format = "xlsx",
  columns = "shown",
  error,
  isLarge,
  backTo,
}: ExportFormProps) {
  const words = useWords(exportWords);
  const limit = showNumber(largeExport, useLanguage());
  return (
    <Card>
      <form method="post" className="flex max-w-2xl flex-col gap-5">
        <Choices
          name="format"
          label={words.format}
          chosen={format}
          choices={formats.map((value) => ({
            value,
            label: words.formats[value],
            help: words.formatHelp[value],
          }))}
        />
        <Choices
          name="columns"
          label={words.columns}
          help={words.columnHelp}
          chosen={columns}
          choices={(["shown", "all"] as const).map((value) => ({
            value,
            label: words.columnChoices[value],
          }))}
        />
        <PlainTextField
          name="name"
          label={words.name}
          help={words.nameHelp}
          defaultValue={name}
          error={error}
          required
        />
        {isLarge ? (
          <Notice>{words.large(limit)}</Notice>
        ) : (
          <Tick label={words.later} help={words.laterHelp}>
            <input type="checkbox" name="later" value="yes" className="size-5 accent-accent" />
          </Tick>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" icon={Download}>
            {words.export}
          </Button>
          <ButtonLink to={backTo} variant="quiet">
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}

interface ChoicesProps {
  name: string;
  label: string;
  help?: string;
  chosen: string;
  choices: { value: string; label: string; help?: string }[];
}

function Choices({ name, label, help, chosen, choices }: ChoicesProps) {
  return (
    <Frame group label={label} help={help}>
      {() =>
        choices.map((choice) => (
          <Tick key={choice.value} label={choice.label} help={choice.help}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              className="size-5 accent-accent"
            />
          </Tick>
        ))
      }
    </Frame>
  );
}
