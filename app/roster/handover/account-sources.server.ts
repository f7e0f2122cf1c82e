/** What hangs on an account: that it is open, its roles, what it was told of and has not seen. */

import { z } from "zod";
import { roleWords } from "~/accounts";
import { closeAccount, findClosing, handOverRoles, mayClose } from "~/accounts/index.server";
import { showDay } from "~/platform/clock";
import type { HangingSource } from "./source.server";
import { words } from "./words";

const nothing = { things: [] };

const phraseSchema = z.object({ vi: z.string(), en: z.string() });

const roles: HangingSource = {
  ...{ kind: "roles", label: words.kinds.roles, help: words.help.roles, fate: "pass" },
  async find(tx, actor, { userId }) {
    if (!userId) return nothing;
    const held = await findClosing(tx, userId);
    const things = held.roles.map(({ role, unit }) => ({
      text: `${roleWords[actor.language][role]}, ${unit}`,
    }));
    return { things, isHeld: !(await mayClose(actor, userId)) };
  },
  async carryOut(tx, actor, { userId }, to) {
    return userId && to ? handOverRoles(tx, actor, userId, to.id) : 0;
  },
};

const notices: HangingSource = {
  ...{ kind: "notices", label: words.kinds.notices, help: words.help.notices, fate: "pass" },
  async find(tx, actor, { userId }) {
    if (!userId) return nothing;
    const unread = await tx.notice.findMany({
      where: { userId, readAt: null, NOT: { path: { startsWith: "/me" } } },
      orderBy: { createdAt: "desc" },
    });
    // Where they lead is for who takes over to see, if they may.
    return { things: unread.map(({ phrase }) => ({ text: phraseSchema.parse(phrase)[actor.language] })) };
  },
  carryOut(tx, _actor, { userId }, to) {
    if (!userId || !to) return Promise.resolve(0);
    return tx.$executeRaw`
      INSERT INTO notice (id, user_id, kind, subject_id, phrase, path)
      SELECT gen_random_uuid(), ${to.id}::uuid, kind, subject_id, phrase, path FROM notice
      WHERE user_id = ${userId}::uuid AND read_at IS NULL AND path NOT LIKE '/me%'
      ON CONFLICT (user_id, kind, subject_id) DO UPDATE SET read_at = NULL`;
  },
};

const account: HangingSource = {
  ...{ kind: "account", label: words.kinds.account, help: words.help.account, fate: "end" },
  async find(tx, actor, { userId }) {
    const held = userId ? await findClosing(tx, userId) : null;
    if (!userId || !held?.isOpen) return nothing;
    const say = words[actor.language];
    const text = held.closesOn ? say.closesOn(showDay(held.closesOn)) : say.accountThing(held.sessions);
    const things = [{ text }];
    return { things, isHeld: !(await mayClose(actor, userId)) };
  },
  async carryOut(tx, actor, { userId }, _to, how) {
    if (!userId) return 0;
    await closeAccount(tx, actor, userId, how);
    return 1;
  },
};

export const accountHanging: HangingSource[] = [roles, notices];
/** The last: whoever is signed out can still be asked until then. */
export const closingHanging = account;
