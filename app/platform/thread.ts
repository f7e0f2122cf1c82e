/** The thread's side of threads.server.ts. Node reads the sources as they are; here it learns what `~/` means. */
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import type { Said } from "./threads.server";

type Heard =
  | { call: number; module: string; name: string; input: unknown }
  | { call: number; answer: unknown }
  | { call: number; noAnswer: true };

const app = new URL("../", import.meta.url).href;
const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: unknown): void }>();

registerHooks({
  resolve(specifier, context, next) {
    const isOwn = specifier.startsWith("~/") || (specifier[0] === "." && context.parentURL?.startsWith(app));
    if (!isOwn) return next(specifier, context);
    const place = new URL(specifier.replace(/^~\//, app), context.parentURL).href;
    return next(existsSync(fileURLToPath(place)) ? place : `${place}.ts`, context);
  },
});

parentPort?.on("message", async (heard: Heard) => {
  const { call } = heard;
  const begun = performance.now();
  if ("answer" in heard) return waiting.get(call)?.resolve(heard.answer);
  if ("noAnswer" in heard) return waiting.get(call)?.reject(new Error("There is no answer."));
  try {
    const module = await import(new URL(heard.module, app).href);
    const { buffersIn } = await import("./packed");
    const result = await module[heard.name](heard.input, (question: unknown) => ask(call, question));
    say({ call, result }, buffersIn(result));
    // What a large file has left behind would stay while the program goes on with it.
    if (performance.now() - begun > longWork) setImmediate(() => void globalThis.gc?.());
  } catch (error) {
    // A class does not survive the way between threads; a rule's sentence does.
    const { name, phrase, field } = error as { name?: string; phrase?: never; field?: string };
    say(name === "Refusal" && phrase ? { call, refusal: { phrase, field } } : { call, error });
  }
});

const longWork = 1_000;

function ask(call: number, question: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.set(call, { resolve, reject });
    say({ call, question });
  }).finally(() => waiting.delete(call));
}

function say(said: Said, given: ArrayBuffer[] = []) {
  parentPort?.postMessage(said, given);
}
