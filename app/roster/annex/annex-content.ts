/** What an annex says: its head, its people by unit, its end. The names of these facts are the fields of the Word templates. */
import type { Day } from "~/platform/clock";
import type { Role } from "~/roster/appointment";
import { type DecisionKind, showNumber } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import { annexWords } from "./annex-words";

/** The document is Vietnamese, whoever asks for it. */
const words = annexWords.vi;

export const layouts = ["party", "state"] as const;
export type Layout = (typeof layouts)[number];

export interface AnnexPerson {
  fullName: string;
  birthYear: number | null;
  gender: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: string | null;
  role: Role | null;
  /** Under which unit's heading the person stands. */
  unitName: string;
  /** What stands in the last column instead of the role. */
  remark?: string | null;
}

/** Above and below the list. */
export interface AnnexHeading {
  superior: string | null;
  issuer: string;
  /** Null: the clerk fills it in. */
  number: string | null;
  place: string;
  day: Day | null;
  title: string;
  subject: string;
  authority: string;
  signer: string | null;
}

export interface AnnexPart {
  /** Of several parts: what becomes of these people. */
  name: string | null;
  people: AnnexPerson[];
}

export type AnnexContent = ReturnType<typeof contentOf>;

/** The fields with their values, people by unit in the order given, numbered through. */
export function contentOf(parts: AnnexPart[], layout: Layout, heading: AnnexHeading) {
  let no = 0;
  const sections = parts.flatMap(({ name, people }) => [
    ...(name ? [{ heading: name, people: [] }] : []),
    ...byUnit(people).map(([unitName, some]) => ({
      heading: unitName,
      people: some.map((person) => ({ no: String(++no), ...factsOf(person) })),
    })),
  ]);
  const { superior, issuer, number, title, subject, authority, signer } = heading;
  const numbered = layout === "party" ? words.numberParty : words.numberState;
  return {
    superior: superior ? `${superior.toUpperCase()}\n` : "",
    issuer: issuer.toUpperCase().replace(/^(ỦY BAN NHÂN DÂN) /, "$1\n"),
    number: number ? numbered(showNumber(number)) : words.numberBlank,
    placeAndDay: dayLine(heading),
    title,
    subject,
    sections,
    total: layout === "party" ? words.totalPeople(no) : words.totalPersons(no),
    authority,
    signerTitle: "",
    signer: signer ?? "",
    draft: words.draft,
  };
}

function factsOf({ birthYear, gender, politicalTheory, role, remark, ...person }: AnnexPerson) {
  const year = birthYear ? String(birthYear) : "";
  const roleName = role ? rosterWords.vi.roles[role] : "";
  return {
    fullName: person.fullName,
    birthMale: gender === "female" ? "" : year,
    birthFemale: gender === "female" ? year : "",
    position: person.position ?? "",
    workplace: person.workplace ?? "",
    education: person.education ?? "",
    politicalTheory: politicalTheory ? rosterWords.vi.theory[politicalTheory as "none"] : "",
    role: roleName,
    remark: remark ?? roleName,
  };
}

function byUnit(people: AnnexPerson[]): [string, AnnexPerson[]][] {
  const units = new Map<string, AnnexPerson[]>();
  for (const person of people) units.set(person.unitName, [...(units.get(person.unitName) ?? []), person]);
  return [...units];
}

/** "ngày 05 tháng 02 năm 2024": a nought before days up to nine and before January and February. */
function dayLine({ place, day }: AnnexHeading): string {
  const [year = "        ", month = "    ", date = "    "] = day?.split("-") ?? [];
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return words.dayLine(place, date, shortMonth, year);
}

export interface AnnexDecision {
  number: string;
  decidedOn: Day;
  kind: DecisionKind;
  issuer: string | null;
  signer: string | null;
  unitName: string;
  /** The committee above. */
  superiorName: string | null;
}

const ofPeoplesCommittee = /\p{L}y ban nhân dân.*/iu;

/** A decision of a People's Committee is never a Party document. */
export function layoutFor({ issuer }: Pick<AnnexDecision, "issuer">, usual: Layout): Layout {
  return issuer && ofPeoplesCommittee.test(issuer) ? "state" : usual;
}

/** The head of the annex of a decision. */
export function headingOf(decision: AnnexDecision, layout: Layout, place: string): AnnexHeading {
  const { number, decidedOn, kind, signer, unitName, superiorName } = decision;
  const issuer = decision.issuer ?? unitName;
  const committee = ofPeoplesCommittee.exec(issuer)?.[0];
  return {
    superior: layout === "party" ? superiorName : null,
    issuer: layout === "state" && committee ? committee : unitName,
    ...{ number, place: place || placeFor(unitName, superiorName), day: decidedOn, signer },
    title: words.listOf[kind],
    subject: words.withDecision(showNumber(number), decidedOn.split("-").reverse().join("/"), issuer),
    authority: authorityOf(issuer, unitName, layout),
  };
}

/** The head of a list that goes with no decision yet: the clerk gives it its number and date. */
export function headingOfList(
  { unitName, superiorName }: Pick<AnnexDecision, "unitName" | "superiorName">,
  layout: Layout,
  { place, subject }: { place: string; subject: string },
): AnnexHeading {
  return {
    superior: layout === "party" ? superiorName : null,
    issuer: unitName,
    ...{ number: null, place: place || placeFor(unitName, superiorName), day: null, signer: null },
    title: words.listOf.any,
    subject,
    authority: authorityOf(unitName, unitName, layout),
  };
}

/** "Đảng ủy Công an tỉnh" names no place of its own: then that of the committee above. */
function placeFor(unitName: string, superiorName: string | null): string {
  return placeOf(unitName) || placeOf(superiorName ?? "");
}

/** The name of the place in that of a committee: "Đảng ủy phường Cửa Lam", "Tỉnh ủy Lam Giang". */
export function placeOf(unitName: string): string {
  const capital = unitName.split(" ").findLastIndex((word) => !/^\p{Lu}/u.test(word));
  return unitName
    .split(" ")
    .slice(capital + 1)
    .join(" ");
}

function authorityOf(issuer: string, unitName: string, layout: Layout): string {
  if (layout === "state") {
    const committee = ofPeoplesCommittee.exec(issuer);
    // Whoever decides in person signs as such, and not on the committee's behalf.
    if (committee && committee.index > 0) return words.chairman;
    const body = words.onBehalfState((committee?.[0] ?? unitName).toUpperCase());
    return committee ? `${body}\n${words.chairman}` : body;
  }
  const body = issuer.toUpperCase();
  return words.onBehalfParty(body.startsWith(words.standingCommittee) ? words.standingCommittee : body);
}
