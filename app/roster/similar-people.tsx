/** While a person is being added: who is there already and may be the same, and why. A hint, never an obstacle. */
import { useFormContext } from "react-hook-form";
import { showPhone } from "~/platform/phone";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { useGet } from "~/ui/use-get";
import { words as doubleWords } from "./doubles/words";
import type { SimilarPerson } from "./similar.server";
import { type SpeakerInput, showPartialDay } from "./speaker";
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
    birthMonth: String(birth?.month ?? ""),
    birthDay: String(birth?.day ?? ""),
    phone: phone ?? "",
    unitId,
  }).toString();
  const people = useGet<{ people: SimilarPerson[] }>(`/roster/similar?${asked}`, pause)?.people ?? [];
  const typed = { fullName, birth: birth?.year ? showPartialDay(birth) : null, phone: phone || null };
  return (
    <div aria-live="polite" className="empty:hidden">
      {people.length > 0 && (
        <Notice tone="amber" title={words.form.similarTitle}>
          <p>{words.form.similar}</p>
          <ul className="mt-2 flex flex-col gap-2">
            {people.map((person) => (
              <li key={person.id}>
                <Similar person={person} typed={typed} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

type Typed = Pick<SimilarPerson, "fullName" | "birth" | "phone">;

/** The record opens beside the form; what was typed stands against it under the name. */
function Similar({ person, typed }: { person: SimilarPerson; typed: Typed }) {
  const { similar, signs, fields } = useWords(doubleWords);
  const rows = [
    [fields.fullName, typed.fullName, person.fullName],
    [fields.birth, typed.birth, person.birth],
    [fields.phone, typed.phone, person.phone && showPhone(person.phone)],
    [fields.position, null, person.position],
    [fields.unitId, null, person.unitName],
  ];
  return (
    <>
      <a
        href={`/roster/${person.id}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-9 flex-wrap items-center gap-x-2 underline underline-offset-4 phone:min-h-11"
      >
        <span className="font-semibold">{person.fullName}</span>
        <span>{person.unitName}</span>
      </a>{" "}
      <span className="text-caption">
        {similar.mayBe(person.score)}: {person.signs.map((sign) => signs[sign]).join(", ")}
      </span>
      <details>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-caption font-semibold phone:min-h-11">
          {similar.compare}
        </summary>
        <dl className="grid grid-cols-[auto_1fr_1fr] gap-x-4 gap-y-1 text-caption">
          <dt className="col-start-2 font-semibold">{similar.typing}</dt>
          <dt className="font-semibold">{similar.there}</dt>
          {rows.map(([label, mine, theirs]) => (
            <div key={label} className="contents">
              <dt className="text-soft">{label}</dt>
              <dd>{mine ?? "–"}</dd>
              <dd>{theirs ?? "–"}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
