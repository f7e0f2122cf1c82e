/** Every field a form may hold, by one name: those that read the form, and plain ones for forms without JavaScript. */
export { CheckboxesField, CheckboxField, RadioField, SelectField } from "./fields/choice-fields";
export type { Option } from "./fields/choice-inputs";
export { type Choice, PlainComboboxField } from "./fields/combobox";
export { ComboboxField } from "./fields/combobox-field";
export { FileField } from "./fields/file-field";
export type { FieldProps } from "./fields/frame";
export {
  PlainDateField,
  PlainPasswordField,
  PlainSelectField,
  PlainTextField,
} from "./fields/plain-fields";
export { PasswordField, PhoneField, TextArea, TextField } from "./fields/text-fields";
export { DateField, NumberField, PartialDateField } from "./fields/typed-fields";
