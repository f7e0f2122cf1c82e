/** What is to be done to everybody chosen: one kind of operation, asked for in a form. */
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { releaseReasons } from "~/roster/appointment";
import { recognitionKinds, releaseKinds } from "~/roster/decision";
import { DecisionFields } from "~/roster/decision-fields";
import type { Topic } from "~/roster/record/topic";
import { words as rosterWords } from "~/roster/words";
import { type Choice, DateField, SelectField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";
import { type Doing, type OperationInput, schemas } from "./operation";
import { SeatFields } from "./seat-fields";
import { LanguageChoice, TopicChoice } from "./skill-choices";
import { words as bulkWords } from "./words";

interface OperationFormProps {
  does: Doing;
  values: OperationInput;
  topics: Topic[];
  unit: Choice | null;
  decision: Choice | null;
  cancelTo: string;
}

export function OperationForm({ does, values, topics, unit, decision, cancelTo }: OperationFormProps) {
  const words = useWords(bulkWords);
  const roster = useWords(rosterWords);
  const schema = schemas[does] as unknown as z.ZodType<FieldValues, FieldValues>;
  const form = useZodForm(schema, values);
  return (
    <Form form={form}>
      <p className="text-soft">{words.doingHelp[does]}</p>
      {does === "topics" && <TopicChoice topics={topics} />}
      {does === "languages" && <LanguageChoice />}
      {does === "move" && (
        <>
          <UnitPicker name="unitId" label={words.newUnit} chosen={unit} required />
          <DateField name="on" label={words.movesOn} required />
          <DecisionFields kinds={recognitionKinds} chosen={decision} />
        </>
      )}
      {does === "unit" && <UnitPicker name="unitId" label={words.rightUnit} chosen={unit} required />}
      {does === "end" && (
        <>
          <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
            <DateField name="on" label={words.endsOn} help={words.endsOnHelp} required />
            <SelectField
              name="reason"
              label={words.reason}
              options={releaseReasons.map((value) => ({ value, label: roster.reasons[value] }))}
              required
            />
          </div>
          <SeatFields />
          <DecisionFields kinds={releaseKinds} chosen={decision} />
        </>
      )}
      {does === "attach" && (
        <>
          <SeatFields />
          <DecisionFields kinds={recognitionKinds} chosen={decision} isNeeded />
        </>
      )}
      <FormActions cancelTo={cancelTo}>
        <SubmitButton>{words.showPreview}</SubmitButton>
      </FormActions>
    </Form>
  );
}
