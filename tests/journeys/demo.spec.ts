/** The first minute with the sample department: choose a person, look around, see no more than that person may. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("an officer of the province finds people, without tone marks and in Vietnamese order", async ({
  page,
}) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await page.goto("/roster");
  await expect(page.getByRole("main")).toContainText(/[34]\d\d người/);
  await page.goto("/roster?q=giang+a");
  const names = await page.getByRole("cell").getByRole("link").allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  expect(names.every((name) => /^Giàng (Thị|A|Seo) /.test(name))).toBe(true);
});

test("an officer of one ward sees the people of that ward only", async ({ page }) => {
  await signInAs(page, "Trần Thu Hà");
  await page.goto("/roster");
  await expect(page.getByRole("main")).toContainText("Cửa Lam");
  await expect(page.getByRole("main")).not.toContainText("Pá Lau");
  await page.goto("/roster?q=giang+a");
  await expect(page.getByRole("main")).not.toContainText("Giàng");
});

test("a speaker sees neither the roster nor the trail", async ({ page }) => {
  await signInAs(page, "Đặng Thị Hồng Ánh");
  expect((await page.goto("/roster"))?.status()).toBe(403);
  expect((await page.goto("/audit"))?.status()).toBe(403);
});

test("every page says that this is practice", async ({ page }) => {
  await signInAs(page, "Hoàng Quốc Bảo");
  for (const address of ["/", "/units", "/roster", "/accounts", "/audit"]) {
    await page.goto(address);
    await expect(page.getByText("Bản luyện tập")).toBeVisible();
  }
});

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
