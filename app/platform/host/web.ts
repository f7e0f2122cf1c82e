/** The web server around the app: its rules, static files, and Remix for the rest. */
import { createServer, type Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { Logger } from "pino";
import type { Env } from "~/platform/env";
import type { Phrase } from "~/platform/words";
import { narrowed } from "./narrow.ts";
import { answerPages } from "./pages.ts";
import { StartProblem } from "./problem.ts";
import { logRequests, nameRequest, refuseForeignOrigin, securityHeaders } from "./rules.ts";
import { sweepWhenQuiet } from "./sweep.ts";
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

/** Loads the app, starts its jobs and listens. `alone`: nobody else works on its database. */
export async function serve(env: Env, log: Logger, alone: boolean): Promise<Web> {
  const app = express();
  app.disable("x-powered-by");
  if (env.TRUSTED_PROXIES) app.set("trust proxy", env.TRUSTED_PROXIES.split(",").map(trimmed));
  app.use(nameRequest, logRequests(log), securityHeaders(env), refuseForeignOrigin(env), compression());

  const server = createServer(app);
  const { load, answer, unload } =
    env.NODE_ENV === "development" ? await developmentBuild(app, server) : await productionBuild(app);
  app.all("*", answerPages(answer));

  const { start, stop } = (await load()).entry.module;
  const stopAll = async () => {
    await unload();
    await close(server);
    await stop?.();
  };
  try {
    const notices = (await start?.({ alone })) ?? [];
    await listen(server, env);
    sweepWhenQuiet(server);
    return { url: addressOf(env), notices, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Where the app comes from, and how its source is let go. */
interface Loader {
  load(): Promise<Build>;
  answer: RequestHandler;
  unload(): Promise<void>;
}

async function productionBuild(app: express.Express): Promise<Loader> {
  const client = path.resolve("build/client");
  // Names under /assets carry a hash of their content.
  const forever = { immutable: true, maxAge: "1y", setHeaders: allowWorker };
  app.use("/assets", express.static(path.join(client, "assets"), forever), notThere);
  // Only files have an ending in their name: no page costs a look at the disk.
  app.get(/\.(?!data$)\w+$/, express.static(client, { maxAge: "1h" }));
  const build: Build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  return { load: async () => build, answer: narrowed(build, "production"), unload: async () => {} };
}

async function developmentBuild(app: express.Express, server: Server): Promise<Loader> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } });
  app.use(vite.middlewares);
  const load = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as Build;
  return {
    load,
    answer: createRequestHandler(load, "development"),
    // Open pages hold a socket for hot reload, and would hold up the end.
    unload: () => vite.close(),
  };
}

/** A worker obeys the policy that its own script came with: that of documents unpacks pictures by WebAssembly, and fetches nothing. */
function allowWorker(response: express.Response, file: string): void {
  if (!/\bworker\b.*\.mjs$/.test(path.basename(file))) return;
  response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'wasm-unsafe-eval'");
}

function notThere(_request: express.Request, response: express.Response): void {
  response.sendStatus(404);
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const phrase = taken ? words.portTaken : words.cannotListen;
      reject(new StartProblem(phrase(env.HOST, env.PORT, error.code ?? error.message)));
    });
    server.listen(env.PORT, env.HOST, resolve);
  });
}

/** Lets running requests finish for ten seconds. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, 10_000);
    // Browsers keep a connection open after its last answer.
    const sweeping = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(impatience);
      clearInterval(sweeping);
      resolve();
    });
  });
}

function addressOf(env: Env): string {
  const host = ["0.0.0.0", "::"].includes(env.HOST) ? "localhost" : env.HOST;
  return env.BASE_URL ?? `http://${host}:${env.PORT}`;
}

function trimmed(text: string): string {
  return text.trim();
}
