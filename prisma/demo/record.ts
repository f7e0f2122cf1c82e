/** What the sample department knows of its speakers besides their posts: topics, languages, qualifications, when they can come. */
import { addDays, type Day, dayToColumn } from "~/platform/clock";
import type { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import type { LanguageSkill } from "~/roster/record/language";
import type { SpeakerRow } from "./people.ts";
import { between, chance, idAt, pick, type Random, weighted } from "./random.ts";

export interface RecordRows {
  topics: Prisma.SpeakerTopicCreateManyInput[];
  languages: Prisma.SpeakerLanguageCreateManyInput[];
  qualifications: Prisma.QualificationCreateManyInput[];
  availability: Prisma.AvailabilityCreateManyInput[];
  sensitive: Prisma.SpeakerPrivateCreateManyInput[];
}

const topicLevels = weighted([
  ["interested", 3],
  ["experienced", 6],
  ["certified", 2],
] as const);

/** Peoples of the highlands and the delta by the names that only they bear. */
const peoples: {
  language: LanguageSkill["language"];
  ethnicGroup: string;
  names: RegExp;
  also?: LanguageSkill["language"];
}[] = [
  { language: "hmong", ethnicGroup: "Mông", names: /^(sung|giang|vang|thao|ly a|mua|lau) /, also: "thai" },
  { language: "ede", ethnicGroup: "Ê Đê", names: /( nie|^y |^h')/, also: "jarai" },
  { language: "khmer", ethnicGroup: "Khmer", names: /^(thach|kim|son|danh) / },
  { language: "tay", ethnicGroup: "Tày", names: /^(nong|luong|ma|hua|chu|be) /, also: "nung" },
];

export function makeRecords(
  random: Random,
  today: Day,
  speakers: SpeakerRow[],
  topics: string[],
): RecordRows {
  const rows: RecordRows = { topics: [], languages: [], qualifications: [], availability: [], sensitive: [] };
  for (const speaker of speakers) {
    const at = new Date(speaker.createdAt.getTime() + 3_600_000);
    const id = () => idAt(random, at);
    const speakerId = speaker.id;
    for (const topicId of some(random, topics, chance(random, 0.8) ? between(random, 1, 4) : 0)) {
      rows.topics.push({ id: id(), speakerId, topicId, level: topicLevels(random) });
    }
    for (const skill of languagesOf(random, speaker)) rows.languages.push({ id: id(), speakerId, ...skill });
    for (const one of qualificationsOf(random, today, speaker)) {
      rows.qualifications.push({ id: id(), speakerId, ...one });
    }
    if (chance(random, 0.45)) {
      for (const one of timesOf(random, today)) rows.availability.push({ id: id(), speakerId, ...one });
    }
    const people = peopleOf(speaker);
    if (people && chance(random, 0.6)) {
      rows.sensitive.push({ id: id(), speakerId, ethnicGroup: people.ethnicGroup });
    }
  }
  return rows;
}

/** The one sensitive field that the sample department uses. */
export function privateChoice(today: Day, by: string): Prisma.InputJsonObject {
  const reason =
    "Phân công người tuyên truyền bằng tiếng dân tộc theo Kế hoạch công tác dân tộc của Tỉnh ủy.";
  return { ethnicGroup: { reason, since: addDays(today, -120), by } };
}

function peopleOf({ fullName }: SpeakerRow) {
  return peoples.find(({ names }) => names.test(fold(fullName)));
}

function languagesOf(random: Random, speaker: SpeakerRow): LanguageSkill[] {
  const people = peopleOf(speaker);
  const skills: LanguageSkill[] = [];
  if (people) {
    skills.push({ language: people.language, level: "fluent", written: chance(random, 0.5) });
    if (people.also && chance(random, 0.3)) {
      skills.push({ language: people.also, level: "conversational", written: false });
    }
  } else if (chance(random, 0.06)) {
    const language = pick(random, ["tay", "thai", "hmong", "khmer", "ede"] as const);
    skills.push({ language, level: pick(random, ["basic", "conversational"] as const), written: false });
  }
  const isSchooled = /Thạc|Tiến|Đại học/.test(speaker.education ?? "");
  if (chance(random, isSchooled ? 0.25 : 0.04)) {
    const level = pick(random, ["basic", "conversational", "conversational", "fluent"] as const);
    skills.push({ language: pick(random, ["en", "en", "en", "zh", "lo"] as const), level, written: true });
  }
  if (chance(random, 0.01)) skills.push({ language: "sign_vn", level: "conversational", written: false });
  return skills;
}

const trainings = [
  {
    name: "Chứng nhận bồi dưỡng nghiệp vụ báo cáo viên",
    issuer: "Trường Chính trị tỉnh Lam Giang",
    years: null,
  },
  {
    name: "Chứng nhận bồi dưỡng kỹ năng tuyên truyền miệng",
    issuer: "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    years: 3,
  },
  { name: "Chứng nhận báo cáo viên pháp luật", issuer: "Sở Tư pháp tỉnh Lam Giang", years: 5 },
  {
    name: "Chứng nhận bồi dưỡng kiến thức quốc phòng và an ninh",
    issuer: "Hội đồng GDQPAN tỉnh Lam Giang",
    years: 4,
  },
];

function qualificationsOf(random: Random, today: Day, speaker: SpeakerRow) {
  return some(random, trainings, chance(random, 0.55) ? between(random, 1, 2) : 0).map(
    ({ name, issuer, years }) => {
      const issued = addDays(today, -between(random, 40, years ? years * 365 + 200 : 2000));
      const issuedOn = issued < "2021-01-04" ? "2021-01-04" : issued;
      const expiresOn = years ? addDays(issuedOn, years * 365) : null;
      return {
        ...{ name, issuer },
        number: `${between(random, 12, 640)}/${issuedOn.slice(0, 4)}/CN`,
        issuedOn: dayToColumn(issuedOn),
        // A few are about to expire, as everywhere.
        expiresOn: expiresOn ? dayToColumn(nearly(random, today, expiresOn, speaker)) : null,
      };
    },
  );
}

function nearly(random: Random, today: Day, expiresOn: Day, { position }: SpeakerRow): Day {
  return position && chance(random, 0.15) ? addDays(today, between(random, 5, 80)) : expiresOn;
}

/** Evenings and week-ends of those who work by day; a course or leave now and then. */
function timesOf(random: Random, today: Day): Omit<Prisma.AvailabilityCreateManyInput, "speakerId">[] {
  const worksByDay = chance(random, 0.6);
  const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    (["morning", "afternoon", "evening"] as const)
      .filter((part) => (worksByDay && weekday < 6 ? part === "evening" : weekday < 7) && chance(random, 0.7))
      .map((part) => ({ weekday, part, available: true })),
  );
  if (!chance(random, 0.3)) return weekly;
  const first = addDays(today, between(random, 2, 40));
  const [note, days] = pick(random, [
    ["Học lớp cao cấp lý luận chính trị", 24],
    ["Đi công tác cơ sở", 3],
    ["Nghỉ phép", 6],
  ] as const);
  const away = { firstDay: dayToColumn(first), lastDay: dayToColumn(addDays(first, days)) };
  return [...weekly, { ...away, part: "all_day", available: false, note }];
}

function some<T>(random: Random, all: readonly T[], count: number): T[] {
  return all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ one }) => one);
}
