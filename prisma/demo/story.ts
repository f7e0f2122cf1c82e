/** What the trail tells of the sample department's last months: who entered, recognised, corrected and released whom. */
import type { Facts } from "~/platform/audit.server";
import { addDays, type Day, dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import type { Prisma } from "~/platform/prisma/client";
import type { Role } from "~/roster/appointment";
import { words } from "~/roster/words";
import type { AccountKey, AccountRows } from "./accounts.ts";
import { makePhone } from "./names.ts";
import { officeHours, type RosterRows, type SpeakerRow } from "./people.ts";
import { chance, pick, type Random } from "./random.ts";
import type { UnitRows } from "./units.ts";

interface Tale
  extends Pick<Prisma.AuditLineCreateManyInput, "action" | "subjectKind" | "subjectId" | "title"> {
  at: Date;
  by: AccountKey;
  unitId: string;
  before?: Facts;
  after?: Facts;
}

const devices: Partial<Record<AccountKey, string>> = {
  administrator:
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "highland-officer":
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
};
const usualDevice =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** In order of time, as they would have been written. */
export function tellStory(
  random: Random,
  today: Day,
  rows: { units: UnitRows; roster: RosterRows; accounts: AccountRows },
): Prisma.AuditLineCreateManyInput[] {
  const tales = [...ofUnits(rows.units, today), ...ofRoster(random, today, rows.roster, rows.units)];
  return tales
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ by, before = {}, after = {}, ...line }) => ({
      ...line,
      before: before as Prisma.InputJsonObject,
      after: after as Prisma.InputJsonObject,
      actorId: rows.accounts.idOf(by),
      actorName: rows.accounts.nameOf(by),
      address: by === "highland-officer" ? "10.98.14.7" : `10.98.1.${10 + by.length}`,
      device: devices[by] ?? usualDevice,
    }));
}

function ofUnits({ units }: UnitRows, today: Day): Tale[] {
  const start = dayToColumn(addDays(today, -212)).getTime() + 2 * 3_600_000;
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return units.map(({ id, name, kind, level, code, parentId, openedOn }, place) => ({
    at: new Date(start + place * 1000),
    by: "administrator",
    action: "unit.added",
    subjectKind: "unit",
    subjectId: id as string,
    title: name,
    unitId: id as string,
    after: {
      ...{ name, kind, level, code },
      parent: parentId ? nameOf.get(parentId) : null,
      openedOn: dayFromColumn(openedOn as Date),
    },
  }));
}

function ofRoster(random: Random, today: Day, roster: RosterRows, units: UnitRows): Tale[] {
  const unitNames = new Map(units.units.map(({ id, name }) => [id, name]));
  const decisions = new Map(
    roster.decisions.map(({ id, number, decidedOn }) => [
      id,
      `${number}, ${showDay(dayFromColumn(decidedOn as Date))}`,
    ]),
  );
  return roster.speakers.flatMap((speaker) => {
    const by = keeperOf(speaker, units);
    const about = {
      subjectKind: "speaker",
      subjectId: speaker.id,
      title: speaker.fullName,
      unitId: speaker.unitId,
    };
    const added: Tale = {
      ...about,
      at: speaker.createdAt,
      by,
      action: "speaker.added",
      after: factsOf(speaker, unitNames),
    };
    const posts = roster.appointments.filter(({ speakerId }) => speakerId === speaker.id);
    const appointed = posts.map((post, place): Tale => {
      const { role, network, level } = post;
      const startsOn = dayFromColumn(post.startsOn as Date);
      const decision = post.decisionId ? decisions.get(post.decisionId) : null;
      const endsOn = post.endReason ? null : post.endsOn && dayFromColumn(post.endsOn as Date);
      const after = {
        role,
        network,
        level,
        appointmentUnit: unitNames.get(post.unitId),
        startsOn,
        endsOn,
        decision,
      };
      return { ...about, by, at: later(speaker.createdAt, 2 + place), action: "speaker.appointed", after };
    });
    const released = posts
      .filter(({ endReason, endsOn }) => endReason && endReason !== "unit_closed" && endsOn)
      .map((post): Tale => {
        const lastDay = dayFromColumn(post.endsOn as Date);
        const at = noLaterThan(today, addDays(lastDay, 3), random);
        const decision = post.endDecisionId ? decisions.get(post.endDecisionId) : null;
        const after = { releasedOn: addDays(lastDay, 1), reason: post.endReason, endDecision: decision };
        const afterwards = at > speaker.createdAt ? at : later(speaker.createdAt, 30);
        const name = `${words.vi.roles[post.role as Role]}, ${unitNames.get(post.unitId)}`;
        const before = { appointments: [name] };
        return { ...about, by, at: afterwards, action: "speaker.released", before, after };
      });
    return [
      added,
      ...appointed,
      ...(chance(random, 0.2) ? corrected(random, today, speaker, about, by) : []),
      ...released,
    ];
  });
}

/** A new telephone or post, written down some days or weeks ago. */
function corrected(
  random: Random,
  today: Day,
  speaker: SpeakerRow,
  about: Omit<Tale, "at" | "by" | "action">,
  by: AccountKey,
): Tale[] {
  const at = noLaterThan(today, addDays(today, -Math.floor(random() * random() * 50)), random);
  speaker.updatedAt = at;
  speaker.revision = 2;
  const [before, after] =
    speaker.phone && chance(random, 0.6)
      ? [{ phone: makePhone(random) }, { phone: speaker.phone }]
      : [
          { education: pick(random, ["Trung cấp Luật", "Cao đẳng Hành chính"]) },
          { education: speaker.education },
        ];
  return [{ ...about, by, at, action: "speaker.updated", before, after }];
}

/** The two communes with an officer of their own keep their people themselves. */
function keeperOf({ unitId }: SpeakerRow, { idOf }: UnitRows): AccountKey {
  if (unitId === idOf("Cửa Lam")) return "ward-officer";
  return unitId === idOf("Pá Lau") ? "highland-officer" : "officer";
}

function factsOf(speaker: SpeakerRow, unitNames: Map<string | undefined, string>): Facts {
  const { fullName, gender, phone, email, position, workplace, education, politicalTheory, note } = speaker;
  const birth = [speaker.birthYear, speaker.birthMonth, speaker.birthDay]
    .flatMap((part) => (part ? [String(part).padStart(2, "0")] : []))
    .join("-");
  const unit = unitNames.get(speaker.unitId);
  return {
    fullName,
    birth,
    gender,
    phone,
    email,
    position,
    workplace,
    education,
    politicalTheory,
    note,
    unit,
  };
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** Some moment in the office on that day or the last working day before it, but before today's office opens. */
function noLaterThan(today: Day, day: Day, random: Random): Date {
  const past = dayToColumn(day < today ? day : addDays(today, -1));
  const sinceFriday = [2, 0, 0, 0, 0, 0, 1][past.getUTCDay()] ?? 0;
  return new Date(past.getTime() - sinceFriday * 86_400_000 + officeHours(random));
}
