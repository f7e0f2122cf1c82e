/** Answers that cost much: worked out once for all who ask, kept in proportion, forgotten when told. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { keepAnswers } from "~/platform/kept-answers.server";

function counting(ms = 5) {
  let begun = 0;
  const work = async () => {
    begun++;
    const mine = begun;
    await sleep(ms);
    return mine;
  };
  return { work, begun: () => begun };
}

test("all who ask while it is worked out get the one answer, of this moment", async () => {
  const kept = keepAnswers({ times: 1000, longest: 60_000 });
  const { work } = counting();
  const told = await Promise.all([1, 2, 3].map(() => kept.ask("review", "all", work)));
  expect(told).toEqual([1, 2, 3].map(() => ({ answer: 1, since: null })));
});

test("who asks later gets it with its moment, another question its own answer", async () => {
  const kept = keepAnswers({ times: 1000, longest: 60_000 });
  const { work } = counting();
  const before = Date.now();
  await kept.ask("review", "all", work);
  const { answer, since } = await kept.ask("review", "all", work);
  expect([answer, (since?.getTime() ?? 0) >= before]).toEqual([1, true]);
  expect(await kept.ask("review", "page", work)).toEqual({ answer: 2, since: null });
});

test("it is kept in proportion to what it cost, and no longer than told", async () => {
  const short = keepAnswers({ times: 2, longest: 60_000 });
  const capped = keepAnswers({ times: 10_000, longest: 10 });
  const { work, begun } = counting();
  for (const kept of [short, capped]) await kept.ask("review", "all", work);
  await sleep(80);
  for (const kept of [short, capped]) await kept.ask("review", "all", work);
  expect(begun()).toBe(4);
});

test("forgotten at once, also while it is being worked out; other subjects stay", async () => {
  const kept = keepAnswers({ times: 1000, longest: 60_000 });
  const { work } = counting();
  await kept.ask("other", "all", work);
  const stale = kept.ask("review", "all", work);
  kept.forget("review");
  const fresh = kept.ask("review", "all", work);
  expect([(await stale).answer, (await fresh).answer]).toEqual([2, 3]);
  expect((await kept.ask("review", "all", work)).answer).toBe(3);
  expect((await kept.ask("other", "all", work)).answer).toBe(1);
});

test("a failure is told and not kept", async () => {
  const kept = keepAnswers({ times: 1000, longest: 60_000 });
  const failing = () => Promise.reject(new Error("away"));
  await expect(kept.ask("review", "all", failing)).rejects.toThrow("away");
  expect(await kept.ask("review", "all", async () => 7)).toEqual({ answer: 7, since: null });
});

test("an answer that is not worth it is told to those who wait, and found anew for who asks later", async () => {
  const kept = keepAnswers({ times: 1000, longest: 60_000 });
  const { work } = counting();
  const ask = () => kept.ask("review", "all", work, (answer) => answer > 1);
  expect((await Promise.all([ask(), ask()])).map(({ answer }) => answer)).toEqual([1, 1]);
  expect(await ask()).toEqual({ answer: 2, since: null });
  expect((await ask()).answer).toBe(2);
});
