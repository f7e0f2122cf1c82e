/** A small model of who is appointed when, kept in memory beside the database: commands for fast-check that do the same to both. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, type Day, dayFromColumn, dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { activeSpeakersOn } from "~/roster/active-speakers.server";
import { type ActInput, actSchema, type LineInput } from "~/roster/acts/act";
import { takeBackAct } from "~/roster/acts/act-undo.server";
import { act } from "~/roster/acts/acts.server";
import { covers, overlap, type Role } from "~/roster/appointment";
import { appoint, changeAppointment } from "~/roster/appointments.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { mergeFields, mergeSchema, type Side } from "~/roster/doubles/merge";
import { mergeSpeakers } from "~/roster/doubles/merge.server";
import { releaseSpeaker } from "~/roster/releases.server";
import { updateSpeaker } from "~/roster/speaker-changes.server";

/** An appointment as the model knows it; people, units and decisions are places in the world's lists. */
export interface Post {
  person: number;
  unit: number;
  role: Role;
  startsOn: Day;
  endsOn: Day | null;
  /** Null: decision unknown. */
  decision: number | null;
  reason: string | null;
}

export interface Model {
  posts: Post[];
  /** Which state this is: two with one number are the same. */
  state: number;
  /** The acts and merges that can be taken back, the last one last. */
  acts: Undoable[];
  /** Whose record was merged into whose. */
  gone: Map<number, number>;
}

interface Undoable {
  before: Post[];
  goneBefore: Map<number, number>;
  stateBefore: number;
  stateAfter: number;
  takeBack(): Promise<unknown>;
  /** What must stand again, where nothing happened in between. */
  expectBack?(): Promise<void>;
}

/** Whoever's record is no more is the one that it was merged into. */
export function alive({ gone }: Model, person: number): number {
  const into = gone.get(person);
  return into === undefined ? person : alive({ gone } as Model, into);
}

let count = 0;

export interface World {
  actor: Actor;
  people: string[];
  units: string[];
  decisions: string[];
}

export type Command = fc.AsyncCommand<Model, World>;

const firstDay = "2024-01-01";
const anyDay = fc.integer({ min: 0, max: 40 }).map((months) => addDays(firstDay, months * 30));
const anyRole = fc.constantFrom<Role>("rapporteur", "communicator");

/** Every command that the roster knows for appointments; others may add theirs. */
export function commandsOn({ people, units }: Pick<World, "people" | "units">): fc.Arbitrary<Command>[] {
  const person = fc.nat(people.length - 1);
  const unit = fc.nat(units.length - 1);
  const decision = fc.nat(2);
  return [
    fc
      .tuple(person, unit, anyRole, anyDay, fc.option(fc.integer({ min: 1, max: 20 })), fc.option(decision))
      .map(([who, where, role, startsOn, months, by]) => {
        const endsOn = months === null ? null : addDays(startsOn, months * 30);
        return appointing({ person: who, unit: where, role, startsOn, endsOn, decision: by, reason: null });
      }),
    fc
      .tuple(fc.uniqueArray(person, { minLength: 1 }), unit, anyRole, anyDay, decision)
      .map(([who, where, role, startsOn, by]) => recognising(who, where, role, startsOn, by)),
    fc
      .tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }), anyDay, decision)
      .map(([which, on, by]) => renewing(which, on, by)),
    fc.tuple(fc.nat(30), anyDay, decision).map(([which, on, by]) => releasing(which, on, by)),
    fc
      .tuple(fc.nat(30), person, anyDay, decision)
      .map(([which, who, on, by]) => replacing(which, who, on, by)),
    fc.tuple(fc.nat(30), anyDay).map(([which, startsOn]) => moving(which, startsOn)),
    fc
      .tuple(person, person, fc.constantFrom<Side>("one", "other"))
      .map(([a, b, side]) => merging(a, b, side)),
    fc.tuple(person, unit).map(([who, where]) => movingHouse(who, where)),
    fc.constant(takingBack()),
  ];
}

