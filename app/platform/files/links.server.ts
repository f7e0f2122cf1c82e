/** Links to stored files that hold for one person and a short time: our own signed ones, or the store's where it hands files out itself. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { dispositionOf, type Shown } from "./answer.server";
import { fileStore } from "./store.server";

const ticketSchema = z.object({
  file: z.string(),
  user: z.string(),
  /** Moment in milliseconds. */
  until: z.number(),
  name: z.string().optional(),
  type: z.string().optional(),
  inline: z.boolean().optional(),
  again: z.string().optional(),
});

export type Ticket = z.infer<typeof ticketSchema>;

interface Wanted extends Shown {
  seconds?: number;
  /** Where another link is had once the time of this one is over: that address asks again whether they may. */
  again?: string;
}

/**
 * Where this person fetches the file, for ten minutes unless told otherwise. Whether they may, the caller has asked.
 * Our own links ask for their session besides; a store's link holds for whoever has it.
 */
export async function fileLink(
  actor: Pick<Actor, "userId">,
  storedFileId: string,
  { seconds = 600, ...shown }: Wanted = {},
): Promise<string> {
  const { key, ...file } = await db.storedFile.findUniqueOrThrow({ where: { id: storedFileId } });
  const { name = file.name, type = file.type, inline } = shown;
  const disposition = dispositionOf({ name, type, inline });
  const link = await (await fileStore()).link(key, { type, disposition, seconds });
  if (link) return link;
  const until = Date.now() + seconds * 1000;
  return `/files/content/${sealed({ file: storedFileId, user: actor.userId, until, ...shown })}`;
}

/** What a link of ours allows to this person now; null: it is not theirs, was changed, or its time is over. */
export function openTicket(actor: Pick<Actor, "userId">, token: string): Ticket | null {
  const ticket = readTicket(actor, token);
  return ticket && ticket.until > Date.now() ? ticket : null;
}

/** Where the person whose link's time is over gets another. */
export function wayToAnother(actor: Pick<Actor, "userId">, token: string): string | undefined {
  return readTicket(actor, token)?.again;
}

function readTicket(actor: Pick<Actor, "userId">, token: string): Ticket | null {
  const [text = "", signature = ""] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const ticket = ticketSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return ticket.user === actor.userId ? ticket : null;
}

function sealed(ticket: Ticket): string {
  const text = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${text}.${signatureOf(text).toString("base64url")}`;
}

/** With the secret that signs sessions, and words of its own: neither signature can pass for the other. */
function signatureOf(text: string): Buffer {
  if (!env.SESSION_SECRET) throw new Error("platform/start.ts gives SESSION_SECRET before it loads the app");
  return createHmac("sha256", env.SESSION_SECRET).update(`file link ${text}`).digest();
}
