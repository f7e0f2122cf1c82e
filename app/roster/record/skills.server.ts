/** Topics and languages of a person in the database, row by row, so that only what differs is touched. */
import type { Facts } from "~/platform/audit.server";
import type { Db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { type LanguageSkill, languages } from "./language";
import { languageWords } from "./language-words";
import type { PartValues } from "./part";
import { skillWords } from "./skill-words";
import type { TopicLevel } from "./topic";
import { words } from "./words";

export async function readTopics(tx: Db, speakerId: string): Promise<PartValues["topics"]> {
  const rows = await tx.speakerTopic.findMany({ where: { speakerId }, orderBy: { topicId: "asc" } });
  return { topics: Object.fromEntries(rows.map(({ topicId, level }) => [topicId, level as TopicLevel])) };
}

export async function writeTopics(
  tx: Db,
  speakerId: string,
  { topics }: PartValues["topics"],
): Promise<void> {
  const ids = Object.keys(topics);
  if ((await tx.topic.count({ where: { id: { in: ids } } })) !== ids.length) {
    throw new Refusal(words.errors.topicUnknown);
  }
  await tx.speakerTopic.deleteMany({ where: { speakerId, topicId: { notIn: ids } } });
  const { topics: held } = await readTopics(tx, speakerId);
  for (const [topicId, level] of Object.entries(topics)) {
    if (!held[topicId]) await tx.speakerTopic.create({ data: { speakerId, topicId, level } });
    else if (held[topicId] !== level) {
      await tx.speakerTopic.updateMany({ where: { speakerId, topicId }, data: { level } });
    }
  }
}

export async function topicFacts(tx: Db, { topics }: PartValues["topics"]): Promise<Facts> {
  const named = await tx.topic.findMany({
    where: { id: { in: Object.keys(topics) } },
    orderBy: { position: "asc" },
  });
  return {
    topics: named.map(({ id, name }) => topicFact(name, topics[id] ?? "interested")),
  };
}

export function topicFact(name: string, level: TopicLevel): string {
  return `${name}: ${skillWords.vi.topicLevels[level]}`;
}

export async function readLanguages(tx: Db, speakerId: string): Promise<PartValues["languages"]> {
  const rows = await tx.speakerLanguage.findMany({
    where: { speakerId },
    select: { language: true, level: true, written: true },
  });
  return { languages: inOrder(rows as LanguageSkill[]) };
}

function inOrder(rows: LanguageSkill[]): LanguageSkill[] {
  return rows.sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
}

export async function writeLanguages(
  tx: Db,
  speakerId: string,
  sent: PartValues["languages"],
): Promise<void> {
  await tx.speakerLanguage.deleteMany({
    where: { speakerId, language: { notIn: sent.languages.map(({ language }) => language) } },
  });
  const held = (await readLanguages(tx, speakerId)).languages;
  for (const skill of sent.languages) {
    const { language, level, written } = skill;
    const known = held.find((one) => one.language === language);
    if (!known) await tx.speakerLanguage.create({ data: { speakerId, ...skill } });
    else if (known.level !== level || known.written !== written) {
      await tx.speakerLanguage.updateMany({ where: { speakerId, language }, data: { level, written } });
    }
  }
}

export function languageFacts(_: Db, { languages }: PartValues["languages"]): Facts {
  return { languages: languages.map(languageFact) };
}

export function languageFact({ language, level, written }: LanguageSkill): string {
  return [languageWords.vi[language], skillWords.vi.languageLevels[level], written && words.vi.written]
    .filter(Boolean)
    .join(", ");
}
