/** Which decision stands behind it: one on file, a new one, or unknown for now. */
import { useFormContext } from "react-hook-form";
import { today } from "~/platform/clock";
import { type Choice, ComboboxField, DateField, RadioField, SelectField, TextField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { type DecisionChoiceInput, type DecisionKind, decisionDoubts } from "./decision";
import { words as rosterWords } from "./words";

interface DecisionFieldsProps {
  kinds: readonly DecisionKind[];
  chosen?: Choice | null;
  /** The form's field with the first day, to compare the date with. */
  startField?: "startsOn";
  /** Nothing is done here without a decision. */
  isNeeded?: boolean;
}

export function DecisionFields({ kinds, chosen, startField, isNeeded = false }: DecisionFieldsProps) {
  const words = useWords(rosterWords);
  const { watch } = useFormContext<{ decision: DecisionChoiceInput; startsOn?: string }>();
  const { choice, decidedOn } = watch("decision");
  const startsOn = watch("startsOn");
  return (
    <div className="flex flex-col gap-4 rounded-card border border-line p-4">
      <RadioField
        name="decision.choice"
        label={words.fields.decision}
        options={[
          { value: "new", label: words.choices.decision.new },
          { value: "existing", label: words.choices.decision.existing },
          ...(isNeeded
            ? []
            : [
                {
                  value: "unknown",
                  label: words.choices.decision.unknown,
                  help: startField && words.choices.unknownDecision,
                },
              ]),
        ]}
      />
      {choice === "existing" && (
        <ComboboxField
          name="decision.id"
          label={words.fields.decision}
          help={words.help.existingDecision}
          source="/roster/decisions/choices"
          chosen={chosen}
          required
        />
      )}
      {choice === "new" && (
        <>
          <div className="grid grid-cols-2 items-start gap-4 phone:grid-cols-1">
            <TextField
              name="decision.number"
              label={words.fields.decisionNumber}
              help={words.help.decisionNumber}
              maxLength={60}
              required
            />
            <DateField name="decision.decidedOn" label={words.fields.decidedOn} required />
          </div>
          <DecisionDoubts decidedOn={decidedOn ?? null} startsOn={startField ? startsOn : null} />
          <SelectField
            name="decision.kind"
            label={words.fields.kind}
            options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            required
          />
          <TextField name="decision.issuer" label={words.fields.issuer} maxLength={200} />
          <TextField name="decision.signer" label={words.fields.signer} maxLength={120} />
        </>
      )}
    </div>
  );
}

/** Said, never refused: the department's own papers hold such dates. */
export function DecisionDoubts({
  decidedOn,
  startsOn,
}: {
  decidedOn: string | null;
  startsOn?: string | null;
}) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const isDay = /^\d{4}-\d{2}-\d{2}$/;
  if (!decidedOn || !isDay.test(decidedOn)) return null;
  const doubts = decisionDoubts(decidedOn, today(), startsOn && isDay.test(startsOn) ? startsOn : null);
  if (doubts.length === 0) return null;
  return (
    <Notice tone="amber" role="status" title={words.form.warning}>
      {doubts.map((doubt) => doubt[language]).join(" ")}
    </Notice>
  );
}