/** Fits beside what the person holds already? */
export function fits(posts: Post[], post: Post, but?: Post): boolean {
  return !posts.some((other) => other !== but && isSameSeat(other, post) && overlap(other, post));
}

function isSameSeat(a: Post, b: Post): boolean {
  return a.person === b.person && a.unit === b.unit && a.role === b.role;
}

/** One by one, on a person's own page. */
function appointing(asked: Post): Command {
  return {
    check: () => true,
    toString: () => `appoint ${JSON.stringify(asked)}`,
    async run(model, world) {
      const post = { ...asked, person: alive(model, asked.person) };
      const isFine = fits(model.posts, post);
      const happened = await succeeds(() =>
        appoint(world.actor, world.people[post.person] ?? "", {
          id: randomUUID(),
          unitId: world.units[post.unit] ?? "",
          ...{ role: post.role, network: "party", level: "commune" },
          ...{ startsOn: post.startsOn, endsOn: post.endsOn },
          decision: choiceOf(world, post.decision),
        }),
      );
      expect(happened).toBe(isFine);
      if (isFine) happen(model, [...model.posts, { ...post }]);
      await agree(model, world);
    },
  };
}

/** Something was done: the model is in a state of its own now. */
export function happen(model: Model, posts: Post[]): void {
  model.posts = posts;
  model.state = ++count;
}

function instead(posts: Post[], old: Post, fresh: Post): Post[] {
  return posts.map((post) => (post === old ? fresh : post));
}

function recognising(asked: number[], unit: number, role: Role, startsOn: Day, decision: number): Command {
  return carryingOut(
    `recognise ${asked} at ${unit} as ${role} from ${startsOn}`,
    decision,
    (model, world) => {
      const who = [...new Set(asked.map((person) => alive(model, person)))];
      const endsOn = addDays(startsOn, 365);
      const posts = who.map((person) => ({ person, unit, role, startsOn, endsOn, decision, reason: null }));
      return {
        wishes: { startsOn, endsOn, role, unitId: world.units[unit] },
        lines: who.map((person) => ({
          speakerId: world.people[person] ?? "",
          appointmentId: "",
          does: "begin",
        })),
        after: posts.every((post) => fits(model.posts, post)) ? [...model.posts, ...posts] : null,
      };
    },
  );
}

/** Of the model's posts, some are renewed from a day for a year: what goes on is cut short. */
function renewing(which: number[], startsOn: Day, decision: number): Command {
  return carryingOut(`renew ${which} from ${startsOn}`, decision, async (model, world) => {
    const chosen = [...new Set(which.map((at) => model.posts[at % Math.max(1, model.posts.length)]))].filter(
      (post) => post !== undefined,
    );
    const endsOn = addDays(startsOn, 365);
    const begun = chosen.map((post) => ({ ...post, startsOn, endsOn, decision, reason: null }));
    const cut = model.posts.map((post) =>
      chosen.includes(post) && (post.endsOn === null || post.endsOn >= startsOn)
        ? { ...post, endsOn: addDays(startsOn, -1) }
        : post,
    );
    const isFine =
      chosen.every(({ reason }) => reason === null) &&
      chosen.every((post) => startsOn > post.startsOn || (post.endsOn !== null && post.endsOn < startsOn)) &&
      begun.every((post, at) => fits([...cut, ...begun.slice(0, at)], post));
    return {
      wishes: { startsOn, endsOn },
      lines: await Promise.all(
        chosen.map(async (post) => ({
          speakerId: world.people[post.person] ?? "",
          appointmentId: await idOf(world, post),
          does: "renew" as const,
        })),
      ),
      after: chosen.length > 0 && isFine ? [...cut, ...begun] : null,
    };
  });
}

