/** What is held about a person, as sections of a document: for reading and printing. */
import { roleWords } from "~/accounts";
import { showDay, showMoment } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import type { Language } from "~/platform/words";
import { showNumber } from "~/roster/decision";
import { dayParts as dayPartNames, weekdays as weekdayNumbers } from "~/roster/record/availability";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import { words as recordWords } from "~/roster/record/words";
import { showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { levelWords } from "~/units";
import { documentWords } from "./document-words";
import type { OwnData } from "./own-data.server";
import { words as ownWords } from "./words";

export interface DocumentSection {
  title: string;
  /** A label with its value, or a line alone. */
  lines: { label?: string; text: string }[];
}

/** A section in which nothing is held says so. */
export function sectionsOf(data: OwnData, language: Language): DocumentSection[] {
  const say = documentWords[language];
  const { parts } = recordWords[language];
  return [
    { title: parts.person, lines: personLines(data, language) },
    { title: rosterWords[language].record.appointments, lines: appointmentLines(data, language) },
    ...skillSections(data, language),
    { title: parts.private, lines: sensitiveLines(data, language) },
    { title: ownWords[language].requests, lines: correctionLines(data, language) },
    { title: say.sources, lines: sourceLines(data, language) },
    { title: say.account, lines: accountLines(data, language) },
    { title: say.sessions, lines: sessionLines(data, language) },
    { title: say.history, lines: historyLines(data, language) },
  ].map(({ title, lines }) => ({ title, lines: lines.length > 0 ? lines : [{ text: say.nothing }] }));
}

type Lines = DocumentSection["lines"];

function personLines({ record }: OwnData, language: Language): Lines {
  const { fields, genders, theory } = rosterWords[language];
  return told([
    [fields.fullName, record.fullName],
    [fields.birth, record.birth && showPartialDay(record.birth)],
    [fields.gender, record.gender && genders[record.gender]],
    [fields.unit, record.unitName],
    [fields.position, record.position],
    [fields.workplace, record.workplace],
    [fields.education, record.education],
    [fields.politicalTheory, record.politicalTheory && theory[record.politicalTheory]],
    [fields.phone, record.phone && showPhone(record.phone)],
    [fields.email, record.email],
    [fields.note, record.note],
    [fields.updated, showMoment(record.updatedAt)],
  ]);
}

function appointmentLines({ appointments }: OwnData, language: Language): Lines {
  const { roles, networks, record, reasons } = rosterWords[language];
  return appointments.map((one) => ({
    label: record.span(showDay(one.startsOn), one.endsOn ? showDay(one.endsOn) : record.open),
    text: [
      `${roles[one.role]}, ${one.unitName} (${levelWords[language][one.level]}, ${networks[one.network]})`,
      one.decision
        ? record.decided(showNumber(one.decision.number), showDay(one.decision.decidedOn))
        : record.noDecision,
      one.endReason && record.ended(reasons[one.endReason]),
      one.endDecision &&
        record.decided(showNumber(one.endDecision.number), showDay(one.endDecision.decidedOn)),
      one.note,
    ]
      .filter(Boolean)
      .join(". "),
  }));
}

function skillSections(data: OwnData, language: Language): DocumentSection[] {
  const { parts, written, weekdays, dayParts, exceptionSpan, canThen, cannotThen } = recordWords[language];
  const { topicLevels, languageLevels } = skillWords[language];
  const { topics, languages, qualifications, availability } = data;
  const span = (first: string, last: string) =>
    first === last ? showDay(first) : exceptionSpan(showDay(first), showDay(last));
  return [
    {
      title: parts.topics,
      lines: topics.map(({ name, level }) => ({ label: name, text: topicLevels[level] })),
    },
    {
      title: parts.languages,
      lines: languages.map((skill) => ({
        label: languageWords[language][skill.language],
        text: [languageLevels[skill.level], skill.written && written].filter(Boolean).join(", "),
      })),
    },
    {
      title: parts.qualifications,
      lines: qualifications.map(({ name, issuer, number, issuedOn, expiresOn }) => ({
        label: name,
        text: [
          ...[issuer, number, issuedOn && showDay(issuedOn)],
          expiresOn ? recordWords[language].validTo(showDay(expiresOn)) : recordWords[language].lasting,
        ]
          .filter(Boolean)
          .join(", "),
      })),
    },
    {
      title: parts.availability,
      lines: [
        ...weekdayNumbers.flatMap((day) => {
          const suits = dayPartNames.filter((part) => availability.weekly.includes(`${day}-${part}`));
          const text = suits.map((part) => dayParts[part]).join(", ");
          return text ? [{ label: weekdays[day], text }] : [];
        }),
        ...availability.exceptions.map(({ firstDay, lastDay, part, available, note }) => ({
          label: span(firstDay, lastDay),
          text: [dayParts[part], available ? canThen : cannotThen, note].filter(Boolean).join(", "),
        })),
      ],
    },
  ];
}

function sensitiveLines({ sensitive }: OwnData, language: Language): Lines {
  const { fields } = recordWords[language].private;
  if (!sensitive) return [];
  return told([
    [fields.ethnicGroup, sensitive.ethnicGroup],
    [fields.partyJoinedOn, sensitive.partyJoinedOn && showDay(sensitive.partyJoinedOn)],
    [fields.partyFullOn, sensitive.partyFullOn && showDay(sensitive.partyFullOn)],
    [fields.identityNumber, sensitive.identityNumber],
    [fields.homeAddress, sensitive.homeAddress],
    [fields.photo, sensitive.photo && documentWords[language].photo],
  ]);
}

function correctionLines({ corrections }: OwnData, language: Language): Lines {
  const say = ownWords[language];
  return corrections.map(({ sentAt, state, lines, note, reason }) => ({
    label: showMoment(sentAt),
    text: [
      say.states[state],
      ...lines.map(
        ({ label, before, proposed }) => `${label}: ${before || say.nothing} → ${proposed || say.nothing}`,
      ),
      note && say.noteSaid(note),
      reason && say.because(reason),
    ]
      .filter(Boolean)
      .join(". "),
  }));
}

function sourceLines({ imports, reviews, formerNames }: OwnData, language: Language): Lines {
  const { time } = recordWords[language];
  const say = documentWords[language];
  return [
    ...imports.map(({ fileName, sheet, row, raw, committedAt }) => ({
      label: committedAt ? showMoment(committedAt) : "",
      text: `${say.fromFile(fileName, sheet, row)}: ${cells(raw)}`,
    })),
    ...reviews.map(({ review, verdict, note, markedAt }) => ({
      label: markedAt ? showMoment(markedAt) : "",
      text: [time.reviewed(review.name), time.verdicts[verdict as keyof typeof time.verdicts], note]
        .filter(Boolean)
        .join(". "),
    })),
    ...formerNames.map(({ fullName, createdAt }) => ({
      label: showMoment(createdAt),
      text: time.merged(fullName),
    })),
  ];
}

function accountLines({ account }: OwnData, language: Language): Lines {
  const say = documentWords[language];
  return told([
    [say.login, [account.username, account.phone && showPhone(account.phone)].filter(Boolean).join(" / ")],
    [say.madeAt, showMoment(account.createdAt)],
    [say.lastSignIn, account.lastSignInAt && showMoment(account.lastSignInAt)],
    ...account.roles.map(({ role, unit }): [string, string] => [
      say.role,
      `${roleWords[language][role as keyof (typeof roleWords)["vi"]]}, ${unit}`,
    ]),
  ]);
}

function sessionLines({ account }: OwnData, language: Language): Lines {
  return account.sessions.map(({ createdAt, updatedAt, ipAddress, userAgent }) => ({
    label: documentWords[language].session(showMoment(createdAt), showMoment(updatedAt)),
    text: [ipAddress, userAgent].filter(Boolean).join(", "),
  }));
}

function historyLines({ history }: OwnData, language: Language): Lines {
  const say = documentWords[language];
  return history.map(({ at, action, byOneself, differences }) => ({
    label: showMoment(at),
    text: [
      `${action} (${byOneself ? say.byOneself : say.byDepartment})`,
      ...differences.map(
        ({ label, before, after }) => `${label}: ${[before, after].filter(Boolean).join(" → ")}`,
      ),
    ].join(". "),
  }));
}

function told(pairs: [string, string | null | undefined][]): Lines {
  return pairs.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

function cells(raw: unknown): string {
  const values = Array.isArray(raw) ? raw : Object.values(raw ?? {});
  return values.filter((value) => value !== null && value !== "").join(" | ");
}
