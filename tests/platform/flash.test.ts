/** A toast and a setting: said once, and kept as declared. */
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "~/platform/db.server";
import { redirectWithToast, takeToast } from "~/platform/flash.server";
import { defineSetting, readSetting, writeSetting } from "~/platform/settings.server";

const saved = { vi: "Đã lưu.", en: "Saved." };

test("a toast crosses the redirect in the person's language and is shown once", async () => {
  const asked = new Request("http://localhost/", { headers: { "Accept-Language": "en" } });
  const answer = await redirectWithToast("/roster", saved, asked, { undo: "/roster/1/reinstatement" });
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/roster"]);
  const [cookie = ""] = (answer.headers.get("Set-Cookie") ?? "").split(";");
  const { toast, headers } = await takeToast(
    new Request("http://localhost/", { headers: { Cookie: cookie } }),
  );
  expect(toast).toEqual({ text: "Saved.", undo: "/roster/1/reinstatement" });
  expect(new Headers(headers).get("Set-Cookie")).toContain("Max-Age=0");
});

test("a toast that somebody else made up is not shown", async () => {
  const forged = Buffer.from(JSON.stringify({ text: "Gọi 0900" })).toString("base64");
  for (const Cookie of ["", `toast=${forged}`, `toast=${forged}.abc`, "toast=%%%"]) {
    expect(await takeToast(new Request("http://localhost/", { headers: { Cookie } }))).toMatchObject({
      toast: null,
    });
  }
});

test("a setting has its fallback until somebody chooses, and takes only what was declared", async () => {
  const size = defineSetting("test.size", z.number().int(), 20);
  expect(await readSetting(size)).toBe(20);
  await writeSetting(db, size, 50);
  await writeSetting(db, size, 60);
  expect(await readSetting(size)).toBe(60);
  await expect(writeSetting(db, size, 1.5)).rejects.toThrow();
});