function replacing(which: number, asked: number, startsOn: Day, decision: number): Command {
  return carryingOut(`replace ${which} by ${asked} from ${startsOn}`, decision, async (model, world) => {
    const newcomer = alive(model, asked);
    const post = model.posts[which % Math.max(1, model.posts.length)];
    if (!post) return { wishes: { startsOn }, lines: [], after: null };
    const ended = { ...post, endsOn: addDays(startsOn, -1), reason: "moved" };
    const until = post.endsOn !== null && post.endsOn >= startsOn ? post.endsOn : null;
    const begun = { ...post, person: newcomer, startsOn, endsOn: until, decision, reason: null };
    const rest = model.posts.map((one) => (one === post ? ended : one));
    const isFine = mayEnd(post, startsOn) && fits(rest, begun);
    return {
      wishes: { startsOn, endsOn: "", reason: "moved" },
      lines: [
        {
          speakerId: world.people[post.person] ?? "",
          appointmentId: await idOf(world, post),
          does: "replace",
          newcomerId: world.people[newcomer],
        },
      ],
      after: isFine ? [...rest, begun] : null,
    };
  });
}

function mayEnd(post: Post, on: Day): boolean {
  return (
    post.reason === null && on > post.startsOn && (post.endsOn === null || on <= addDays(post.endsOn, 1))
  );
}

interface Deed {
  wishes: Partial<ActInput>;
  lines: LineInput[];
  /** Null: it must be refused. */
  after: Post[] | null;
}

/** An act from one decision: all of it or nothing, and to be taken back. */
function carryingOut(
  name: string,
  decision: number,
  deed: (model: Model, world: World) => Deed | Promise<Deed>,
): Command {
  return {
    check: () => true,
    toString: () => `${name} by ${decision}`,
    async run(model, world) {
      const { wishes, lines, after } = await deed(model, world);
      if (lines.length === 0) return;
      const before = model.posts.map((post) => ({ ...post }));
      let changeSetId: string | null = null;
      const happened = await succeeds(async () => {
        const values = actSchema.parse({
          decision: { choice: "existing", id: world.decisions[decision] ?? "" },
          ...{ role: "rapporteur", network: "party", level: "commune", unitId: "", term: "", termName: "" },
          ...{ startsOn: firstDay, endsOn: "", reason: "", lines, ...wishes },
        } satisfies ActInput);
        ({ changeSetId } = await act(world.actor, world.units[0] ?? "", values));
      });
      expect(happened).toBe(after !== null);
      if (after) {
        const stateBefore = model.state;
        model.posts = after;
        model.state = ++count;
        model.acts.push({
          ...{ before, goneBefore: new Map(model.gone), stateBefore, stateAfter: model.state },
          takeBack: () => takeBackAct(world.actor, world.decisions[decision] ?? "", changeSetId ?? ""),
        });
      }
      await agree(model, world);
    },
  };
}

function releasing(which: number, on: Day, decision: number): Command {
  return {
    check: (model) => model.posts.length > 0,
    toString: () => `release ${which} on ${on}`,
    async run(model, world) {
      const post = model.posts[which % model.posts.length] as Post;
      const isFine = on > post.startsOn && (post.endsOn === null || on <= addDays(post.endsOn, 1));
      const appointmentIds = [await idOf(world, post)];
      const happened = await succeeds(() =>
        releaseSpeaker(world.actor, world.people[post.person] ?? "", {
          ...{ appointmentIds, on, reason: "health" },
          decision: choiceOf(world, decision),
        }),
      );
      expect(happened).toBe(isFine);
      const released = { ...post, endsOn: addDays(on, -1), reason: "health" };
      if (isFine) happen(model, instead(model.posts, post, released));
      await agree(model, world);
    },
  };
}

