/** The roster narrowed by what people can and who they are: page, count and pills of one query. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { filtersOf } from "~/roster/roster-filters";
import { countRoster, listRoster } from "~/roster/roster-list.server";
import { readRosterQuery } from "~/roster/roster-query";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../../factories";

let officer: Actor;
let topicId: string;
const year = Number(today().slice(0, 4));

beforeAll(async () => {
  await makeUnit();
  const unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit });
  topicId = (await db.topic.create({ data: { name: crypto.randomUUID() } })).id;
  const person = async (fullName: string, more: object) => {
    const { id } = await makeSpeaker({ fullName, unit });
    await db.speaker.update({ where: { id }, data: more });
    return id;
  };
  const an = await person("Lê An", { gender: "female", birthYear: year - 39, politicalTheory: "advanced" });
  const binh = await person("Lê Bình", {
    gender: "male",
    birthYear: year - 40,
    politicalTheory: "elementary",
  });
  const chi = await person("Lê Chi", {
    gender: "female",
    birthYear: year - 40,
    birthMonth: 12,
    birthDay: 31,
  });
  const level = (speakerId: string, level: string) => ({ speakerId, topicId, level });
  await db.speakerTopic.createMany({ data: [level(an, "certified"), level(binh, "interested")] });
  await db.speakerLanguage.createMany({
    data: [
      { speakerId: an, language: "tay", level: "basic" },
      { speakerId: chi, language: "tay", level: "fluent" },
    ],
  });
  const until = (speakerId: string, days: number | null) => ({
    ...{ speakerId, name: "Chứng nhận" },
    expiresOn: days === null ? null : dayToColumn(addDays(today(), days)),
  });
  await db.qualification.createMany({
    data: [until(an, -1), until(binh, 89), until(chi, 90), until(chi, null)],
  });
  await makeAppointment({ speaker: { id: an, unitId: unit.id } });
});

async function found(search: string): Promise<string[]> {
  const query = readRosterQuery(new URL(`http://roster/?${search}`));
  const { people, count } = await listRoster(officer, query);
  expect(await countRoster(officer, query)).toEqual(count);
  expect(count.total).toBe(people.length);
  return people.map(({ fullName }) => fullName);
}

test.each([
  ["topic=TOPIC", ["Lê An", "Lê Bình"]],
  ["topic=TOPIC&topicLevel=experienced", ["Lê An"]],
  ["topic=TOPIC&topicLevel=interested&gender=male", ["Lê Bình"]],
  ["language=tay", ["Lê An", "Lê Chi"]],
  ["language=tay&languageLevel=conversational", ["Lê Chi"]],
  ["language=tay&role=rapporteur", ["Lê An"]],
  ["qualification=expired", ["Lê An"]],
  ["qualification=expiring", ["Lê Bình"]],
  ["qualification=valid", ["Lê Chi"]],
  ["theory=advanced", ["Lê An"]],
  ["gender=female", ["Lê An", "Lê Chi"]],
  ["language=klingon&gender=x", ["Lê An", "Lê Bình", "Lê Chi"]],
])("%s", async (search, names) => {
  expect(await found(search.replace("TOPIC", topicId))).toEqual(names);
});

test("under forty: those who have not turned forty by the day", async () => {
  expect(await found(`age=young&day=${year}-12-30`)).toEqual(["Lê An", "Lê Chi"]);
  expect(await found(`age=young&day=${year}-12-31`)).toEqual(["Lê An"]);
});

test("each says in words what it asks for", () => {
  const search = `topic=${topicId}&topicLevel=certified&language=tay&qualification=expired&theory=advanced&gender=female&age=young`;
  const query = readRosterQuery(new URL(`http://roster/?${search}`));
  expect(filtersOf(query, null, "Nông thôn mới").map(({ name, label }) => [name, label.vi])).toEqual([
    ["topic", "Nông thôn mới, từ mức được chứng nhận"],
    ["language", "Tày"],
    ["qualification", "Chứng chỉ: đã hết hạn"],
    ["theory", "Lý luận: cao cấp"],
    ["gender", "Nữ"],
    ["age", "Dưới 40 tuổi"],
  ]);
});
