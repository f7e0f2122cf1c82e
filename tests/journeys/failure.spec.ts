/** A page that fails: it says so in words and by its number, and nothing else breaks with it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Program } from "../program.ts";
import { expect, test } from "./app.ts";

test("a page that fails is drawn alike by the server and in the browser", async ({ page, practice }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Nguyễn Thị Thanh Hương" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  expect(complaints).toEqual([]);

  await asOwner(practice, "ALTER TABLE decision RENAME TO decision_away");
  try {
    const answer = await page.goto("/roster/decisions");
    expect(answer?.status()).toBe(500);
    const html = (await answer?.text()) ?? "";
    const number = html.match(/đọc mã này: ([\w-]{6,})/)?.[1];
    expect(number).toBeTruthy();
    await expect(page.getByRole("heading", { name: "Có lỗi ngoài dự kiến" })).toBeVisible();
    await expect(page.locator("html[data-scripted]")).toBeAttached();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(number as string)).toBeVisible();
    // The browser itself names the answer; nobody else has anything to say.
    expect(complaints.filter((text) => !text.includes("status of 500"))).toEqual([]);
  } finally {
    await asOwner(practice, "ALTER TABLE decision_away RENAME TO decision");
  }
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expect(page.getByRole("heading", { name: "Quyết định", level: 1 })).toBeVisible();
});

/** As the one who owns the tables, which the app does not. */
async function asOwner({ folder }: Program, sql: string): Promise<void> {
  const { databaseOwner } = JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));
  const port = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const client = new pg.Client(`postgresql://owner:${databaseOwner}@127.0.0.1:${port}/app`);
  await client.connect();
  await client.query(sql);
  await client.end();
}
