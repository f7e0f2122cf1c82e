/** What a share of the big set's people can: topics, languages, qualifications; drawn from their ids, the same each time. */
import type pg from "pg";

/** A number from 0 to 99 out of the person's id and a salt. */
const draw = (salt: string) => `(('x' || substr(md5(s.id || '${salt}'), 1, 7))::bit(28)::int % 100)`;

export async function writeSkills(owner: pg.Client): Promise<void> {
  await owner.query(`
    INSERT INTO topic (id, name, position)
    SELECT gen_random_uuid(), 'Chuyên đề ' || place + 1, place FROM generate_series(0, 14) AS place`);
  await owner.query(`
    INSERT INTO speaker_topic (id, speaker_id, topic_id, level)
    SELECT gen_random_uuid(), s.id, t.id, (ARRAY['interested', 'experienced', 'certified'])[1 + ${draw("level")} % 3]
    FROM speaker s JOIN topic t ON t.position IN (${draw("one")} % 15, ${draw("two")} % 15)
    WHERE ${draw("has")} < 70`);
  await owner.query(`
    INSERT INTO speaker_language (id, speaker_id, language, level, written)
    SELECT gen_random_uuid(), s.id, (ARRAY['tay', 'thai', 'hmong', 'khmer', 'ede', 'en', 'en', 'zh'])[1 + ${draw("tongue")} % 8],
      (ARRAY['basic', 'conversational', 'fluent'])[1 + ${draw("how")} % 3], ${draw("writes")} < 40
    FROM speaker s WHERE ${draw("speaks")} < 12`);
  await owner.query(`
    INSERT INTO qualification (id, speaker_id, name, issuer, issued_on, expires_on)
    SELECT gen_random_uuid(), s.id, 'Chứng nhận bồi dưỡng nghiệp vụ', 'Trường Chính trị', date '2024-01-15',
      CASE WHEN ${draw("expires")} < 60 THEN current_date - 200 + 15 * ${draw("when")} END
    FROM speaker s WHERE ${draw("certified")} < 50`);
  await owner.query("ANALYZE speaker_topic, speaker_language, qualification");
}
