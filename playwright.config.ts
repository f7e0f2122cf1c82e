/** The journeys: people of the sample department at work in a real browser, on the built app. */
import { defineConfig, devices } from "@playwright/test";
import { chromium } from "./tests/journeys/chromium.ts";

export default defineConfig({
  testDir: "tests/journeys",
  globalSetup: "./tests/journeys/chromium.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  outputDir: "test-results/journeys",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 800 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      // Where nothing says which letters a file's name may have, Chromium saves every Vietnamese one as "download".
      env: { ...process.env, LC_ALL: "C.UTF-8" } as Record<string, string>,
      // Root has no sandbox; the rest keeps the browser from calling home.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
});
