/** A server that takes uploads for a purpose of its own: in the test's process, or as a program that can be killed. */
import type { AddressInfo } from "node:net";
import express from "express";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { answerPages } from "~/platform/host/pages";
import { Refusal } from "~/platform/refusal";
import { defineUpload } from "~/platform/uploads/purposes.server";
import { answerUpload } from "~/platform/uploads/tus.server";

/** Takes files as settings, so that it can be seen how often; refuses by the subject's name. */
export const trial = defineUpload({
  purpose: "test.trial",
  permission: "none",
  largest: 160 * 1024 * 1024,
  async begin(_actor, subjectId, { declared }) {
    if (subjectId === "nowhere") throw new Response(null, { status: 404 });
    if (!declared) throw new Refusal({ vi: "Chưa cam kết", en: "Not declared" });
  },
  async take(tx, { userId }, { id, subjectId, name }, stored) {
    if (subjectId === "too late") throw new Refusal({ vi: "Đã muộn", en: "Too late" });
    if (subjectId === "broken" && !process.env.WHOLE) throw new Error("broken");
    const value = { userId, name, sha256: stored.sha256, size: stored.size, storedId: stored.id };
    await tx.setting.create({ data: { key: `taken ${id}`, value } });
    // The worst moment to be killed in: everything is written and nothing is certain.
    if (subjectId === "killed" && !process.env.WHOLE) process.kill(process.pid, "SIGKILL");
  },
});

/** Whoever the header names is there. Gives the address and the way to stop. */
export async function receive(port = 0) {
  const app = express();
  app.all(
    "*",
    answerPages((request) => {
      const userId = request.headers.get("X-Test-User") ?? "somebody";
      return answerUpload(request, { ...theSystem, userId }, trial);
    }),
  );
  // Express answers what failed with its stack otherwise.
  app.use(((_error, _request, response, _next) => response.sendStatus(500)) as express.ErrorRequestHandler);
  const server = app.listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What was taken of an upload, if it was. */
export async function takenOf(id: string) {
  const row = await db.setting.findUnique({ where: { key: `taken ${id}` } });
  return row?.value as
    | { userId: string; name: string; sha256: string; size: number; storedId: string }
    | undefined;
}

if (import.meta.filename === process.argv[1]) {
  await receive(Number(process.env.PORT));
  console.log("ready");
}
