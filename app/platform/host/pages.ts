/** Remix answers the pages; when the database is away, one plain page says so instead. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import bridge from "@remix-run/express/dist/server.js";
import type { RequestHandler } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import pg from "pg";
import { type FilePart, pour } from "./file-answer.ts";
import { sayDatabaseGone } from "./gone-page.ts";

/** Asks Remix; a failure while the database is away becomes a 503 that invites to try again. */
export function answerPages(answer: RequestHandler) {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      const drawn: Drawn = {};
      const page = await answer(bridge.createRemixRequest(request, untilClosed(response)), { drawn });
      if (page.status === 500 && !(await databaseAnswers())) return sayDatabaseGone(response);
      // A page's own policy replaces the one that allows nothing.
      if (page.headers.has("Content-Security-Policy")) response.removeHeader("Content-Security-Policy");
      await send(page, drawn, response);
    } catch (error) {
      next(error);
    }
  };
}

/** The framework keeps every page for five seconds unless its request is given up: so it is, once the answer has left. */
function untilClosed(response: Response): Response {
  const on = (event: string, listener: () => void) => event === "close" && response.once(event, listener);
  return { on } as unknown as Response;
}

/** Where app/entry.server.tsx leaves a drawn page: through the Response's stream it would be copied three times. */
interface Drawn {
  html?: string;
}

/** Pages and values at once, in one write; files as fast as they are taken, which the framework's own bridge does not heed. */
async function send(page: globalThis.Response, drawn: Drawn, response: Response): Promise<void> {
  response.status(page.status);
  for (const [name, value] of page.headers) response.append(name, value);
  if (drawn.html !== undefined) {
    response.end(drawn.html);
  } else if (!page.body) {
    response.end();
  } else if (nodeStreamOf(page.body)) {
    await passOn(nodeStreamOf(page.body) as Readable, response);
  } else if (isWhole.test(page.headers.get("Content-Type") ?? "")) {
    response.end(Buffer.from(await page.arrayBuffer()));
  } else {
    await passOn(Readable.fromWeb(page.body as ReadableStream), response);
  }
}

/** Whoever goes away in the middle wants no more of it, and nobody needs to hear of that. */
async function passOn(content: Readable, response: Response): Promise<void> {
  const part = (content as unknown as Record<symbol, FilePart>)[Symbol.for("the file it reads")];
  if (part) return pour(part, response).finally(() => content.destroy());
  try {
    await pipeline(content, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

/** Stored files come with the stream they are read from (files/answer.server.ts). */
function nodeStreamOf(body: object): Readable | undefined {
  return (body as Record<symbol, Readable>)[Symbol.for("bytes as a Node stream")];
}

const isWhole = /^(text\/(html|x-script|plain)|application\/json)/;

async function databaseAnswers(): Promise<boolean> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: 1_000,
    query_timeout: 1_000,
  });
  // The connection may break at any moment; the answer below is all that counts.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