/** The dates of an appointment are set right. */
function moving(which: number, startsOn: Day): Command {
  return {
    check: (model) => model.posts.length > 0,
    toString: () => `move ${which} to ${startsOn}`,
    async run(model, world) {
      const post = model.posts[which % model.posts.length] as Post;
      const moved = { ...post, startsOn, endsOn: addDays(startsOn, 90) };
      const isFine = fits(model.posts, moved, post);
      const id = await idOf(world, post);
      const happened = await succeeds(() =>
        changeAppointment(world.actor, world.people[post.person] ?? "", id, {
          ...{ startsOn, endsOn: moved.endsOn },
          decision: choiceOf(world, post.decision),
        }),
      );
      expect(happened).toBe(isFine);
      if (isFine) happen(model, instead(model.posts, post, moved));
      await agree(model, world);
    },
  };
}

/** Two records become one: on duty on exactly the days of either, and no decision is forgotten for an unknown one. */
function merging(a: number, b: number, side: Side): Command {
  return {
    check: (model) => alive(model, a) !== alive(model, b),
    toString: () => `merge ${a} and ${b}, taking ${side}`,
    async run(model, world) {
      const both = [alive(model, a), alive(model, b)];
      const ids = both.map((person) => world.people[person] ?? "") as [string, string];
      const before = model.posts.map((post) => ({ ...post }));
      const [stateBefore, goneBefore, record] = [model.state, new Map(model.gone), await recordOf(ids)];
      const merged = await mergeSpeakers(world.actor, ids, await joiningAll(ids, side));
      if (!merged) throw new Error("Both are there and in reach.");
      const heir = world.people.indexOf(merged.id);
      for (const person of both) if (person !== heir) model.gone.set(person, heir);
      const stored = await readPosts(world);
      expectJoined(
        before.filter(({ person }) => both.includes(person)),
        stored.filter(({ person }) => person === heir),
      );
      const others = (posts: Post[]) => inOrder(posts.filter(({ person }) => !both.includes(person)));
      expect(others(stored)).toEqual(others(before));
      happen(model, stored);
      model.acts.push({
        ...{ before, goneBefore, stateBefore, stateAfter: model.state },
        takeBack: async () => takeBack(world.actor, (await findChange(world.actor, merged.changeSetId))!),
        expectBack: async () => expect(await recordOf(ids)).toEqual(record),
      });
      await agree(model, world);
    },
  };
}

function expectJoined(before: Post[], after: Post[]) {
  for (let month = 0; month < 80; month++) {
    const day = addDays(firstDay, month * 15);
    const seats = (posts: Post[]) =>
      [
        ...new Set(posts.filter((post) => covers(post, day)).map(({ unit, role }) => `${unit} ${role}`)),
      ].sort();
    expect(seats(after)).toEqual(seats(before));
  }
  for (const post of after.filter(({ decision }) => decision === null)) {
    const held = before.filter((other) => isSameSeat({ ...other, person: post.person }, post));
    expect(held.filter((other) => overlap(other, post)).every(({ decision }) => decision === null)).toBe(
      true,
    );
  }
}

/** Whatever clashes is joined. */
async function joiningAll(ids: string[], side: Side) {
  const [one, other] = await db.speaker.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const posts = await db.appointment.findMany({ where: { speakerId: { in: ids } }, select: { id: true } });
  return mergeSchema.parse({
    fields: Object.fromEntries(mergeFields.map((field) => [field, side])),
    ...{ private: side, account: side },
    appointments: Object.fromEntries(posts.map(({ id }) => [id, "join"])),
    revisions: { one: one?.revision, other: other?.revision },
  });
}

/** All that the database holds of these people, but for counters of saving. */
async function recordOf(ids: string[]) {
  const of = { where: { speakerId: { in: ids } }, orderBy: { id: "asc" } } as const;
  const people = await db.speaker.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  return {
    people: people.map(({ updatedAt: _, revision: __, ...person }) => person),
    appointments: await db.appointment.findMany(of),
    topics: await db.speakerTopic.findMany(of),
    languages: await db.speakerLanguage.findMany(of),
    aliases: await db.speakerAlias.findMany(of),
  };
}

