/** What hangs on a person in the roster: unfinished imports, exported files, appointments, requests for corrections. */
import { dayToColumn, showDay, showMoment, today } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { notify } from "~/platform/notices.server";
import type { Role } from "~/roster/appointment";
import { words as rosterWords } from "~/roster/words";
import type { HangingSource } from "./source.server";
import { words } from "./words";

const nothing = { things: [] };

const imports: HangingSource = {
  ...{ kind: "imports", label: words.kinds.imports, help: words.help.imports, fate: "pass" },
  async find(tx, actor, { userId }) {
    const found = await listUnfinished(tx, userId);
    return {
      things: found.map(({ id, fileName, waiting }) => ({
        text: words[actor.language].importThing(fileName, waiting),
        to: `/roster/import/${id}`,
      })),
    };
  },
  async carryOut(tx, _actor, { userId, name }, to) {
    const found = to ? await listUnfinished(tx, userId) : [];
    for (const { id, fileName } of found) {
      await notify(tx, {
        ...{ userIds: to ? [to.id] : [], kind: "import.handed_over", subjectId: id },
        ...{ phrase: words.importNotice(fileName, name), path: `/roster/import/${id}` },
      });
    }
    return found.length;
  },
};

async function listUnfinished(tx: Db, userId: string | null) {
  if (!userId) return [];
  const found = await tx.rosterImport.findMany({
    where: {
      actorId: userId,
      state: { notIn: ["undone", "cancelled"] },
      rows: { some: { outcome: "pending" } },
    },
    select: { id: true, fileName: true, _count: { select: { rows: { where: { outcome: "pending" } } } } },
    orderBy: { createdAt: "desc" },
  });
  return found.map(({ id, fileName, _count }) => ({ id, fileName, waiting: _count.rows }));
}

const exports: HangingSource = {
  ...{ kind: "exports", label: words.kinds.exports, help: words.help.exports, fate: "tell" },
  async find(tx, _actor, { userId }) {
    if (!userId) return nothing;
    const files = await tx.exportFile.findMany({
      where: { actorId: userId, removedAt: null, fileId: { not: null }, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "desc" },
    });
    return { things: files.map(({ name }) => ({ text: name })) };
  },
};

const appointments: HangingSource = {
  ...{ kind: "appointments", label: words.kinds.appointments, help: words.help.appointments, fate: "tell" },
  async find(tx, actor, { speakerId }) {
    if (!speakerId) return nothing;
    const held = await tx.appointment.findMany({
      where: { speakerId, OR: [{ endsOn: null }, { endsOn: { gte: dayToColumn(today()) } }] },
      include: { unit: { select: { name: true } } },
      orderBy: { startsOn: "asc" },
    });
    const { roles } = rosterWords[actor.language];
    return {
      things: held.map(({ role, unit, startsOn }) => ({
        text: `${roles[role as Role]}, ${unit.name}, ${showDay(startsOn.toISOString().slice(0, 10))}`,
        to: `/roster/${speakerId}/release`,
      })),
    };
  },
};

const requests: HangingSource = {
  ...{ kind: "requests", label: words.kinds.requests, help: words.help.requests, fate: "tell" },
  async find(tx, actor, { speakerId }) {
    if (!speakerId) return nothing;
    const waiting = await tx.correction.findMany({ where: { speakerId, state: "waiting" } });
    return {
      things: waiting.map(({ id, createdAt }) => ({
        text: words[actor.language].requestThing(showMoment(createdAt)),
        to: `/roster/corrections/${id}`,
      })),
    };
  },
};

export const rosterHanging: HangingSource[] = [imports, appointments, requests, exports];
