/** The log: JSON lines that user text cannot forge, without secrets and whole phone numbers. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

test("keeps secrets and phone numbers out, and one line for one event", () => {
  const [line, ...more] = logged(
    {
      phone: "0912345678",
      e164: "+84912345678",
      password: "p",
      person: { token: "t", cookie: "c" },
      name: "A\nB",
    },
    "called 0912 or 0281234567, at 1732346000000",
  );
  expect(more).toEqual([]);
  expect(JSON.parse(line ?? "")).toMatchObject({
    phone: "*******678",
    e164: "*******678",
    password: "[Redacted]",
    person: { token: "[Redacted]", cookie: "[Redacted]" },
    name: "A\nB",
    msg: "called 0912 or *******567, at 1732346000000",
  });
});

/** Through a process of its own: the log writes to the standard output itself. */
function logged(facts: object, sentence: string): string[] {
  const module = path.resolve("app/platform/host/log.ts");
  const script = `const { openLog } = await import(${JSON.stringify(module)});
    openLog("info", ".").info(${JSON.stringify(facts)}, ${JSON.stringify(sentence)});`;
  const { stdout } = spawnSync(path.resolve("node_modules/.bin/node"), [
    "--eval",
    script,
    "--input-type=module",
  ]);
  return stdout.toString().trim().split("\n");
}