/** The record goes to another unit; what the person was appointed to stays as it was. */
function movingHouse(asked: number, unit: number): Command {
  return {
    check: () => true,
    toString: () => `move the record of ${asked} to ${unit}`,
    async run(model, world) {
      const id = world.people[alive(model, asked)] ?? "";
      const { revision, fullName, unitId } = await db.speaker.findUniqueOrThrow({ where: { id } });
      const empty = { givenName: null, birth: null, gender: null, phone: null, email: null, position: null };
      const more = { workplace: null, education: null, politicalTheory: null, note: null };
      const goal = world.units[unit] ?? "";
      await updateSpeaker(world.actor, id, { fullName, ...empty, ...more, unitId: goal, revision });
      if (unitId !== goal) happen(model, model.posts);
      await agree(model, world);
    },
  };
}

/** The last act goes back whole; where something newer happened, whole or not at all. */
function takingBack(): Command {
  return {
    check: (model) => model.acts.length > 0,
    toString: () => "take back",
    async run(model, world) {
      const last = model.acts.pop();
      if (!last) return;
      const nothingSince = model.state === last.stateAfter;
      const happened = await succeeds(last.takeBack);
      if (nothingSince) {
        expect(happened).toBe(true);
        await last.expectBack?.();
        model.posts = last.before;
        model.gone = last.goneBefore;
        model.state = last.stateBefore;
      } else if (happened) {
        if (last.expectBack) model.gone = last.goneBefore;
        model.posts = await readPosts(world);
        model.state = ++count;
      }
      await agree(model, world);
    },
  };
}

/** Both sides hold the same, and the invariants 1 to 3 of the domain hold. */
export async function agree(model: Model, world: World): Promise<void> {
  const stored = await readPosts(world);
  expect(inOrder(stored)).toEqual(inOrder(model.posts));
  for (const [at, post] of stored.entries()) expect(fits(stored.slice(0, at), post)).toBe(true);
  const day = addDays(firstDay, 400);
  for (const [unit, unitId] of world.units.entries()) {
    const covering = model.posts.filter((post) => post.unit === unit && covers(post, day));
    const expected = new Set(covering.map(({ person }) => world.people[person]));
    const active = (await activeSpeakersOn(day, unitId)).filter((id) => world.people.includes(id));
    expect(active.sort()).toEqual([...expected].sort());
  }
}

/** Every appointment of the world's people, as the model would say it. */
export async function readPosts({ people, units, decisions }: World): Promise<Post[]> {
  const stored = await db.appointment.findMany({ where: { speakerId: { in: people } } });
  return stored.map(({ speakerId, unitId, role, startsOn, endsOn, decisionId, endReason }) => ({
    person: people.indexOf(speakerId),
    unit: units.indexOf(unitId),
    role: role as Role,
    startsOn: dayFromColumn(startsOn),
    endsOn: dayFromColumn(endsOn),
    decision: decisionId ? decisions.indexOf(decisionId) : null,
    reason: endReason,
  }));
}

function inOrder(posts: Post[]): string[] {
  return posts
    .map(({ person, unit, role, startsOn, endsOn, decision, reason }) =>
      JSON.stringify([person, unit, role, startsOn, endsOn, decision, reason]),
    )
    .sort();
}

export async function idOf(
  { people, units }: World,
  { person, unit, role, startsOn }: Post,
): Promise<string> {
  const { id } = await db.appointment.findFirstOrThrow({
    where: { speakerId: people[person], unitId: units[unit], role, startsOn: dayToColumn(startsOn) },
  });
  return id;
}

function choiceOf({ decisions }: World, decision: number | null) {
  if (decision === null) return { choice: "unknown" as const };
  return { choice: "existing" as const, id: decisions[decision] ?? "" };
}

/** False: a rule said no. Anything else that goes wrong is a fault. */
export async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    const answer = await work();
    return answer !== false && answer !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
