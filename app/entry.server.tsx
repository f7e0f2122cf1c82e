/** Renders pages on the server and logs what nobody expected; start and stop belong to the program around it. */
import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { callerOf } from "~/platform/caller";
import { env } from "~/platform/env";
import { log } from "~/platform/log.server";
import { DrawingContext } from "~/ui/nonce";

export { startApp as start, stopApp as stop } from "./jobs.server";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  const nonce = randomBytes(16).toString("base64");
  const { requestId } = callerOf(request);
  let answer = status;
  let title: string | undefined;
  const entitle = (given: string) => {
    title = given;
  };
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <DrawingContext.Provider value={{ nonce, requestId, entitle }}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </DrawingContext.Provider>,
      {
        nonce,
        // All at once: no page of ours streams its parts, one write is quicker, and the head waits for the page's title.
        onAllReady() {
          clearTimeout(tooLong);
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Security-Policy", contentPolicy(nonce));
          nameRequest(headers, requestId);
          const drawn = gather((html) =>
            resolve(new Response(withTitle(html, title), { headers, status: answer })),
          );
          pipe(drawn);
        },
        onShellError: reject,
        onError(error) {
          answer = 500;
          logUnexpected(error, request);
        },
      },
    );
    const tooLong = setTimeout(abort, 15_000).unref();
  });
}

/** Hands over everything written, as one piece. */
function gather(whole: (bytes: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    final(done) {
      whole(Buffer.concat(chunks));
      done();
    },
  });
}

/** Between the marks, not in the text: a page is long, and decoding it costs more than all else here. */
function withTitle(html: Buffer<ArrayBuffer>, title: string | undefined): Buffer<ArrayBuffer> {
  const start = html.indexOf("<title>") + "<title>".length;
  const end = html.indexOf("</title>", start);
  if (title === undefined || end < 0) return html;
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return Buffer.concat([html.subarray(0, start), Buffer.from(escaped), html.subarray(end)]);
}

export function handleDataRequest(answer: Response, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  nameRequest(answer.headers, callerOf(request).requestId);
  return answer;
}

export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) logUnexpected(error, request);
}

function logUnexpected(error: unknown, request: Request) {
  const { pathname } = new URL(request.url);
  log.error(
    { error, requestId: callerOf(request).requestId, method: request.method, path: pathname },
    "unexpected error",
  );
}

/** Where the error page in the browser finds the id under which the log knows this request. */
function nameRequest(headers: Headers, requestId: string | undefined) {
  if (requestId) headers.append("Server-Timing", `request;desc="${requestId}"`);
}

function contentPolicy(nonce: string): string {
  const development = env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite writes styles into the page while developing.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
