/** The note on a person, which warns while it is typed of what looks like somebody's personal data. */
import { useFormContext } from "react-hook-form";
import { personalDataIn } from "~/platform/personal-data";
import { words as rosterWords } from "~/roster/words";
import { CheckboxField, TextArea } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { noteWords } from "./note-words";

export function NoteField() {
  const { fields, help } = useWords(rosterWords);
  const words = useWords(noteWords);
  const { watch } = useFormContext<{ note: string }>();
  const found = personalDataIn(watch("note") ?? "");
  return (
    <>
      <TextArea name="note" label={fields.note} help={help.note} rows={4} maxLength={2000} />
      <div aria-live="polite" className="empty:hidden">
        {found.length > 0 && (
          <Notice tone="amber" title={words.warning}>
            <p>{words.found}</p>
            <ul className="my-1 list-disc pl-5">
              {found.map(({ kind, text }) => (
                <li key={`${kind} ${text}`}>
                  <span className="font-semibold">{text}</span> ({words.kinds[kind]})
                </li>
              ))}
            </ul>
            <p>{words.advice}</p>
            <CheckboxField name="noteChecked" label={words.checked} />
          </Notice>
        )}
      </div>
    </>
  );
}
