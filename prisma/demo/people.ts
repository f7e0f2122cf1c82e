/** About four hundred speakers with lives of their own: terms served and renewed, several posts at once, gaps, releases. */
import { addDays, type Day, dayToColumn } from "~/platform/clock";
import type { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import type { Network, ReleaseReason, Role } from "~/roster/appointment";
import { type DecisionKind, numberKey } from "~/roster/decision";
import { sortNameOf } from "~/roster/speaker-name";
import type { Level } from "~/units/unit";
import { makeName, makePhone, type Name, type People } from "./names.ts";
import { type Place, places } from "./places.ts";
import {
  communePosts,
  organisationPosts,
  type Post,
  provincePosts,
  schoolingFor,
  villagePosts,
} from "./posts.ts";
import { between, chance, idAt, pick, type Random, weighted } from "./random.ts";

export type SpeakerRow = Prisma.SpeakerCreateManyInput & { id: string; createdAt: Date };
export type AppointmentRow = Prisma.AppointmentCreateManyInput & { id: string };
export type DecisionRow = Prisma.DecisionCreateManyInput & { id: string };

export interface RosterRows {
  speakers: SpeakerRow[];
  terms: (Prisma.TermCreateManyInput & { id: string })[];
  decisions: DecisionRow[];
  appointments: AppointmentRow[];
}

interface Stage extends RosterRows {
  random: Random;
  today: Day;
  unitId: (key: string) => string;
}

/** What becomes of an appointment that began with the present term. */
const fates = weighted([
  ["stands", 82],
  ["ending", 4],
  ["released", 6],
  ["unknown", 6],
  ["upcoming", 1],
] as const);
type Fate = "stands" | "ending" | "released" | "unknown" | "upcoming";

const reasons = weighted<ReleaseReason>([
  ["retired", 6],
  ["moved", 8],
  ["health", 2],
  ["own_wish", 2],
  ["inactive", 2],
  ["unqualified", 1],
  ["discipline", 1],
]);

/** Communes made out of the old district, whose speakers served it before. */
const oldDistrict = ["Cao Lĩnh", "Suối Ngà", "Nậm Hương", "Pá Lau", "Bản Sen", "Mường Lam", "Khe Trúc"];
const terms = {
  old: { name: "2020-2025", startsOn: "2020-10-20", endsOn: "2025-11-13" },
  present: { name: "2025-2030", startsOn: "2025-11-14", endsOn: "2030-10-31" },
  commune: { name: "2025-2030", startsOn: "2025-08-01", endsOn: "2030-07-31" },
};

export function makeRoster(random: Random, today: Day, unitId: (key: string) => string): RosterRows {
  const rows: RosterRows = { speakers: [], terms: [], decisions: [], appointments: [] };
  const stage: Stage = { ...rows, random, today, unitId };
  staffProvince(stage);
  const communes = places.filter(({ kind }) => kind === "commune_committee");
  const district = decide(stage, "old-district", "156-QĐ/HU", "2021-04-08", "recognition");
  for (const commune of communes) staffCommune(stage, commune, district);
  return rows;
}

function staffProvince(stage: Stage): void {
  const { random, today } = stage;
  const then = decide(stage, "province", "278-QĐ/TU", "2021-03-15", "recognition");
  const now = decide(stage, "province", "64-QĐ/TU", terms.present.startsOn, "recognition");
  const added = decide(stage, "province", "312-QĐ/TU", addDays(today, -75), "supplementary");
  const released = decide(stage, "province", "355-QĐ/TU", addDays(today, -40), "release");
  const [oldTerm, presentTerm] = [term(stage, "province", terms.old), term(stage, "province", terms.present)];
  const corps = { place: "province", level: "province", network: "party" } as const;

  for (const { place, post } of provinceSeats()) {
    const speaker = settle(
      stage,
      place,
      post,
      pick(random, ["kinh", "kinh", "kinh", "kinh", "tay"] as const),
    );
    const seat = { ...corps, speaker, role: post.role };
    if (post.role === "communicator") {
      appoint(stage, { ...seat, place: place.key, level: "commune", startsOn: terms.present.startsOn });
      continue;
    }
    const veteran = chance(random, 0.55);
    if (veteran) {
      appoint(stage, {
        ...seat,
        startsOn: "2021-03-15",
        endsOn: terms.old.endsOn,
        term: oldTerm,
        decision: then,
      });
    }
    if (veteran && chance(random, 0.15)) continue;
    const late = !veteran && chance(random, 0.4);
    const startsOn = late ? addDays(today, -70) : terms.present.startsOn;
    const leaves = !late && chance(random, 0.07);
    appoint(stage, {
      ...seat,
      startsOn,
      endsOn: leaves ? addDays(today, -38) : lastDay(terms.present.endsOn, today),
      term: presentTerm,
      decision: late ? added : now,
      ...(leaves && { reason: pick(random, ["retired", "moved"] as const), endDecision: released }),
    });
  }
}

/** Who of the province's bodies sits in the corps: every post once, the Front's organisations two each. */
function provinceSeats(): { place: Place; post: Post }[] {
  return places.flatMap((place) => {
    const posts = provincePosts[place.key] ?? (isOrganisation(place) ? organisationPosts : []);
    return [...posts, ...(place.kind === "affiliated_committee" ? posts : [])].map((post) => ({
      place,
      post,
    }));
  });
}

function isOrganisation({ parent, key }: Place): boolean {
  return parent === "front" || key === "front";
}

function staffCommune(stage: Stage, commune: Place, district: string): void {
  const { random, today } = stage;
  const startsOn = addDays("2025-08-05", between(random, 0, 50));
  const number = between(random, 20, 90);
  const decision = decide(stage, commune.key, `${number}-QĐ/ĐU`, startsOn, "recognition");
  const people = () => pick(random, commune.peoples ?? (["kinh"] as const));
  const grassroots = decide(
    stage,
    commune.key,
    `${number + 67}/QĐ-UBND`,
    addDays(startsOn, 20),
    "recognition",
  );
  const communeTerm = term(stage, commune.key, terms.commune);
  const posts = shuffled(random, communePosts.slice(3)).slice(0, between(random, 4, 7));

  for (const post of [...communePosts.slice(0, between(random, 2, 3)), ...posts]) {
    const speaker = settle(stage, commune, post, people());
    const level: Level = post.role === "rapporteur" ? "commune" : "grassroots";
    const seat = { speaker, place: commune.key, role: post.role, level };
    if (oldDistrict.includes(commune.key) && chance(random, 0.35)) serveOldDistrict(stage, speaker, district);
    live(stage, { ...seat, network: "party", startsOn, term: communeTerm, decision, number });
    if (post.role === "communicator" && chance(random, 0.12)) {
      const since = addDays(startsOn, 20);
      appoint(stage, { ...seat, network: "grassroots_info", startsOn: since, decision: grassroots });
    }
    if (post.position.includes("Phụ nữ") && chance(random, 0.3)) {
      appoint(stage, { ...seat, network: "legal_education", startsOn: addDays(today, -200) });
    }
  }
  for (const cell of places.filter(({ parent }) => parent === commune.key)) {
    for (const post of shuffled(random, villagePosts).slice(0, 2)) {
      const seat = { speaker: settle(stage, cell, post, people()), place: commune.key, role: post.role };
      const since = addDays(startsOn, 20);
      appoint(stage, {
        ...seat,
        level: "grassroots",
        network: "grassroots_info",
        startsOn: since,
        decision: grassroots,
      });
    }
  }
}

function serveOldDistrict(stage: Stage, speaker: string, decision: string): void {
  appoint(stage, {
    speaker,
    place: "old-district",
    role: "rapporteur",
    network: "party",
    level: "district_legacy",
    startsOn: "2021-04-08",
    endsOn: "2025-06-30",
    decision,
    reason: "unit_closed",
  });
}

/** An appointment of the present term with what fate has in store for it. */
function live(stage: Stage, { number, ...seat }: Seat & { number: number }): void {
  const { random, today } = stage;
  const fate: Fate = fates(random);
  const endsOn = lastDay(terms.commune.endsOn, today);
  if (fate === "stands") appoint(stage, { ...seat, endsOn });
  if (fate === "ending") appoint(stage, { ...seat, endsOn: addDays(today, between(random, 5, 58)) });
  if (fate === "unknown") appoint(stage, { ...seat, endsOn, decision: undefined, term: undefined });
  if (fate === "upcoming") {
    const startsOn = addDays(today, between(random, 6, 20));
    const decision = decide(stage, seat.place, `${number + 160}-QĐ/ĐU`, addDays(today, -4), "supplementary");
    appoint(stage, { ...seat, startsOn, endsOn, decision });
  }
  if (fate === "released") {
    const on = addDays(today, -between(random, 4, 150));
    const reason = reasons(random);
    const kind = reason === "discipline" ? "dismissal" : "release";
    const signed = addDays(on, -between(random, 1, 8));
    const endDecision = decide(
      stage,
      seat.place,
      `${number + between(random, 100, 159)}-QĐ/ĐU`,
      signed,
      kind,
    );
    appoint(stage, { ...seat, endsOn: addDays(on, -1), reason, endDecision });
  }
}

interface Seat {
  speaker: string;
  place: string;
  role: Role;
  network: Network;
  level: Level;
  startsOn: Day;
  endsOn?: Day | null;
  term?: string;
  decision?: string;
  reason?: ReleaseReason;
  endDecision?: string;
}

function appoint({ random, appointments, unitId }: Stage, seat: Seat): void {
  appointments.push({
    id: idAt(random, dayToColumn(seat.startsOn)),
    speakerId: seat.speaker,
    unitId: unitId(seat.place),
    role: seat.role,
    network: seat.network,
    level: seat.level,
    startsOn: dayToColumn(seat.startsOn),
    endsOn: seat.endsOn ? dayToColumn(seat.endsOn) : null,
    termId: seat.term,
    decisionId: seat.decision,
    endReason: seat.reason,
    endDecisionId: seat.endDecision,
  });
}

function decide(stage: Stage, place: string, number: string, day: Day, kind: DecisionKind): string {
  const { random, decisions, unitId } = stage;
  const known = decisions.find(
    (decision) => decision.unitId === unitId(place) && decision.numberKey === numberKey(number),
  );
  if (known) return known.id;
  const id = idAt(random, dayToColumn(day));
  const committee = places.find(({ key }) => key === place)?.name ?? "";
  decisions.push({
    id,
    number,
    numberKey: numberKey(number),
    decidedOn: dayToColumn(day),
    issuer: number.includes("UBND")
      ? committee.replace("Đảng ủy", "Chủ tịch Ủy ban nhân dân")
      : `Ban Thường vụ ${committee}`,
    signer: makeName(random, "kinh").fullName,
    kind,
    unitId: unitId(place),
  });
  return id;
}

function term({ random, terms: all, unitId }: Stage, place: string, known: (typeof terms)["old"]): string {
  const id = idAt(random, dayToColumn(known.startsOn));
  all.push({
    id,
    name: known.name,
    unitId: unitId(place),
    startsOn: dayToColumn(known.startsOn),
    endsOn: dayToColumn(known.endsOn),
  });
  return id;
}

/** A person in a post, entered some time in the last months. */
function settle(stage: Stage, place: Place, post: Post, people: People): string {
  const { random, today, speakers, unitId } = stage;
  const { fullName, gender } = faceIn(stage, place) ?? makeName(random, people, post.gender);
  const madeAt = new Date(
    dayToColumn(addDays(today, -between(random, 60, 200))).getTime() + officeHours(random),
  );
  const theory = pick(random, post.theory);
  const town = place.name.replace("Đảng ủy ", "");
  const id = idAt(random, madeAt);
  speakers.push({
    id,
    fullName,
    sortName: sortNameOf(fullName),
    ...birth(random, Number(today.slice(0, 4)) - between(random, ...post.ages)),
    gender,
    phone: chance(random, 0.94) ? makePhone(random) : null,
    email: chance(random, 0.3) ? `${fold(fullName).replace(/[^a-z]+/g, "")}@lamgiang.example` : null,
    position: post.position,
    workplace: post.workplace
      .replace("{unit}", place.name)
      .replace("{place}", town)
      .replace("{name}", town.replace(/^(phường|xã) /, "")),
    education: pick(random, schoolingFor(post, theory)),
    politicalTheory: theory,
    note: people !== "kinh" && chance(random, 0.4) ? notes[people] : null,
    unitId: unitId(place.key),
    createdAt: madeAt,
    updatedAt: madeAt,
  });
  return id;
}

/** People one meets by name: those who sign in, and those whom a first search should find. */
const faces: Record<string, Name[]> = {
  department: [
    { fullName: "Trịnh Quốc Khánh", gender: "male" },
    { fullName: "Lê Minh Tuấn", gender: "male" },
  ],
  "Cửa Lam": [
    { fullName: "Phạm Văn Thịnh", gender: "male" },
    { fullName: "Đặng Thị Hồng Ánh", gender: "female" },
  ],
  "Pá Lau": [
    { fullName: "Sùng A Dình", gender: "male" },
    { fullName: "Giàng A Câu", gender: "male" },
    { fullName: "Giàng Thị Mỷ", gender: "female" },
  ],
  "Buôn Hrah": [
    { fullName: "Y Bhin Niê", gender: "male" },
    { fullName: "H'Hen Niê", gender: "female" },
  ],
  "Sóc Dừa": [{ fullName: "Thạch Sa Rương", gender: "male" }],
};

function faceIn({ speakers, unitId }: Stage, { key }: Place): Name | undefined {
  const settled = speakers.filter((speaker) => speaker.unitId === unitId(key)).length;
  return faces[key]?.[settled];
}

const notes: Record<Exclude<People, "kinh">, string> = {
  tay: "Tuyên truyền được bằng tiếng Tày, tiếng Thái.",
  hmong: "Tuyên truyền song ngữ Việt - Mông.",
  ede: "Nói thạo tiếng Ê Đê.",
  khmer: "Tuyên truyền được bằng tiếng Khmer.",
};

/** Old lists know only the year of some, month and year of others. */
function birth(random: Random, birthYear: number) {
  const known = random();
  if (known < 0.35) return { birthYear };
  if (known < 0.45) return { birthYear, birthMonth: between(random, 1, 12) };
  return { birthYear, birthMonth: between(random, 1, 12), birthDay: between(random, 1, 28) };
}

/** Milliseconds from midnight UTC to some moment between half past seven and five in Viet Nam. */
export function officeHours(random: Random): number {
  return Math.floor((0.5 + random() * 9.5) * 3_600_000);
}

function lastDay(ofTerm: Day, today: Day): Day | null {
  return ofTerm > addDays(today, 60) ? ofTerm : null;
}

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
