/** A search by name among everybody finds, through the words of names, whom a look at every name would find; and the words follow the names. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { asChangeSet, takeBackChangeSet } from "~/platform/change-sets.server";
import { db } from "~/platform/db.server";
import { fold } from "~/platform/text";
import { listInFull } from "~/roster/roster-list.server";
import { rosterQuery } from "~/roster/roster-query";
import { sortNameOf } from "~/roster/speaker-name";
import { makeActor, makeSpeaker, makeUnit } from "../factories";

const parts = [
  ...[
    "Nguyễn",
    "Thị",
    "Thi",
    "Anh",
    "Ánh",
    "Ân",
    "An",
    "Ann",
    "Văn",
    "Vân",
    "H'Hen",
    "K'Điệp",
    "Y",
    "Niê",
    "Đào",
  ],
  ...["Đạo", "Thịnh", "Q%", "a_b"],
];
const names = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" "));
let everywhere: Actor;
let unit: { id: string };

beforeAll(async () => {
  unit = await makeUnit();
  everywhere = { ...(await makeActor({ unit })), reach: "everywhere" };
  for (const fullName of fc.sample(names, { numRuns: 150, seed: 1 })) await makeSpeaker({ fullName, unit });
});

async function search(q: string): Promise<string[]> {
  const { people } = await listInFull(everywhere, rosterQuery({ q }));
  const found: string[] = [];
  for await (const { id } of people) found.push(id);
  return found;
}

/** By looking at every name. */
async function lookAtAll(q: string): Promise<string[]> {
  const begins = (name: string, word: string) =>
    [" ", "'"].some((before) => ` ${name}`.includes(before + word));
  const typed = q.toLowerCase().split(" ").filter(Boolean);
  const isExact = typed.some((word) => word !== fold(word));
  const people = await db.speaker.findMany({ orderBy: [{ sortKey: "asc" }, { id: "asc" }] });
  const found = people.filter(({ fullName }) => typed.every((word) => begins(fold(fullName), fold(word))));
  const isFirst = ({ fullName }: { fullName: string }) =>
    isExact && typed.every((word) => begins(fullName.toLowerCase(), word));
  return [...found.filter(isFirst), ...found.filter((person) => !isFirst(person))].map(({ id }) => id);
}

/** What the triggers should have kept. */
async function wordsAnew() {
  return db.$queryRaw`
    SELECT name.word, s.sort_key, s.id AS speaker_id, name.place, words_in_row(s.search_name) AS words, s.full_name
    FROM speaker s, words_of_name(words_in_row(s.search_name)) AS name ORDER BY 1, 2, 3`;
}

async function wordsKept() {
  return db.$queryRaw`SELECT word, sort_key, speaker_id, place, words, full_name FROM speaker_word ORDER BY 1, 2, 3`;
}

describe("a search among everybody", () => {
  const word = fc.constantFrom(
    ...parts,
    ...parts.map(fold),
    "n",
    "th",
    "hen",
    "h'h",
    "h'",
    "k'",
    "%",
    "_",
    "zzz",
  );
  const cut = fc.tuple(word, fc.integer({ min: 1, max: 6 })).map(([text, length]) => text.slice(0, length));
  const question = fc
    .array(fc.oneof(word, cut), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(" "));

  test("finds the same people in the same order as a look at every name", async () => {
    await fc.assert(
      fc.asyncProperty(question, async (q) => {
        expect([q, await search(q)]).toEqual([q, await lookAtAll(q)]);
      }),
      {
        numRuns: 150,
        examples: [["thi anh"], ["Thị Ánh"], ["anh thi an"], ["h'hen"], ["H’Hen"], ["a_b Q%"], ["%"]],
      },
    );
  });
});

describe("the words of a name", () => {
  test("follow it when people come, are renamed, move, go, and are given back", async () => {
    const actor = await makeActor({ unit });
    const other = await makeUnit();
    const [lan, gone] = [
      await makeSpeaker({ fullName: "Lê Lan Lan", unit }),
      await makeSpeaker({ fullName: "Y Bhin", unit }),
    ];
    const { changeSetId } = await db.$transaction((tx) =>
      asChangeSet(tx, actor, { kind: "roster.bulk", title: "", unitId: unit.id }, async () => {
        await tx.speaker.update({
          where: { id: lan.id },
          data: { fullName: "Lê H'Lan", sortName: sortNameOf("Lê H'Lan") },
        });
        await tx.speaker.updateMany({
          where: { unitId: unit.id, fullName: { startsWith: "Ng" } },
          data: { unitId: other.id },
        });
        await tx.speaker.delete({ where: { id: gone.id } });
        expect(
          await tx.$queryRaw`SELECT word, place FROM speaker_word WHERE speaker_id = ${lan.id}::uuid ORDER BY place`,
        ).toEqual([
          { word: "le", place: 0 },
          { word: "h'", place: 3 },
          { word: "lan", place: 6 },
        ]);
      }),
    );
    expect(await wordsKept()).toEqual(await wordsAnew());
    await takeBackChangeSet(actor, changeSetId);
    expect(await wordsKept()).toEqual(await wordsAnew());
    expect(await search("bhin")).toEqual([gone.id]);
  });
});
