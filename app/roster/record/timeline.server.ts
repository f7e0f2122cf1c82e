/** What the roster itself knows of a person's life: posts, units, qualifications, corrections, imports, merges, reviews, the account. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { type Day, showDay, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { ReleaseReason, Role } from "~/roster/appointment";
import { showNumber } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import type { TimelineEvent, TimelineSource } from "./timeline";
import { words } from "./words";

/** Newest of each kind at most: a record that was imported every week stays readable. */
const most = 200;

export const rosterTimeline: TimelineSource = { kinds: words.time.kinds, list };

async function list(actor: Actor, speakerId: string): Promise<TimelineEvent[]> {
  const [row] = await ask<Row>(question(speakerId));
  if (!row) return [];
  const { time } = words[actor.language];
  return [
    ...row.appointments.flatMap((appointment) => ofAppointment(actor, appointment)),
    ...row.qualifications.flatMap((one) => ofQualification(actor, one)),
    ...row.lines.flatMap((line) => ofLine(actor, line)),
    ...row.corrections.map(({ day, state }) => ({ kind: "record", day, text: time[corrections[state]] })),
    ...row.imports.map(({ day, id, name }) => ({
      kind: "record",
      day,
      text: time.imported(name),
      ...(may(actor, "roster.import") && { to: `/roster/import/${id}` }),
    })),
    ...row.merges.map(({ day, name }) => ({ kind: "record", day, text: time.merged(name) })),
    ...row.reviews.map(({ day, name, verdict }) => ({
      kind: "review",
      day,
      text: time.reviewed(name),
      note: time.verdicts[verdict],
    })),
  ];
}

function ofAppointment(actor: Actor, one: Row["appointments"][number]): TimelineEvent[] {
  const { time } = words[actor.language];
  const roster = rosterWords[actor.language];
  const role = roster.roles[one.role];
  const decision = (of: { number: string; day: Day } | null) =>
    of ? time.decision(showNumber(of.number), showDay(of.day)) : time.noDecision;
  const begun = one.startsOn > today() ? time.willBe : time.appointed;
  const events: TimelineEvent[] = [
    {
      kind: "appointment",
      day: one.startsOn,
      text: begun(role, one.unitName),
      note: decision(one.decision),
    },
  ];
  if (!one.endsOn) return events;
  const ended = one.endReason ? time.ended : one.endsOn < today() ? time.termEnded : time.termEnds;
  // Discipline is for those who keep the roster.
  const reason = one.endReason === "discipline" && !may(actor, "roster.edit") ? "other" : one.endReason;
  const notes = [reason && time.reason(roster.reasons[reason]), one.endDecision && decision(one.endDecision)];
  events.push({
    kind: "appointment",
    day: one.endsOn,
    text: ended(role, one.unitName),
    note: notes.filter(Boolean).join(". ") || undefined,
  });
  return events;
}

function ofQualification(actor: Actor, one: Row["qualifications"][number]): TimelineEvent[] {
  const { time } = words[actor.language];
  const kind = "qualification";
  return [
    ...(one.issuedOn
      ? [
          {
            ...{ kind, day: one.issuedOn, text: time.gained(one.name) },
            note: one.issuer ? time.issuedBy(one.issuer) : undefined,
          },
        ]
      : []),
    ...(one.expiresOn
      ? [
          {
            kind,
            day: one.expiresOn,
            text: (one.expiresOn < today() ? time.expired : time.expires)(one.name),
          },
        ]
      : []),
  ];
}

function ofLine(actor: Actor, { day, action, before, after }: Row["lines"][number]): TimelineEvent[] {
  const { time } = words[actor.language];
  const ofAccount = accounts[action as keyof typeof accounts];
  if (ofAccount) return may(actor, "audit.view") ? [{ kind: "account", day, text: time[ofAccount] }] : [];
  if (action === "speaker.added") return [{ kind: "record", day, text: time.added }];
  return before && after ? [{ kind: "unit", day, text: time.moved(before, after) }] : [];
}

const accounts = {
  "account.added": "accountAdded",
  "account.activated": "accountActivated",
  "account.disabled": "accountDisabled",
  "account.enabled": "accountEnabled",
} as const;

const corrections = {
  waiting: "correctionAsked",
  accepted: "correctionAccepted",
  declined: "correctionDeclined",
  withdrawn: "correctionWithdrawn",
} as const;

