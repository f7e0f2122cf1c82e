/** When somebody else saved the record in the meantime: both versions side by side, and nothing typed lost. */
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { readPhone, showPhone } from "~/platform/phone";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { useGet } from "~/ui/use-get";
import { type SpeakerInput, showPartialDay } from "./speaker";
import { words as rosterWords } from "./words";

/** What is stored now: the answer of /roster/:id/values. */
export interface StoredVersion {
  values: SpeakerInput & { revision: number };
  unitName: string;
}

type Values = StoredVersion["values"];
type Field = Exclude<keyof SpeakerInput, "unitId">;

export function VersionConflict({ id }: { id: string }) {
  const words = useWords(rosterWords);
  const { formState, getValues, setValue, clearErrors, watch } = useFormContext<Values>();
  const stored = useGet<StoredVersion>(formState.errors.revision ? `/roster/${id}/values` : null);
  watch();
  const isOutdated = stored !== undefined && stored.values.revision !== getValues("revision");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed stands far below.
    if (isOutdated) box.current?.focus();
  }, [isOutdated]);
  if (!isOutdated) return null;

  const mine = getValues();
  const different = fields.filter((field) => shown(field, mine) !== shown(field, stored.values));
  function keepMine() {
    if (!stored) return;
    setValue("revision", stored.values.revision);
    clearErrors("revision");
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
        {different.length > 0 && (
          <ul className="mt-3 flex flex-col gap-3">
            {different.map((field) => (
              <li key={field} className="border-t border-line pt-3">
                <p className="font-semibold">{words.fields[field]}</p>
                <p>
                  <span className="text-soft">{words.form.mine}: </span>
                  {shown(field, mine) || words.form.empty}
                </p>
                <p>
                  <span className="text-soft">{words.form.theirs}: </span>
                  {shown(field, stored.values) || words.form.empty}
                </p>
                <Button
                  variant="quiet"
                  onPress={() => setValue(field, stored.values[field], { shouldDirty: true })}
                >
                  {words.form.useTheirs}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );

  function shown(field: Field, values: SpeakerInput): string {
    if (field === "birth") return values.birth ? showPartialDay(values.birth) : "";
    if (field === "gender") return values.gender ? words.genders[values.gender] : "";
    if (field === "politicalTheory")
      return values.politicalTheory ? words.theory[values.politicalTheory] : "";
    if (field === "phone") return showPhone(readPhone(values.phone ?? "") ?? values.phone ?? "");
    return values[field] ?? "";
  }
}

const fields: Field[] = [
  "fullName",
  "birth",
  "phone",
  "position",
  "workplace",
  "gender",
  "email",
  "education",
  "politicalTheory",
  "note",
  "givenName",
];
