/** A request beside the record as it is now; each field is taken or not, and what is not taken gets a reason. */
import { useFormContext } from "react-hook-form";
import { TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { ComparedLines } from "./compared-lines";
import { decisionSchema } from "./correction";
import type { ComparedLine } from "./corrections.server";
import { words as ownWords } from "./words";

interface DecisionFormProps {
  lines: ComparedLine[];
  isOnlyNote: boolean;
  version: string;
}

export function DecisionForm({ lines, isOnlyNote, version }: DecisionFormProps) {
  const asked = isOnlyNote ? ["note"] : lines.map(({ field }) => field);
  const form = useZodForm(decisionSchema, { take: asked as string[], reason: "", version });
  return (
    <Form form={form} isWide>
      {isOnlyNote ? <NoteBox /> : <ComparedLines lines={lines} box={(line) => <TakeBox line={line} />} />}
      <Moved />
      <Answer asked={asked.length} />
    </Form>
  );
}

function TakeBox({ line: { field, label } }: { line: ComparedLine }) {
  const { decision } = useWords(ownWords);
  const { register } = useFormContext();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
      <input
        {...register("take")}
        type="checkbox"
        value={field}
        defaultChecked
        aria-label={decision.take(label)}
        className="size-5 shrink-0 accent-accent"
      />
      <span aria-hidden="true">{label}</span>
    </label>
  );
}

function NoteBox() {
  const { decision } = useWords(ownWords);
  const { register } = useFormContext();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        {...register("take")}
        type="checkbox"
        value="note"
        defaultChecked
        className="size-5 shrink-0 accent-accent"
      />
      {decision.done}
    </label>
  );
}

/** The refusal that has no field to stand at. */
function Moved() {
  const { formState } = useFormContext();
  const message = formState.errors.version?.message;
  return message ? (
    <Notice tone="red" role="alert">
      {String(message)}
    </Notice>
  ) : null;
}

function Answer({ asked }: { asked: number }) {
  const { decision, ...words } = useWords(ownWords);
  const { watch } = useFormContext<{ take: string[] }>();
  const taken = watch("take").length;
  const left = asked - taken;
  return (
    <>
      {left > 0 && (
        <div className="max-w-2xl">
          <TextArea
            name="reason"
            label={words.reason}
            help={decision.reasonHelp}
            rows={3}
            maxLength={500}
            required
          />
        </div>
      )}
      <FormActions cancelTo="/roster/corrections">
        <SubmitButton>
          {left === 0 ? decision.takeAll : taken === 0 ? decision.takeNone : decision.takeSome(taken, left)}
        </SubmitButton>
      </FormActions>
    </>
  );
}
