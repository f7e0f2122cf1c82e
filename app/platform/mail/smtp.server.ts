/** Handing letters to the mail server by SMTP, over a few connections that stay open. */
import { env } from "~/platform/env";
import type { Claimed, Outcome } from "./claims.server";
import { mailWords } from "./words";

/** How many letters travel at once. */
export const lines = 4;

export interface PostOffice {
  /** Sends these as one letter and says what became of it. */
  send(mails: Claimed[]): Promise<Outcome>;
  close(): void;
}

/** Nodemailer is loaded only where somebody has set a mail server. */
export async function openPostOffice(): Promise<PostOffice> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    ...{ url: env.MAIL_URL, pool: true, maxConnections: lines },
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 },
    // Letters are text of our own: nothing is ever fetched for them.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send(mails) {
      try {
        await transport.sendMail(letterOf(mails));
        return { is: "sent" };
      } catch (error) {
        return outcomeOf(error as Trouble);
      }
    },
    close: () => transport.close(),
  };
}

function letterOf(mails: Claimed[]) {
  const [first, ...others] = mails;
  if (!first) throw new Error("A letter has at least one part.");
  const title = others.length > 0 ? mailWords.vi.bundle(first.title, others.length) : first.title;
  const host = /@([^\s<>@]+?)>?$/.exec(env.MAIL_FROM ?? "")?.[1] ?? "localhost";
  return {
    from: env.MAIL_FROM,
    to: { name: "", address: first.address },
    subject: title,
    text: others.length > 0 ? mails.map((mail) => `${mail.title}\n\n${mail.body}`).join(parting) : first.body,
    // The same for each try: a mailbox that has it already can tell.
    messageId: `<${first.id}@${host}>`,
    // RFC 3834: no answering machine answers.
    headers: { "Auto-Submitted": "auto-generated" },
  };
}
const parting = `\n\n${"-".repeat(40)}\n\n`;

/** What nodemailer says went wrong. */
interface Trouble extends Error {
  code?: string;
  syscall?: string;
  response?: string;
  responseCode?: number;
}

/** No connection, no name, no encryption, no sign-in: nothing of a letter was handed over yet. */
const beforeAnyLetter = new Set(["EDNS", "ETLS", "EAUTH", "ENOAUTH", "ECONFIG", "EPROXY", "EREQUIRETLS"]);

function outcomeOf({ message, code = "", syscall, response, responseCode = 0 }: Trouble): Outcome {
  const problem = (response || message).slice(0, 500);
  if (beforeAnyLetter.has(code) || syscall === "connect") return { is: "server", problem };
  if (responseCode >= 500) return { is: "failed", problem };
  if (responseCode >= 400) return { is: "later", problem };
  // Refused before it left: an address that is none, a text larger than the server takes.
  if (code === "EENVELOPE" || code === "EMESSAGE") return { is: "failed", problem };
  return { is: "unsure", problem };
}
