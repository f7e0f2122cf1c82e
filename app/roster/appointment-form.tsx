/** The forms of an appointment: appointing somebody, and changing the dates or the decision of what stands. */
import { type Choice, DateField, SelectField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { levels, levelWords, UnitPicker } from "~/units";
import {
  type AppointmentDatesInput,
  type AppointmentInput,
  appointmentDatesSchema,
  appointmentSchema,
  networks,
  roles,
} from "./appointment";
import { recognitionKinds } from "./decision";
import { DecisionFields } from "./decision-fields";
import { words as rosterWords } from "./words";

interface AppointmentFormProps {
  speakerId: string;
  values: AppointmentInput;
  unit: Choice;
}

export function AppointmentForm({ speakerId, values, unit }: AppointmentFormProps) {
  const words = useWords(rosterWords);
  const level = useWords(levelWords);
  const form = useZodForm(appointmentSchema, values, { draft: `appointment-${speakerId}` });
  return (
    <Form form={form}>
      <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
        <SelectField
          name="role"
          label={words.fields.role}
          options={roles.map((value) => ({ value, label: words.roles[value] }))}
          required
        />
        <SelectField
          name="level"
          label={words.fields.level}
          options={levels.map((value) => ({ value, label: level[value] }))}
          required
        />
      </div>
      <SelectField
        name="network"
        label={words.fields.network}
        options={networks.map((value) => ({ value, label: words.networks[value] }))}
        required
      />
      <UnitPicker name="unitId" label={words.fields.appointmentUnit} chosen={unit} required />
      <Span />
      <DecisionFields kinds={recognitionKinds} startField="startsOn" />
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.form.appointSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}

interface AppointmentDatesFormProps {
  speakerId: string;
  values: AppointmentDatesInput;
  decision: Choice | null;
}

export function AppointmentDatesForm({ speakerId, values, decision }: AppointmentDatesFormProps) {
  const words = useWords(rosterWords);
  const form = useZodForm(appointmentDatesSchema, values);
  return (
    <Form form={form}>
      <Span />
      <DecisionFields kinds={recognitionKinds} chosen={decision} startField="startsOn" />
      <FormActions cancelTo={`/roster/${speakerId}`}>
        <SubmitButton>{words.form.datesSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Span() {
  const words = useWords(rosterWords);
  return (
    <div className="grid grid-cols-2 items-start gap-5 phone:grid-cols-1">
      <DateField name="startsOn" label={words.fields.startsOn} required />
      <DateField name="endsOn" label={words.fields.endsOn} help={words.help.endsOn} />
    </div>
  );
}
