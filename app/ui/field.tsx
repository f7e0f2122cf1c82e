/** Every field a form may hold, by one name: those that read the form, and plain ones for forms without JavaScript. */
export {
  CheckboxesField,
  CheckboxField,
  type Option,
  PlainCheckboxField,
  PlainSelectField,
  RadioField,
  SelectField,
} from "./fields/choice-fields";
export { type Choice, ComboboxField, PlainComboboxField } from "./fields/combobox";
export { FileField } from "./fields/file-field";
export type { FieldProps } from "./fields/frame";
export {
  PasswordField,
  PhoneField,
  PlainPasswordField,
  PlainTextField,
  TextArea,
  TextField,
} from "./fields/text-fields";
export { DateField, NumberField, PartialDateField, PlainDateField } from "./fields/typed-fields";
