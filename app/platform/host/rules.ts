/** The rules that every request and every answer keep, whatever page it is for. */
import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import type { Env } from "~/platform/env";
import { words } from "./words.ts";

/** Gives the request its id and its caller's address, for the log, the audit trail and the error page. */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  // What a stranger sends under these names does not count.
  request.headers["x-request-id"] = id;
  request.headers["x-client-address"] = request.ip ?? "";
  response.setHeader("X-Request-Id", id);
  next();
}

/** One line for each request, when it is over. The query string may hold a name searched for, so it stays out. */
export function logRequests(log: Logger) {
  return (request: Request, response: Response, next: NextFunction) => {
    const began = performance.now();
    const { method, path } = request;
    response.once("close", () => {
      const { statusCode: status } = response;
      const took = Math.round(performance.now() - began);
      const requestId = request.headers["x-request-id"];
      const level = status >= 500 ? "error" : isRoutine(path) ? "debug" : "info";
      log[level]({ method, path, status, took, requestId }, "request");
    });
    next();
  };
}

/** Asked by machines every few seconds, or by every page. */
function isRoutine(path: string): boolean {
  return /^\/(healthz|readyz|metrics|assets\/)/.test(path);
}

export function securityHeaders(env: Env) {
  const behindTls = env.BASE_URL?.startsWith("https:") ?? false;
  return (request: Request, response: Response, next: NextFunction) => {
    response.set({
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
      // Pages bring their own; whatever else is opened by mistake may do nothing.
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    });
    if (behindTls || request.secure) response.set("Strict-Transport-Security", "max-age=31536000");
    next();
  };
}

/** Refuses every request that may change something unless it comes from our own pages. */
export function refuseForeignOrigin(env: Env) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (["GET", "HEAD"].includes(request.method) || isOwn(request, env)) return next();
    response
      .status(403)
      .type("text/plain; charset=utf-8")
      .send(`${words.foreignOrigin.vi}\n${words.foreignOrigin.en}\n`);
  };
}

function isOwn(request: Request, env: Env): boolean {
  const { origin } = request.headers;
  if (!origin) return request.headers["sec-fetch-site"] === "same-origin";
  const own = [`${request.protocol}://${request.get("host")}`, env.BASE_URL && new URL(env.BASE_URL).origin];
  return own.includes(origin);
}