interface Row {
  appointments: {
    role: Role;
    unitName: string;
    startsOn: Day;
    endsOn: Day | null;
    decision: { number: string; day: Day } | null;
    endReason: ReleaseReason | null;
    endDecision: { number: string; day: Day } | null;
  }[];
  qualifications: { name: string; issuer: string | null; issuedOn: Day | null; expiresOn: Day | null }[];
  /** From the trail; before and after are the keeping units' names. */
  lines: { day: Day; action: string; before: string | null; after: string | null }[];
  corrections: { day: Day; state: keyof typeof corrections }[];
  imports: { day: Day; id: string; name: string }[];
  merges: { day: Day; name: string }[];
  reviews: { day: Day; name: string; verdict: keyof (typeof words)["vi"]["time"]["verdicts"] }[];
}

const { sql, raw } = Prisma;

/** The day of a moment in Viet Nam. */
function dayOf(column: string): Prisma.Sql {
  return raw(`(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`);
}

function all(object: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(found), '[]') FROM (SELECT ${object} AS found FROM ${from}) AS every)`;
}

function question(id: string): Prisma.Sql {
  const decision = (of: string) =>
    raw(
      `CASE WHEN ${of}.id IS NOT NULL THEN json_build_object('number', ${of}.number, 'day', ${of}.decided_on) END`,
    );
  return sql`SELECT
    ${all(
      sql`json_build_object('role', a.role, 'unitName', u.name, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
        'decision', ${decision("d")}, 'endReason', a.end_reason, 'endDecision', ${decision("e")})`,
      sql`appointment a JOIN unit u ON u.id = a.unit_id LEFT JOIN decision d ON d.id = a.decision_id
        LEFT JOIN decision e ON e.id = a.end_decision_id WHERE a.speaker_id = s.id`,
    )} AS appointments,
    ${all(
      sql`json_build_object('name', name, 'issuer', issuer, 'issuedOn', issued_on, 'expiresOn', expires_on)`,
      sql`qualification WHERE speaker_id = s.id`,
    )} AS qualifications,
    ${all(
      sql`json_build_object('day', ${dayOf("at")}, 'action', action, 'before', before ->> 'unit', 'after', after ->> 'unit')`,
      sql`(SELECT id, at, action, before, after FROM audit_line
            WHERE subject_kind = 'speaker' AND subject_id = s.id::text
              AND (action = 'speaker.added' OR before ? 'unit' AND after ? 'unit')
          UNION ALL
          SELECT l.id, l.at, l.action, l.before, l.after FROM "user" c JOIN audit_line l
            ON l.subject_kind = 'account' AND l.subject_id = c.id::text
              AND l.action IN ('account.added', 'account.activated', 'account.disabled', 'account.enabled')
            WHERE c.speaker_id = s.id
          ORDER BY 1 DESC LIMIT ${most}) AS line`,
    )} AS lines,
    ${all(
      sql`json_build_object('day', ${dayOf("coalesce(decided_at, created_at)")}, 'state', state)`,
      sql`(SELECT * FROM correction WHERE speaker_id = s.id ORDER BY created_at DESC LIMIT ${most}) AS one`,
    )} AS corrections,
    ${all(
      sql`json_build_object('day', ${dayOf("committed_at")}, 'id', id, 'name', file_name)`,
      sql`(SELECT DISTINCT i.id, i.committed_at, i.file_name FROM roster_import_row r JOIN roster_import i ON i.id = r.import_id
          WHERE r.speaker_id = s.id AND i.committed_at IS NOT NULL AND r.outcome IN ('added', 'updated')
            AND i.state <> 'undone' ORDER BY i.committed_at DESC LIMIT ${most}) AS one`,
    )} AS imports,
    ${all(
      sql`json_build_object('day', ${dayOf("created_at")}, 'name', full_name)`,
      sql`speaker_alias WHERE speaker_id = s.id`,
    )} AS merges,
    ${all(
      sql`json_build_object('day', ${dayOf("e.marked_at")}, 'name', r.name, 'verdict', e.verdict)`,
      // What a unit says of somebody is told once its leader has confirmed it.
      sql`review_entry e JOIN review r ON r.id = e.review_id
        JOIN review_unit ru ON ru.review_id = e.review_id AND ru.unit_id = e.unit_id AND ru.state = 'confirmed'
        WHERE e.speaker_id = s.id AND e.verdict IS NOT NULL AND e.marked_at IS NOT NULL`,
    )} AS reviews
  FROM speaker s WHERE s.id = ${id}::uuid`;
}
