/** While a person is being added: who is there already and may be the same. A hint, never an obstacle. */
import { useFormContext } from "react-hook-form";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { useGet } from "~/ui/use-get";
import type { SimilarPerson } from "./similar.server";
import type { SpeakerInput } from "./speaker";
import { words as rosterWords } from "./words";

/** Asks again this long after the last letter. */
const pause = 350;

export function SimilarPeople() {
  const words = useWords(rosterWords);
  const { watch } = useFormContext<SpeakerInput>();
  const [fullName, birth, phone, unitId] = watch(["fullName", "birth", "phone", "unitId"]);
  const asked = new URLSearchParams({
    fullName,
    birthYear: String(birth?.year ?? ""),
    phone: phone ?? "",
    unitId,
  }).toString();
  const people = useGet<{ people: SimilarPerson[] }>(`/roster/similar?${asked}`, pause)?.people ?? [];
  return (
    <div aria-live="polite" className="empty:hidden">
      {people.length > 0 && (
        <Notice tone="amber" title={words.form.similarTitle}>
          <p>{words.form.similar}</p>
          <ul className="mt-2 flex flex-col gap-1">
            {people.map((person) => (
              <li key={person.id}>
                <a
                  href={`/roster/${person.id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="inline-flex min-h-9 flex-wrap items-center gap-x-2 underline underline-offset-4 phone:min-h-11"
                >
                  <span className="font-semibold">{person.fullName}</span>
                  <span>
                    {[person.birthYear && words.form.similarBirth(String(person.birthYear)), person.unitName]
                      .filter(Boolean)
                      .join(", ")}
                  </span>
                </a>{" "}
                <span className="text-caption text-soft">({reasons(person).join(", ")})</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );

  function reasons({ sameName, samePhone, sameBirth, sameUnit }: SimilarPerson): string[] {
    const { form } = words;
    return [
      samePhone && form.samePhone,
      sameName ? form.sameName : !samePhone && form.sameWords,
      sameBirth && form.sameBirth,
      sameUnit && form.sameUnit,
    ].filter((reason): reason is string => Boolean(reason));
  }
}
