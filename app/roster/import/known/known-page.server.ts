/** What the page of people who are there already shows: only the people of one page, in words. */
import type { Actor } from "~/platform/actor";
import { addDays, showDay } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import type { RosterImport } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { words as doubleWords } from "~/roster/doubles/words";
import { keptSchema } from "~/roster/import/choices";
import type { CheckedImport, PlacedRow } from "~/roster/import/import-thread.server";
import { checkForPage, rowsAt } from "~/roster/import/readings.server";
import { languageWords } from "~/roster/record/language-words";
import { showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import type { KnownField } from "./fields";
import { type KnownGroup, knownGroups } from "./fields";
import type { Difference, Known, LikelyPerson } from "./known";
import { type KnownQuery, peoplePerPage } from "./query";
import { words } from "./words";

export async function readKnownPage(actor: Actor, found: RosterImport, query: KnownQuery) {
  const checked = await checkForPage(actor, found);
  const { known } = checked;
  const { known: rules } = keptSchema.parse(found.understanding);
  const counts = countsOf(known);
  const group = query.group ?? knownGroups.find((one) => counts[one] > 0) ?? "maybe";
  const places = known.places[group];
  const shown = places.slice((query.page - 1) * peoplePerPage, query.page * peoplePerPage);
  const { language } = actor;
  return {
    counts,
    group,
    page: query.page,
    pageSize: peoplePerPage,
    total: places.length,
    fields: known.fields.map((count) => ({
      ...count,
      label: fieldLabel(count.field, language),
      rule: rules[count.field] ?? ("ask" as const),
    })),
    people: rowsAt(checked, shown).map((row) => personShown(row, language)),
  };
}

export type KnownPage = Awaited<ReturnType<typeof readKnownPage>>;
export type ShownPerson = KnownPage["people"][number];
export type ShownDifference = ShownPerson["differences"][number];

export function countsOf({ places }: CheckedImport["known"]): Record<KnownGroup, number> {
  return {
    maybe: places.maybe.length,
    differs: places.differs.length,
    changes: places.changes.length,
    unchanged: places.unchanged.length,
  };
}

function personShown({ sheet, row, values, unit, known }: PlacedRow, language: Language) {
  if (!known || !values) throw new Error(`Row ${row} is shown as somebody who is there.`);
  const { birth, phone, position } = values;
  return {
    ...{ key: `${row} ${sheet}`, sheet, row },
    name: values.fullName,
    facts: factsOf({
      birth: birth && showPartialDay(birth),
      phone: phone && showPhone(phone),
      position,
      unitName: unit?.name ?? "",
    }),
    isSure: known.verdict === "same",
    by: known.by,
    people: [known, ...known.others].map((person) => ({
      id: person.speakerId,
      name: person.fullName,
      facts: factsOf(person),
      score: person.score,
      why: person.signs.map((sign) => doubleWords[language].signs[sign]).join(", "),
    })),
    differences: known.differences.map((difference) => differenceShown(difference, language)),
    gains: gainsShown(known, language),
    post: postShown(known, values.decision?.number ?? null, language),
  };
}

function factsOf({
  birth,
  unitName,
  position,
  phone,
}: Pick<LikelyPerson, "birth" | "unitName" | "position" | "phone">) {
  return [birth, unitName, position, phone].filter(Boolean).join(" · ");
}

function differenceShown({ field, roster, file, choice, isFilling }: Difference, language: Language) {
  const say = (value: string) => valueShown(field, value, language);
  return {
    ...{ field, choice, isFilling, label: fieldLabel(field, language) },
    roster: roster && say(roster),
    file: say(file),
  };
}

function valueShown(field: KnownField, value: string, language: Language): string {
  const { genders, theory } = rosterWords[language];
  if (field === "gender") return genders[value as keyof typeof genders];
  return field === "politicalTheory" ? theory[value as keyof typeof theory] : value;
}

function fieldLabel(field: KnownField, language: Language): string {
  return rosterWords[language].fields[field === "unitId" ? "unit" : field];
}

function gainsShown({ gains }: Known, language: Language): string {
  const topics = gains?.topics.map(({ name }) => name) ?? [];
  const spoken = gains?.languages.map((one) => languageWords[language][one.language]) ?? [];
  return [...topics, ...spoken].join("; ");
}

function postShown({ post }: Known, decision: string | null, language: Language): string {
  const { post: said, decision: by } = words[language];
  if (post.does === "nothing") return said.nothing;
  const from = showDay(post.startsOn);
  const what =
    post.does === "begin"
      ? said.begin(from, post.endsOn && showDay(post.endsOn))
      : post.does === "renew"
        ? said.renew(showDay(addDays(post.startsOn, -1)), from)
        : said.prove(from);
  return decision ? `${what}, ${by(decision)}` : what;
}
