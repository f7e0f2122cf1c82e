/** Behind a proxy that speaks https: what the browser is told to keep, and signing in through it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createPlainServer, request as plainRequest, type RequestListener } from "node:http";
import { createServer, request as secureRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "~/platform/host/build";
import { freePort } from "~/platform/host/postgres";
import { type Program, startProgram } from "../program";

let folder: string;
/** None: the machine has no openssl, and the proxy only says that it speaks https. */
let certificate: Buffer | null;
let program: Program;
let proxy: ReturnType<typeof createPlainServer>;
let origin: string;

beforeAll(async () => {
  await build();
  folder = await mkdtemp(path.join(tmpdir(), "https-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  certificate = makeCertificate(key, cert) ? readFileSync(cert) : null;
  const inside = await freePort();
  const passOn: RequestListener = (asked, answer) => {
    const headers = {
      ...asked.headers,
      "x-forwarded-proto": "https",
      "x-forwarded-host": asked.headers.host,
      "x-forwarded-for": "203.0.113.7",
    };
    const { method, url } = asked;
    const passed = plainRequest({ host: "localhost", port: inside, method, path: url, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    asked.pipe(passed);
  };
  proxy = certificate
    ? createServer({ key: readFileSync(key), cert: certificate }, passOn)
    : createPlainServer(passOn);
  proxy.listen(0, "localhost");
  await new Promise((resolve) => proxy.once("listening", resolve));
  origin = `https://localhost:${(proxy.address() as AddressInfo).port}`;
  program = await startProgram({ PORT: String(inside), BASE_URL: origin, TRUSTED_PROXIES: "loopback" });
}, 120_000);

afterAll(async () => {
  await program?.stop();
  proxy?.closeAllConnections();
  proxy?.close();
  await rm(folder, { recursive: true, force: true });
  if (program) await rm(program.folder, { recursive: true, force: true });
});

const person = { username: "quantri", password: "mot mat khau dai va la" };
const sessionLine =
  /^__Host-bcv\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; (Secure; )?SameSite=Lax(; Secure)?$/;

test("signing in over https gives a cookie of this host alone, and every answer asks for https", async () => {
  const first = await ask("GET", "/sign-in");
  expect(first).toMatchObject({ status: 302, headers: { location: "/setup" } });
  expect(first.headers["strict-transport-security"]).toBe("max-age=31536000");

  const code = /First set-up code: (\S+)/.exec(program.output())?.[1];
  const department = { department: "Ban Tuyên giáo thử", level: "province", unitCode: "", phone: "" };
  const made = await ask("POST", "/setup", {
    json: { code, ...department, name: "Lê Thử", ...person },
  });
  expect(made).toMatchObject({ status: 302, headers: { location: "/setup/next" } });
  const [session] = sessionsOf(made);
  expect(session).toMatch(sessionLine);

  const home = await ask("GET", "/", { cookie: session });
  expect(home.status).toBe(200);
  expect(home.headers["strict-transport-security"]).toBe("max-age=31536000");
  const left = await ask("POST", "/sign-out", { cookie: session, fields: {} });
  expect(sessionsOf(left)).toEqual([
    "__Host-bcv.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure",
  ]);
  expect(await ask("GET", "/", { cookie: session })).toMatchObject({ status: 302 });

  const again = await ask("POST", "/sign-in", {
    fields: { login: person.username, password: person.password },
  });
  expect(again).toMatchObject({ status: 302, headers: { location: "/" } });
  const [second] = sessionsOf(again);
  expect(second).toMatch(sessionLine);
  expect((await ask("GET", "/account", { cookie: second })).text).toContain("203.0.113.7");
});

test("every cookie is for https alone, and a form of another site is refused", async () => {
  const answer = await ask("POST", "/sign-in", { fields: { login: "x", password: "y" } });
  for (const line of answer.headers["set-cookie"] ?? []) expect(line).toContain("Secure");
  const foreign = await ask("POST", "/sign-in", {
    fields: { login: person.username, password: person.password },
    origin: "https://elsewhere.example",
  });
  expect(foreign).toMatchObject({
    status: 403,
    headers: { "strict-transport-security": "max-age=31536000" },
  });
});

interface Sent {
  json?: unknown;
  fields?: Record<string, string>;
  cookie?: string;
  origin?: string;
}

async function ask(method: string, to: string, sent: Sent = {}) {
  const isJson = sent.json !== undefined;
  const body = isJson ? JSON.stringify(sent.json) : new URLSearchParams(sent.fields).toString();
  const type = isJson ? "application/json" : "application/x-www-form-urlencoded";
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const begin = certificate ? secureRequest : plainRequest;
    const request = begin({
      ...{ hostname, port, path: to, method, ca: certificate ?? undefined },
      headers: {
        ...(sent.cookie && { Cookie: sent.cookie.split(";")[0] }),
        ...(method === "POST" && { Origin: sent.origin ?? origin, "Content-Type": type }),
      },
    });
    request.once("error", reject).once("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    request.end(method === "POST" ? body : undefined);
  });
}

interface Answer {
  status: number;
  headers: { "set-cookie"?: string[]; [name: string]: string | string[] | undefined };
  text: string;
}

function makeCertificate(key: string, cert: string): boolean {
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const files = ["-keyout", key, "-out", cert];
  const { status } = spawnSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", ...files, ...names],
    { stdio: "ignore" },
  );
  return status === 0;
}

function sessionsOf({ headers }: Answer): string[] {
  return (headers["set-cookie"] ?? []).filter((line) => line.includes("session_token"));
}
