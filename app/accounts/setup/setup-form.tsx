/** The form of the first start. */

import { words } from "~/accounts/words";
import { PasswordField, PhoneField, SelectField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useLanguage, useWords } from "~/ui/language";
import { levels, levelWords } from "~/units";
import { setupSchema } from "./setup";

export function SetupForm() {
  const say = useWords(words);
  const language = useLanguage();
  const form = useZodForm(setupSchema, {
    code: "",
    department: "",
    level: "province",
    unitCode: "",
    name: "",
    username: "",
    phone: "",
    password: "",
  });
  const options = levels
    .filter((level) => level !== "district_legacy")
    .map((level) => ({ value: level, label: levelWords[language][level] }));
  return (
    <Form form={form}>
      <TextField
        name="code"
        label={say.setupCodeField}
        help={say.setupCodeHelp}
        required
        autoComplete="off"
        autoFocus
      />
      <h2 className="mt-2 text-section font-semibold">{say.setupDepartment}</h2>
      <TextField name="department" label={say.departmentName} help={say.departmentNameHelp} required />
      <SelectField name="level" label={say.departmentLevel} options={options} required />
      <TextField name="unitCode" label={say.departmentCode} help={say.departmentCodeHelp} />
      <h2 className="mt-2 text-section font-semibold">{say.setupAdministrator}</h2>
      <TextField name="name" label={say.name} required autoComplete="name" />
      <TextField
        name="username"
        label={say.username}
        help={say.usernameHelp}
        required
        autoComplete="username"
      />
      <PhoneField name="phone" label={say.phone} help={say.phoneHelp} />
      <PasswordField
        name="password"
        label={say.password}
        help={say.passwordHelp}
        required
        autoComplete="new-password"
      />
      <FormActions>
        <SubmitButton>{say.setupSubmit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
