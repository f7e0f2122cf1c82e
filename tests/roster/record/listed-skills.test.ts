/** Topics and languages as columns of the list and its exports: only what is asked for, in the reader's words, readable by the import. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { readLanguages, readTopics } from "~/roster/import/skills";
import { withSkills } from "~/roster/record/listed-skills.server";
import { rosterTable } from "~/roster/roster-export.server";
import { listRoster } from "~/roster/roster-list.server";
import { rosterQuery } from "~/roster/roster-query";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";

let officer: Actor;
const topics = ["Tôn giáo, tập quán vùng cao", "Khuyến học"];

beforeAll(async () => {
  await makeUnit();
  const unit = await makeUnit({ name: "Đảng ủy xã Mường Hoa" });
  officer = await makeActor({ unit });
  const speaker = await makeSpeaker({ fullName: "Lò Thị Mai", unit });
  await makeSpeaker({ fullName: "Vi Văn An", unit });
  for (const [position, name] of topics.entries()) {
    const { id: topicId } = await db.topic.create({ data: { name, position: 900 + position } });
    const level = position === 0 ? "experienced" : "certified";
    await db.speakerTopic.create({ data: { speakerId: speaker.id, topicId, level } });
  }
  await db.speakerLanguage.create({ data: { speakerId: speaker.id, language: "thai", level: "fluent" } });
  await db.speakerLanguage.create({ data: { speakerId: speaker.id, language: "en", level: "basic" } });
});

async function lines(columns: string[] | null, actor = officer) {
  const table = await rosterTable(actor, rosterQuery({ columns }));
  const found: unknown[][] = [];
  for await (const line of table.rows) found.push(table.columns.map(({ value }) => value(line)));
  return [table.columns.map(({ label }) => label), ...found];
}

const said = [
  "Tôn giáo, tập quán vùng cao (có kinh nghiệm); Khuyến học (được chứng nhận)",
  "Tiếng Anh (giao tiếp cơ bản); Thái (thạo)",
] as const;

test("stand in the export where they are asked for, and in no other", async () => {
  expect(await lines(["topics", "languages"])).toEqual([
    ["Họ và tên", "Chuyên đề", "Ngôn ngữ"],
    ["Vi Văn An", "", ""],
    ["Lò Thị Mai", ...said],
  ]);
  expect((await lines(["languages"], { ...officer, language: "en" }))[2]).toEqual([
    "Lò Thị Mai",
    "English (a little); Thái (of Viet Nam) (fluently)",
  ]);
  expect((await lines(null)).flat()).not.toContain("Chuyên đề");
});

test("are not asked of the database where no column shows them", async () => {
  const { people } = await listRoster(officer, rosterQuery());
  expect(await withSkills(people, [{ key: "name" }], "vi")).toBe(people);
});

test("are read back by the import", () => {
  const listed = topics.map((name) => ({ name }));
  expect(readTopics(said[0], listed)).toEqual({ found: listed, left: [] });
  expect(readLanguages(said[1])).toEqual({
    found: [
      { language: "en", level: "basic" },
      { language: "thai", level: "fluent" },
    ],
    left: [],
  });
});
