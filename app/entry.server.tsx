/** Renders pages on the server and logs what nobody expected; start and stop belong to the program around it. */
import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { callerOf } from "~/platform/caller";
import { env } from "~/platform/env";
import { log } from "~/platform/log.server";
import { DrawingContext } from "~/ui/nonce";

export { startApp as start, stopApp as stop } from "./jobs.server";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { drawn }: { drawn: { html?: string } },
) {
  const nonce = randomBytes(16).toString("base64");
  const { requestId } = callerOf(request);
  let title: string | undefined;
  const entitle = (given: string) => {
    title = given;
  };
  const values = await read(context.serverHandoffStream);
  // In one go and without the stream: no page of ours waits for a part of itself.
  const html = renderToString(
    <DrawingContext.Provider value={{ nonce, requestId, entitle }}>
      <RemixServer context={{ ...context, serverHandoffStream: undefined }} url={request.url} nonce={nonce} />
    </DrawingContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentPolicy(nonce));
  nameRequest(headers, requestId);
  const whole = context.renderMeta?.didRenderScripts ? withValues(html, values, nonce) : html;
  drawn.html = `<!DOCTYPE html>${withTitle(whole, title)}`;
  return new Response(null, { headers, status });
}

/** What the loaders found, as the browser will read it again. */
async function read(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) chunks.push(part.value);
  return Buffer.concat(chunks).toString();
}

/** At the page's end, as <RemixServer> writes them when it streams: after the script that waits for them. */
function withValues(html: string, values: string, nonce: string): string {
  const end = html.lastIndexOf("</body>");
  if (end < 0) return html;
  const text = JSON.stringify(values).replace(/[&<>\u2028\u2029]/g, escaped);
  const hand = `const{streamController:c}=window.__remixContext;c.enqueue(${text});c.close();`;
  return `${html.slice(0, end)}<script nonce="${nonce}">{${hand}}</script>${html.slice(end)}`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function withTitle(html: string, title: string | undefined): string {
  const start = html.indexOf("<title>") + "<title>".length;
  const end = html.indexOf("</title>", start);
  if (title === undefined || end < 0) return html;
  const safe = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html.slice(0, start) + safe + html.slice(end);
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
