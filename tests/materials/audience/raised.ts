/** Puts a world of the model into the database; its files are links, so that fetching one is one short answer. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { type Thing, topicCount, type World, waysUp } from "./model";

const uuids = (count: number) => Array.from({ length: count }, () => randomUUID());

export interface Raised {
  units: string[];
  actors: Actor[];
  materials: { id: string; fileIds: string[] }[];
}

let topicIds: string[] = [];

/** Nothing of the world before stays, but its people and units: nobody asks for them. */
export async function raise(world: World): Promise<Raised> {
  await db.material.deleteMany();
  topicIds = topicIds.length > 0 ? topicIds : await makeTopics();
  const units = await raiseUnits(world);
  const at = (place: number) => units[place] as string;
  const actors = await Promise.all(world.people.map((person) => raisePerson(person, at)));
  const materials = [];
  for (const thing of world.materials) materials.push(await raiseThing(thing, at));
  return { units, actors, materials };
}

async function makeTopics() {
  const data = uuids(topicCount).map((id) => ({ id, name: `Chuyên đề ${id}` }));
  await db.topic.createMany({ data });
  return data.map(({ id }) => id);
}

async function raiseUnits(world: World): Promise<string[]> {
  const ids = uuids(world.parents.length);
  const facts = { kind: "commune_committee", level: "commune" };
  const [openedOn, validFrom] = [dayToColumn("2020-01-01"), dayToColumn("2020-01-01")];
  const rows = world.parents.map((parent, place) => ({
    id: ids[place] as string,
    name: `Đơn vị ${place}`,
    parentId: parent === null ? null : (ids[parent] as string),
    ...facts,
  }));
  await db.unit.createMany({ data: rows.map((row) => ({ ...row, openedOn })) });
  await db.unitVersion.createMany({
    data: rows.map(({ id, ...row }) => ({ ...row, unitId: id, validFrom })),
  });
  await db.unitScope.createMany({
    data: ids.flatMap((unitId, place) =>
      waysUp(world, place).map((above, depth) => ({ unitId, ancestorId: ids[above] as string, depth })),
    ),
  });
  return ids;
}

async function raisePerson(
  { speaker, grants }: World["people"][number],
  at: (place: number) => string,
): Promise<Actor> {
  const [userId, ownId] = [randomUUID(), randomUUID()];
  if (speaker) {
    await db.speaker.create({
      data: { id: ownId, fullName: "Nguyễn Văn An", sortName: ["An", "Nguyễn", "Văn"], unitId: at(0) },
    });
    await db.appointment.createMany({
      data: speaker.posts.map(({ unit, from, to, ...post }) => ({
        ...{ ...post, speakerId: ownId, unitId: at(unit), startsOn: dayToColumn(from) },
        endsOn: to ? dayToColumn(to) : null,
      })),
    });
    await db.speakerTopic.createMany({
      data: speaker.topics.map((topic) => ({
        ...{ speakerId: ownId, topicId: topicIds[topic] as string, level: "experienced" },
      })),
    });
    await db.speakerLanguage.createMany({
      data: speaker.languages.map((language) => ({ speakerId: ownId, language, level: "fluent" })),
    });
  }
  const held = grants.map(({ role, unit }) => ({ role, unitId: at(unit) }));
  await db.user.create({
    data: {
      ...{ id: userId, name: "Người dùng", email: `${userId}@account.invalid` },
      ...{ secondFactorBy: dayToColumn("2999-12-31"), speakerId: speaker ? ownId : null },
      grants: { create: held.map((grant) => ({ ...grant, grantedBy: "system" })) },
    },
  });
  // The reach of whatever permission was asked must not matter.
  return {
    ...{ userId, name: "Người dùng", language: "vi", grants: held, reach: [] },
    ...{ speakerId: speaker ? ownId : undefined, from: {} },
  };
}

async function raiseThing(thing: Thing, at: (place: number) => string) {
  const { unit, circulation, state, out, trashed, rules, files } = thing;
  const publishedAt = out && new Date(Date.now() + (out === "past" ? -3_600_000 : 3_600_000));
  const fileIds = uuids(files.length);
  const filesOf = (draft: boolean) => ({
    createMany: {
      data: files.flatMap((file, place) =>
        file.draft === draft
          ? {
              ...{ id: fileIds[place] as string, state: file.state, name: "Bài nói", format: "link" },
              url: "https://example.org/bai-noi",
              ...{ declaredBy: "x", declaredAt: new Date() },
            }
          : [],
      ),
    },
  });
  const material = await db.material.create({
    data: {
      ...{ unitId: at(unit), title: "Tài liệu", kind: "outline", createdBy: "x" },
      ...{ circulation, state, publishedAt, trashedAt: trashed ? new Date() : null },
      rules: {
        createMany: {
          data: rules.map(({ units, topics, ...rule }) => ({
            ...rule,
            unitIds: units.map(at),
            topicIds: topics.map((topic) => topicIds[topic] as string),
          })),
        },
      },
      versions: {
        create: [
          { number: 1, publishedAt, createdBy: "x", files: filesOf(false) },
          { number: 2, createdBy: "x", files: filesOf(true) },
        ],
      },
    },
    include: { versions: true },
  });
  const first = material.versions.find(({ number }) => number === 1);
  if (out) await db.material.update({ where: { id: material.id }, data: { currentId: first?.id } });
  return { id: material.id, fileIds };
}
