/** Opening a review: its name and last day, which units it asks, and what that comes to. */
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { askAbout } from "~/ui/ask";
import { IconButton } from "~/ui/button";
import { CheckboxesField, type Choice, DateField, TextArea, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { PlainUnitPicker, unitKindWords } from "~/units";
import type { ChosenUnits } from "./choice.server";
import { type NewReviewInput, newReviewSchema, type ReviewInput, reviewSchema } from "./review";
import { words as reviewWords } from "./words";

interface NewReviewFormProps {
  values: NewReviewInput;
  units: Choice[];
  /** The kinds that there are within reach. */
  kinds: NonNullable<NewReviewInput["kinds"]>;
}

export function NewReviewForm({ values, units, kinds }: NewReviewFormProps) {
  const { form: words } = useWords(reviewWords);
  const kindNames = useWords(unitKindWords);
  const form = useZodForm(newReviewSchema, values, { draft: "review-new" });
  return (
    <Form form={form}>
      <FactFields />
      <UnitsField known={units} />
      <CheckboxesField
        name="kinds"
        label={words.kinds}
        help={words.kindsHelp}
        options={kinds.map((value) => ({ value, label: kindNames[value] }))}
      />
      <Preview />
      <FormActions cancelTo="/roster/reviews">
        <SubmitButton>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function ReviewForm({ id, values }: { id: string; values: ReviewInput }) {
  const { form: words } = useWords(reviewWords);
  const form = useZodForm(reviewSchema, values, { draft: `review-${id}` });
  return (
    <Form form={form}>
      <FactFields />
      <FormActions cancelTo={`/roster/reviews/${id}`}>
        <SubmitButton>{words.saveEdit}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function FactFields() {
  const { form: words } = useWords(reviewWords);
  return (
    <>
      <TextField name="name" label={words.name} help={words.nameHelp} maxLength={120} required />
      <DateField name="dueOn" label={words.due} help={words.dueHelp} required />
      <TextArea name="note" label={words.note} help={words.noteHelp} rows={4} maxLength={1000} />
    </>
  );
}

/** Several units, added one at a time. */
function UnitsField({ known }: { known: Choice[] }) {
  const { form: words } = useWords(reviewWords);
  const { watch, setValue, formState } = useFormContext<NewReviewInput>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(
    new Map(known.map(({ id, name }) => [id, name])),
  );
  const [turn, setTurn] = useState(0);
  const chosen = watch("unitIds") ?? [];
  const set = (unitIds: string[]) =>
    setValue("unitIds", unitIds, { shouldDirty: true, shouldValidate: true });
  const error = formState.errors.unitIds?.message;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the picker inside has its own label
    <div role="group" aria-label={words.units} className="flex flex-col gap-1.5">
      <p className="font-medium">{words.units}</p>
      <p className="text-caption text-soft">{words.unitsHelp}</p>
      <ul className="flex flex-col gap-1 empty:hidden">
        {chosen.map((id) => (
          <li
            key={id}
            className="flex items-center justify-between rounded-control border border-line bg-paper pl-3"
          >
            {names.get(id) ?? id}
            <IconButton
              icon={X}
              label={words.remove(names.get(id) ?? id)}
              onPress={() => set(chosen.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
      <PlainUnitPicker
        key={turn}
        name="unit"
        label={words.addUnit}
        onChoose={(choice) => {
          if (!choice) return;
          setNames(new Map(names).set(choice.id, choice.name));
          set([...new Set([...chosen, choice.id])]);
          setTurn(turn + 1);
        }}
      />
      {error && (
        <p role="alert" className="text-table font-medium text-red">
          {error}
        </p>
      )}
    </div>
  );
}

/** What it comes to, asked again a moment after every change. */
function Preview() {
  const { preview: words } = useWords(reviewWords);
  const language = useLanguage();
  const { watch } = useFormContext<NewReviewInput>();
  const [unitIds, kinds] = watch(["unitIds", "kinds"]);
  const asked = JSON.stringify({ unitIds, kinds: kinds ?? [] });
  const [answer, setAnswer] = useState<ChosenUnits | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const choice = JSON.parse(asked) as { unitIds: string[] };
    if (choice.unitIds.length === 0) setAnswer(null);
    const timer = setTimeout(async () => {
      if (choice.unitIds.length === 0) return;
      const found = await askAbout<ChosenUnits>("/roster/reviews/preview", choice, asking.signal);
      if (found) setAnswer(found);
    }, 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [asked]);
  const show = (count: number) => showNumber(count, language);
  const { total = 0, names = [] } = answer?.unanswered ?? {};
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      {answer && (
        <Notice tone={answer.units > 0 ? "blue" : "amber"} title={words.title}>
          {answer.units > 0 ? words.counted(show(answer.units), show(answer.people)) : words.none}
        </Notice>
      )}
      {total > 0 && (
        <Notice tone="amber" title={words.unanswered(show(total))}>
          <p>{words.unansweredHelp}</p>
          <p className="mt-1">
            {names.join(", ")} {total > names.length && words.more(show(total - names.length))}
          </p>
        </Notice>
      )}
      <Notice tone="neutral" title={words.sees}>
        {words.seesHelp}
      </Notice>
    </div>
  );
}
