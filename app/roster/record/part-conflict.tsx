/** When somebody else saved the same part meanwhile: both versions side by side, and nothing typed lost. */
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { showDay } from "~/platform/clock";
import { readPhone, showPhone } from "~/platform/phone";
import { type PartialDay, showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { useGet } from "~/ui/use-get";
import { languageWords } from "./language-words";
import type { PartInput, RecordPart } from "./part";
import { withRows } from "./part-rows";
import { skillWords } from "./skill-words";
import type { Topic } from "./topic";
import { words as recordWords } from "./words";

/** What is stored now: the answer of /roster/:id/values. */
export interface StoredPart {
  values: PartInput[RecordPart];
  version: string;
}

interface PartConflictProps {
  speakerId: string;
  part: RecordPart;
  topics: Topic[];
}

export function PartConflict({ speakerId, part, topics }: PartConflictProps) {
  const words = useWords(rosterWords);
  const show = useShown(topics);
  const labels: Record<string, string> = { ...useWords(recordWords).fields, ...words.fields };
  const { formState, getValues, setValue, clearErrors, watch } = useFormContext();
  const stored = useGet<StoredPart>(
    formState.errors.version ? `/roster/${speakerId}/values?part=${part}` : null,
  );
  watch();
  const isOutdated = stored !== undefined && stored.version !== getValues("version");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed stands far below.
    if (isOutdated) box.current?.focus();
  }, [isOutdated]);
  if (!isOutdated) return null;

  const theirs = withRows(part, stored.values, topics) as Record<string, unknown>;
  const mine = getValues();
  const different = Object.keys(theirs).filter(
    (field) => show(field, mine[field]) !== show(field, theirs[field]),
  );
  function keepMine() {
    if (!stored) return;
    setValue("version", stored.version);
    clearErrors("version");
  }
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-24">
      <Notice
        tone="amber"
        role="alert"
        title={words.form.conflictTitle}
        actions={<Button onPress={keepMine}>{words.form.keepMine}</Button>}
      >
        <p>{different.length > 0 ? words.form.conflict : words.form.sameNow}</p>
        <ul className="mt-3 flex flex-col gap-3 empty:hidden">
          {different.map((field) => (
            <li key={field} className="border-t border-line pt-3">
              <p className="font-semibold">{labels[field]}</p>
              <p>
                <span className="text-soft">{words.form.mine}: </span>
                {show(field, mine[field]) || words.form.empty}
              </p>
              <p>
                <span className="text-soft">{words.form.theirs}: </span>
                {show(field, theirs[field]) || words.form.empty}
              </p>
              <Button variant="quiet" onPress={() => setValue(field, theirs[field], { shouldDirty: true })}>
                {words.form.useTheirs}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Each field as a line of text, to compare and to read. */
function useShown(topics: Topic[]): (field: string, value: unknown) => string {
  const { genders, theory } = useWords(rosterWords);
  const words = useWords(recordWords);
  const skills = useWords(skillWords);
  const names = useWords(languageWords);
  const of: Record<string, (value: never) => string> = {
    birth: (birth: PartialDay) => showPartialDay(birth),
    gender: (gender: keyof typeof genders) => genders[gender],
    politicalTheory: (level: keyof typeof theory) => theory[level],
    phone: (phone: string) => showPhone(readPhone(phone) ?? phone),
    unitId: () => "",
    topics: (levels: PartInput["topics"]["topics"]) =>
      topics
        .flatMap(({ id, name }) => (levels[id] ? [`${name}: ${skills.topicLevels[levels[id]]}`] : []))
        .join("; "),
    languages: (rows: PartInput["languages"]["languages"]) =>
      rows
        .flatMap(({ language, level, written }) =>
          language
            ? [`${names[language]} (${skills.languageLevels[level]}${written ? `, ${words.written}` : ""})`]
            : [],
        )
        .join("; "),
    weekly: (parts: string[]) =>
      parts
        .map((part) => part.split("-") as ["1", "morning"])
        .map(([day, part]) => `${words.weekdaysShort[day]} ${words.dayParts[part].toLowerCase()}`)
        .join(", "),
    exceptions: (rows: PartInput["availability"]["exceptions"]) =>
      rows
        .flatMap(({ firstDay, lastDay, part, available }) =>
          firstDay
            ? [
                `${words.exceptionSpan(showDay(firstDay), showDay(lastDay || firstDay))} ${words.dayParts[part]} ${available === "yes" ? words.canThen : words.cannotThen}`,
              ]
            : [],
        )
        .join("; "),
  };
  return (field, value) => (value ? (of[field]?.(value as never) ?? String(value)) : "");
}
