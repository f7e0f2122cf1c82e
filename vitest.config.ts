/** The tests below the browser: rules, commands and routes against a real PostgreSQL. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: "tests/setup-database.ts",
    setupFiles: "tests/setup.ts",
    env: { NODE_ENV: "test", TZ: "UTC", LOG_LEVEL: "fatal" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
