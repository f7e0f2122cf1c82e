/** Writes topics and languages that people of an import have not yet, many in one statement, and tells them for the audit trail. */
import type { Facts } from "~/platform/audit.server";
import type { Db } from "~/platform/db.server";
import type { LanguageSkill } from "~/roster/record/language";
import { languageFact, topicFact } from "~/roster/record/skills.server";
import type { TopicLevel } from "~/roster/record/topic";
import type { ListedTopic } from "./person-skills";

interface Gaining {
  speakerId: string;
  topics: ListedTopic[];
  languages: LanguageSkill[];
}

/** A list that names a topic says nothing of how far somebody has come with it. */
export const topicLevel: TopicLevel = "interested";

/** What somebody has already stays as it is. */
export async function writeSkills(tx: Db, people: Gaining[]): Promise<void> {
  const topics = people.flatMap(({ speakerId, topics }) =>
    topics.map(({ id }) => ({ speaker_id: speakerId, topic_id: id })),
  );
  const languages = people.flatMap(({ speakerId, languages }) =>
    languages.map((skill) => ({ speaker_id: speakerId, ...skill })),
  );
  if (topics.length > 0) {
    await tx.$executeRaw`
      INSERT INTO speaker_topic (id, speaker_id, topic_id, level)
      SELECT gen_random_uuid(), speaker_id, topic_id, ${topicLevel}
      FROM jsonb_to_recordset(${JSON.stringify(topics)}::jsonb) AS new (speaker_id uuid, topic_id uuid)
      ON CONFLICT (speaker_id, topic_id) DO NOTHING`;
  }
  if (languages.length > 0) {
    await tx.$executeRaw`
      INSERT INTO speaker_language (id, speaker_id, language, level, written)
      SELECT gen_random_uuid(), speaker_id, language, level, written
      FROM jsonb_to_recordset(${JSON.stringify(languages)}::jsonb) AS new (speaker_id uuid, language text,
        level text, written boolean)
      ON CONFLICT (speaker_id, language) DO NOTHING`;
  }
}

/** Nothing of what is empty. */
export function skillFacts(topics: { name: string; level: TopicLevel }[], languages: LanguageSkill[]): Facts {
  return {
    ...(topics.length > 0 && { topics: topics.map(({ name, level }) => topicFact(name, level)) }),
    ...(languages.length > 0 && { languages: languages.map(languageFact) }),
  };
}
