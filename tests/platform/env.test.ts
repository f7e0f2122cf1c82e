/** Settings from outside: what holds without them, and the one sentence for a wrong one. */
import { expect, test } from "vitest";
import { readEnv } from "~/platform/env";
import { words } from "~/platform/host/words";

test("needs nothing from outside", () => {
  expect(readEnv({})).toEqual({
    NODE_ENV: "production",
    PORT: 3000,
    HOST: "localhost",
    DATA_DIR: "./data",
    DATABASE_CONNECTIONS: 10,
    METRICS: false,
    LOG_LEVEL: "info",
    DEMO: false,
  });
});

test("takes an empty variable for none", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual(readEnv({}));
});

test("understands numbers and switches", () => {
  const TRUSTED_PROXIES = "loopback, 10.0.0.0/8,fd00::1";
  expect(readEnv({ TRUSTED_PROXIES })).toMatchObject({ TRUSTED_PROXIES });
  expect(readEnv({ PORT: "8080", METRICS: "1", DEMO: "0" })).toMatchObject({
    PORT: 8080,
    METRICS: true,
    DEMO: false,
  });
});

test.each([
  ["PORT", "0"],
  ["PORT", "70000"],
  ["PORT", "http"],
  ["METRICS", "perhaps"],
  ["BASE_URL", "example.org"],
  ["LOG_LEVEL", "loud"],
  ["NODE_ENV", "staging"],
  ["TRUSTED_PROXIES", "nginx"],
  ["MAIL_FROM", "nobody"],
  ["MAIL_FROM", "A\r\nBcc: x <a@example.org>"],
] as const)("says what %s must be instead of %s", (name, value) => {
  const { vi, en } = words.wrongSetting(name, value);
  expect(() => readEnv({ [name]: value })).toThrow(`${vi}\n${en}`);
});

test("asks for the sender of letters where a mail server is set", () => {
  const MAIL_URL = "smtp://a:b@mail.example.org:587";
  expect(() => readEnv({ MAIL_URL })).toThrow(words.wrongSetting("MAIL_FROM", "").vi);
  const MAIL_FROM = "Ban Tuyên giáo <bcv@example.org>";
  expect(readEnv({ MAIL_URL, MAIL_FROM })).toMatchObject({ MAIL_URL, MAIL_FROM });
  expect(readEnv({ MAIL_FROM })).toMatchObject({ MAIL_FROM });
});

test("does not show a secret that is wrong", () => {
  expect(() => readEnv({ SESSION_SECRET: "short secret" })).toThrow(
    words.wrongSetting("SESSION_SECRET", "...").vi,
  );
  expect(() => readEnv({ DATABASE_URL: "mysql://a:b@c/d" })).toThrow(
    words.wrongSetting("DATABASE_URL", "...").vi,
  );
  expect(() => readEnv({ MAIL_URL: "http://a:b@c" })).toThrow(words.wrongSetting("MAIL_URL", "...").vi);
});
