/** The web server around the app: static files, the rules every request must keep, and Remix for the rest. */
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import type { Env } from "~/platform/env";
import type { Phrase } from "~/platform/words";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

export interface Web {
  url: string;
  /** What the app itself wants said at the terminal: the code of the set-up page. */
  notices: Phrase[];
  stop(): Promise<void>;
}

/** What app/entry.server.tsx exports beside rendering. */
interface Entry {
  start?(situation: { alone: boolean }): Promise<Phrase[]>;
  stop?(): Promise<void>;
}

type Build = ServerBuild & { entry: { module: ServerBuild["entry"]["module"] & Entry } };

export async function serve(env: Env, buildFolder: string, alone: boolean): Promise<Web> {
  const app = express();
  app.disable("x-powered-by");
  if (env.TRUSTED_PROXIES)
    app.set(
      "trust proxy",
      env.TRUSTED_PROXIES.split(",").map((one) => one.trim()),
    );
  app.use(nameRequest, securityHeaders(env), refuseForeignOrigin(env));
  app.use(compression());

  const server = createServer(app);
  const load =
    env.NODE_ENV === "development"
      ? await developmentBuild(app, server)
      : await productionBuild(app, buildFolder);
  const { entry } = await load();
  app.all("*", createRequestHandler({ build: load, mode: env.NODE_ENV }));
  app.use(databaseGone);

  const { start, stop } = entry.module;
  const notices = (await start?.({ alone })) ?? [];
  await listen(server, env).catch(async (error) => {
    await stop?.();
    throw error;
  });
  return {
    url: env.BASE_URL ?? `http://${env.HOST === "0.0.0.0" ? "localhost" : env.HOST}:${env.PORT}`,
    notices,
    stop: async () => {
      await close(server);
      await stop?.();
    },
  };
}

async function productionBuild(app: express.Express, folder: string): Promise<() => Promise<Build>> {
  const client = path.join(folder, "client");
  // Names under /assets carry a hash of their content.
  app.use(
    "/assets",
    express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(express.static(client, { maxAge: "1h" }));
  const build: Build = await import(pathToFileURL(path.join(folder, "server/index.js")).href);
  return async () => build;
}

async function developmentBuild(app: express.Express, server: Server): Promise<() => Promise<Build>> {
  const vite = await import("vite");
  const development = await vite.createServer({ server: { middlewareMode: true, hmr: { server } } });
  app.use(development.middlewares);
  return async () => (await development.ssrLoadModule("virtual:remix/server-build")) as Build;
}

function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  response.setHeader("X-Request-Id", id);
  // Features read the caller's address here; what a stranger sent under this name does not count.
  request.headers["x-client-address"] = request.ip ?? "";
  next();
}

function securityHeaders(env: Env) {
  const behindTls = env.BASE_URL?.startsWith("https:") ?? false;
  return (request: Request, response: Response, next: NextFunction) => {
    response.set({
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    });
    if (behindTls || request.secure) response.set("Strict-Transport-Security", "max-age=31536000");
    next();
  };
}

/** Every request that may change something must come from our own pages. */
function refuseForeignOrigin(env: Env) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method) || isOwn(request, env)) return next();
    response.status(403).type("text/plain").send(`${words.foreignOrigin.vi}\n${words.foreignOrigin.en}\n`);
  };
}

function isOwn(request: Request, env: Env): boolean {
  const { origin } = request.headers;
  if (!origin) return request.headers["sec-fetch-site"] === "same-origin";
  const own = [`${request.protocol}://${request.get("host")}`, env.BASE_URL && new URL(env.BASE_URL).origin];
  return own.includes(origin);
}

function databaseGone(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  console.error(error);
  if (response.headersSent) {
    next(error);
    return;
  }
  response.status(503).set("Retry-After", "5").type("text/plain");
  response.send(`${words.databaseGone.vi}\n\n${words.databaseGone.en}\n`);
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const { HOST, PORT } = env;
      const taken = error.code === "EADDRINUSE";
      reject(
        new StartProblem(
          taken ? words.portTaken(HOST, PORT) : words.cannotListen(HOST, PORT, error.code ?? error.message),
        ),
      );
    });
    server.listen(env.PORT, env.HOST, resolve);
  });
}

/** Lets running requests finish for ten seconds. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
