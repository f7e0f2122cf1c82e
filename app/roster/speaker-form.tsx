/** The form that adds a person. */
import type { Choice } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { NoteField } from "./record/note-field";
import {
  BirthField,
  EmailField,
  GenderField,
  GivenNameField,
  NameField,
  Pair,
  PhoneNumberField,
  UnitField,
  WorkFields,
} from "./record/person-fields";
import { SimilarPeople } from "./similar-people";
import { newSpeakerSchema, type SpeakerInput } from "./speaker";
import { words as rosterWords } from "./words";

interface NewSpeakerFormProps {
  values: SpeakerInput & { id: string };
  unit: Choice | null;
}

export function NewSpeakerForm({ values, unit }: NewSpeakerFormProps) {
  const words = useWords(rosterWords);
  const form = useZodForm(newSpeakerSchema, values, { draft: "speaker-new" });
  return (
    <Form form={form}>
      <NameField />
      <Pair>
        <BirthField />
        <PhoneNumberField />
      </Pair>
      <SimilarPeople />
      <UnitField unit={unit} />
      <Pair>
        <GenderField />
        <EmailField />
      </Pair>
      <WorkFields />
      <NoteField />
      <GivenNameField />
      <FormActions cancelTo="/roster">
        <SubmitButton>{words.form.addSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
