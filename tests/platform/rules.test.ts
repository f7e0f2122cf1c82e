/** What the server keeps for every request: whose form it takes, what it tells browsers, what it believes about the caller. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { readEnv } from "~/platform/env";
import { logRequests, nameRequest, refuseForeignOrigin, securityHeaders } from "~/platform/host/rules";

const lines: string[] = [];
const env = readEnv({ BASE_URL: "https://bcv.example.vn" });
const app = express();
app.use(nameRequest, logRequests(pino({}, { write: (line) => lines.push(line) })));
app.use(securityHeaders(env), refuseForeignOrigin(env));
app.all("*", (request, response) => void response.json(request.headers));
const server = app.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const url = `http://127.0.0.1:${port}`;
afterAll(() => server.close());

test("takes a form from its own pages only", async () => {
  const own: Record<string, string>[] = [
    { Origin: url },
    { Origin: "https://bcv.example.vn" },
    { "Sec-Fetch-Site": "same-origin" },
    { Origin: url, "Sec-Fetch-Site": "same-origin" },
  ];
  const foreign: Record<string, string>[] = [
    {},
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: `http://127.0.0.1:${port + 1}` },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
    { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" },
  ];
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    for (const headers of own) expect(await statusOf(method, headers)).toBe(200);
    for (const headers of foreign) expect(await statusOf(method, headers)).toBe(403);
  }
  for (const headers of foreign) expect(await statusOf("GET", headers)).toBe(200);
});

test("tells browsers to keep to the rules", async () => {
  const { headers } = await fetch(url);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  });
});

test("believes nobody about their address or the request's id", async () => {
  const sent = { "X-Client-Address": "1.2.3.4", "X-Request-Id": "mine", "X-Forwarded-For": "1.2.3.4" };
  const answer = await fetch(url, { headers: sent });
  const seen = (await answer.json()) as Record<string, string>;
  expect(seen["x-client-address"]).toBe("127.0.0.1");
  expect(seen["x-request-id"]).toBe(answer.headers.get("X-Request-Id"));
  expect(seen["x-request-id"]).not.toBe("mine");
});

test("logs each request without what was searched for", async () => {
  lines.length = 0;
  await (await fetch(`${url}/roster?q=Nguyễn+Thị+Hường`)).text();
  await expect.poll(() => lines.length).toBe(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ method: "GET", path: "/roster", status: 200 });
  expect(lines[0]).not.toMatch(/q=|Ng/);
});

async function statusOf(method: string, headers: Record<string, string>): Promise<number> {
  return (await fetch(url, { method, headers: { "Sec-Fetch-Mode": "cors", ...headers } })).status;
}
