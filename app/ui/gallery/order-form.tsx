/** The living page's form: every field there is. */
import { Check } from "lucide-react";
import {
  CheckboxesField,
  CheckboxField,
  ComboboxField,
  DateField,
  FileField,
  NumberField,
  PartialDateField,
  PasswordField,
  PhoneField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Columns } from "~/ui/page";
import { useToast } from "~/ui/toast";
import { orderSchema } from "./sample";
import { galleryWords } from "./words";

export function OrderForm() {
  const words = useWords(galleryWords);
  const toast = useToast();
  const form = useZodForm(
    orderSchema,
    {
      name: "",
      phone: "",
      born: { year: 1975, month: 3 },
      delivery: "2026-11-23",
      pieces: 1200,
      kind: "lotus",
      way: "home",
      extras: ["card"],
      street: "",
      note: "",
      secret: "",
      agree: true,
    },
    { draft: "ui" },
  );
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <Form form={form} onDone={() => toast.show(words.saved)}>
      <TextField name="name" label={words.name} help={words.nameHelp} required />
      <Columns>
        <PhoneField name="phone" label={words.phone} />
        <PasswordField name="secret" label={words.secret} autoComplete="new-password" />
        <DateField name="delivery" label={words.delivery} required />
        <PartialDateField name="born" label={words.born} />
        <NumberField name="pieces" label={words.pieces} unit={words.piecesUnit} required />
        <SelectField name="kind" label={words.kind} options={options(words.kinds)} required />
      </Columns>
      <ComboboxField
        name="street"
        label={words.street}
        help={words.streetHelp}
        source="/ui/sample"
        required
      />
      <RadioField
        name="way"
        label={words.way}
        options={options(words.ways).map((option) =>
          option.value === "home" ? { ...option, help: words.wayHelp } : option,
        )}
        required
      />
      <CheckboxesField name="extras" label={words.extras} options={options(words.extraKinds)} />
      <TextArea name="note" label={words.note} />
      <FileField name="file" label={words.file} help={words.fileHelp} accept=".jpg,.png" />
      <CheckboxField name="agree" label={words.agree} />
      <FormActions cancelTo="/">
        <SubmitButton icon={Check}>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}
