/** Sixteen people who ask as fast as they are answered, each over one connection that stays open. */
import { Agent, request as send } from "node:http";

export interface Ask {
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON by POST. */
  body?: unknown;
  /** Told how it went, so that the next ask may build on it. */
  onAnswer?: (status: number) => void;
}

export interface Measured {
  perSecond: number;
  /** All answers, those of the warm-up too. */
  inAll: number;
  p50: number;
  p95: number;
  slowest: number;
  bytes: number;
  /** Answers that were neither 2xx nor 3xx, by status. */
  failures: Record<number, number>;
}

export const connections = 16;
/** A server that has worked for a morning has its code compiled; each page brings some of its own, for about so long. */
const warmUp = 3_000;

export async function load(
  port: number,
  askFor: (n: number) => Ask,
  milliseconds: number,
  unmeasured = warmUp,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const failures: Record<number, number> = {};
  const start = performance.now() + unmeasured;
  let bytes = 0;
  let n = 0;
  const person = async () => {
    while (performance.now() < start + milliseconds) {
      const ask = askFor(n++);
      const begun = performance.now();
      const answer = await once(port, ask, agent);
      ask.onAnswer?.(answer.status);
      if (begun < start) continue;
      times.push(performance.now() - begun);
      bytes = answer.bytes;
      if (answer.status >= 400) failures[answer.status] = (failures[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, person));
  agent.destroy();
  const took = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / took,
    inAll: n,
    p50: at(0.5),
    p95: at(0.95),
    slowest: at(1),
    bytes,
    failures,
  };
}

export interface Answer {
  status: number;
  bytes: number;
  firstByte: number;
  text: string;
  location?: string;
}

/** One request, read to its end; `keepText` for the pages that are looked into. */
export function once(port: number, ask: Ask, agent?: Agent, keepText = false): Promise<Answer> {
  const begun = performance.now();
  const body = ask.body === undefined ? undefined : JSON.stringify(ask.body);
  const headers = {
    ...ask.headers,
    ...(body && { "Content-Type": "application/json", Origin: `http://127.0.0.1:${port}` }),
  };
  return new Promise((resolve, reject) => {
    const request = send({
      port,
      host: "127.0.0.1",
      path: ask.path,
      method: body ? "POST" : "GET",
      headers,
      agent,
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const firstByte = performance.now() - begun;
      const kept: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (keepText) kept.push(chunk);
      });
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes,
          firstByte,
          text: Buffer.concat(kept).toString(),
          location: response.headers.location,
        }),
      );
    });
    request.end(body);
  });
}
