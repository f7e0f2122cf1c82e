/** The forms about an account: a new one with its first role, and who it is. */
import { type AccountValues, accountSchema, grantSchema, newAccountSchema } from "~/accounts/account";
import { roles } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { words } from "~/accounts/words";
import { type Choice, ComboboxField, PhoneField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { UnitPicker } from "~/units";

export function NewAccountForm({ onDone }: { onDone?: (answer: unknown) => void }) {
  const say = useWords(words);
  const form = useZodForm(
    newAccountSchema,
    { name: "", username: "", phone: "", speakerId: "", role: undefined, unitId: "" },
    { draft: "account-new" },
  );
  return (
    <Form form={form} onDone={onDone}>
      <IdentityFields />
      <GrantFields />
      <FormActions cancelTo="/accounts">
        <SubmitButton>{say.newAccountSubmit}</SubmitButton>
      </FormActions>
    </Form>
  );
}

interface AccountFormProps {
  id: string;
  values: AccountValues;
  speaker: Choice | null;
}

export function AccountForm({ id, values, speaker }: AccountFormProps) {
  const say = useWords(words);
  const form = useZodForm(accountSchema, values);
  return (
    <Form form={form}>
      <IdentityFields speaker={speaker} />
      <FormActions cancelTo={`/accounts/${id}`}>
        <SubmitButton>{say.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function GrantForm({ id }: { id: string }) {
  const say = useWords(words);
  const form = useZodForm(grantSchema, { role: undefined, unitId: "" });
  return (
    <Form form={form}>
      <GrantFields />
      <FormActions cancelTo={`/accounts/${id}`}>
        <SubmitButton>{say.grantRole}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function IdentityFields({ speaker }: { speaker?: Choice | null }) {
  const say = useWords(words);
  return (
    <>
      <TextField name="name" label={say.name} required autoComplete="off" />
      <TextField name="username" label={say.username} help={say.usernameHelp} autoComplete="off" />
      <PhoneField name="phone" label={say.phone} help={say.phoneHelp} />
      <ComboboxField
        name="speakerId"
        label={say.speaker}
        help={say.speakerHelp}
        source="/accounts/speaker-choices"
        chosen={speaker}
      />
    </>
  );
}

function GrantFields() {
  const say = useWords(words);
  const roleNames = useWords(roleWords);
  const options = roles.map((role) => ({ value: role, label: roleNames[role] }));
  return (
    <>
      <SelectField name="role" label={say.role} options={options} required />
      <UnitPicker name="unitId" label={say.unit} help={say.unitHelp} required />
    </>
  );
}
