/** Heavy computing in a thread of its own, so that nobody else waits for it. */
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { Refusal } from "./refusal";
import type { Phrase } from "./words";

/** A function of one value; what it needs to know in between it asks back. It runs in the thread, without the database. */
type Work = (input: never, ask: never) => unknown;

/** What the thread says about a call. */
export type Said = { call: number } & (
  | { question: unknown }
  | { result: unknown }
  | { refusal: { phrase: Phrase; field?: string } }
  | { error: unknown }
);

interface Call {
  resolve(result: unknown): void;
  reject(error: unknown): void;
  answer?(question: unknown): Promise<unknown>;
}

let thread: Worker | undefined;
let leaving: NodeJS.Timeout | undefined;
let last = 0;

/** An idle thread would keep what its last large file took. */
const idleSeconds = 5;

/** A large file passes through the program on its way to the thread: both their heaps grow in small steps meanwhile. */
const steps = 15;
const calls = new Map<number, Call>();

/**
 * An export of a module below app/ ("roster/import/x.server.ts"), to be called here and to run there. Its values are
 * copied, and copying many objects takes time on both sides: long lists travel as texts. A Refusal there is one here.
 */
export function inThread<W extends Work>(module: string, name: string) {
  return (
    input: Parameters<W>[0],
    ...[answer]: Parameters<W> extends [unknown, infer A] ? [answer: A] : []
  ): Promise<Awaited<ReturnType<W>>> =>
    new Promise((resolve, reject) => {
      const call = ++last;
      calls.set(call, { resolve, reject, answer } as Call);
      thread ??= startThread();
      clearTimeout(leaving);
      // The process may end while nothing is asked of the thread.
      thread.ref();
      thread.postMessage({ call, module, name, input });
    });
}

function startThread(): Worker {
  // What the command line says of the program's memory would hold for the thread too, and go before its own limits.
  setFlagsFromString("--max-old-space-size=0");
  setFlagsFromString("--max-semi-space-size=0");
  growBy(steps);
  const started = new Worker(path.resolve("app/platform/thread.ts"), {
    // A file that swells to more than this ends the thread and not the program.
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 8 },
  });
  started.on("message", (said: Said) => hear(started, said));
  started.on("error", (error) => giveUp(started, error));
  started.on("exit", () => giveUp(started, new Error("The thread ended.")));
  return started;
}

async function hear(from: Worker, said: Said) {
  const call = calls.get(said.call);
  if (!call) return;
  if ("question" in said) {
    try {
      from.postMessage({ call: said.call, answer: await call.answer?.(said.question) });
    } catch (error) {
      // The caller learns why at once; the thread's own half is told to stop waiting.
      settle(from, said.call);
      call.reject(error);
      from.postMessage({ call: said.call, noAnswer: true });
    }
    return;
  }
  settle(from, said.call);
  if ("result" in said) call.resolve(said.result);
  else if ("refusal" in said) call.reject(new Refusal(said.refusal.phrase, said.refusal.field));
  else call.reject(said.error);
}

/** By how many percent a heap may grow before it is swept again, in all threads; 0: as V8 thinks fit. */
function growBy(percent: number) {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

function settle(from: Worker, call: number) {
  calls.delete(call);
  if (calls.size > 0 || from !== thread) return;
  from.unref();
  leaving = setTimeout(() => {
    thread = undefined;
    growBy(0);
    void from.terminate();
  }, idleSeconds * 1000).unref();
}

/** Whoever waits learns of it; the next call starts another thread. */
function giveUp(ended: Worker, error: unknown) {
  if (thread !== ended) return;
  thread = undefined;
  growBy(0);
  for (const { reject } of calls.values()) reject(error);
  calls.clear();
}
