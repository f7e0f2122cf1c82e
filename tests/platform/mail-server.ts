/** A mail server for tests that does what it is told: takes letters, puts them off, refuses them, or falls silent. */
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface Letter {
  to: string;
  raw: string;
}

type Answer = "take" | "silence" | { code: number; says: string };

export async function startMailServer({ user }: { user?: string } = {}) {
  const letters: Letter[] = [];
  const state: { answer: (to: string) => Answer; heard: () => void } = {
    answer: () => "take",
    heard: () => {},
  };
  const server = new SMTPServer({
    disabledCommands: user ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.username === user ? done(null, { user }) : done(new Error("Unknown user")),
    async onData(stream, session, done) {
      const raw = await text(stream);
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const answer = state.answer(to);
      if (answer === "take" || answer === "silence") letters.push({ to, raw });
      state.heard();
      if (answer === "take") return done();
      if (answer === "silence") return;
      done(Object.assign(new Error(answer.says), { responseCode: answer.code }));
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    letters,
    port,
    url: `smtp://127.0.0.1:${port}`,
    /** What it says to each letter from now on. */
    answers: (answer: (to: string) => Answer) => {
      state.answer = answer;
    },
    /** Resolves when the next letter has arrived. */
    hears: () =>
      new Promise<void>((resolve) => {
        state.heard = resolve;
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
