/** When the program gives memory back: after its start, and once nobody has asked for a while. */
import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sweepWhenQuiet } from "~/platform/host/sweep";

const gc = vi.fn();
const ask = (server: EventEmitter, url: string) => server.emit("request", { url });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("gc", gc.mockClear());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("sweeps after the start, and once after each busy time", () => {
  const server = new EventEmitter();
  sweepWhenQuiet(server as Server);
  vi.advanceTimersByTime(2_000);
  expect(gc).toHaveBeenCalledTimes(1);
  for (let second = 0; second < 20; second++) {
    ask(server, "/roster");
    vi.advanceTimersByTime(1_000);
  }
  expect(gc).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(gc).toHaveBeenCalledTimes(2);
  ask(server, "/roster");
  vi.advanceTimersByTime(60_000);
  expect(gc).toHaveBeenCalledTimes(3);
});

test("is not kept from it by monitors", () => {
  const server = new EventEmitter();
  sweepWhenQuiet(server as Server);
  vi.advanceTimersByTime(2_000);
  for (let second = 0; second < 20; second++) {
    ask(server, "/healthz");
    vi.advanceTimersByTime(1_000);
  }
  expect(gc).toHaveBeenCalledTimes(2);
});
