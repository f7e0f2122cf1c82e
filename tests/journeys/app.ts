/** What every journey begins with: the sample department, or a house nobody has moved into, at its own address. */
import { rm } from "node:fs/promises";
import { test as base } from "@playwright/test";
import { type Program, startProgram } from "../program.ts";

export { expect } from "@playwright/test";

interface Houses {
  /** The app with the sample department in it, one for all journeys of a worker. */
  practice: Program;
  /** The app on its first start, a new one for each journey that asks. */
  empty: Program;
}

/** `page.goto("/roster")` leads into the sample department; `empty.url` into the other. */
export const test = base.extend<Pick<Houses, "empty">, Pick<Houses, "practice">>({
  practice: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      await lend(await startProgram({ DEMO: "1" }), use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  empty: async ({}, use) => {
    await lend(await startProgram(), use);
  },
  baseURL: async ({ practice }, use) => use(practice.url),
});

async function lend(program: Program, use: (program: Program) => Promise<void>): Promise<void> {
  await use(program);
  await program.stop();
  await rm(program.folder, { recursive: true, force: true });
}
