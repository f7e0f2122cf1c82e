/** One person recorded twice: found at once, compared, made one, found by the former name, and taken back. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("from two records to one and back", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Nguyễn Thị Thanh Hương" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await add(page, "Khuất Thị Ngọc Tuyển");
  await add(page, "Khuất Thị Ngọc Uyển");

  await test.step("the pair is there soon after the second is saved", async () => {
    await expect(async () => {
      await page.goto("/roster/duplicates");
      await expect(page.getByRole("row", { name: /Khuất Thị Ngọc Uyển/ })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await page
      .getByRole("row", { name: /Khuất Thị Ngọc Uyển/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Hai hồ sơ, một người?" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  });

  await test.step("both become one, under the longer name", async () => {
    await page.getByRole("button", { name: "Gộp hai hồ sơ" }).click();
    await expect(page.getByText("Đã gộp thành hồ sơ Khuất Thị Ngọc Tuyển.")).toBeVisible();
    await expect(page.getByText("Cũng được ghi là")).toBeVisible();
  });

  await test.step("who looks for the former name finds the record", async () => {
    await page.goto("/roster?q=khuat ngoc uyen");
    await expect(page.getByRole("link", { name: "Khuất Thị Ngọc Tuyển" }).first()).toBeVisible();
    await page.getByRole("link", { name: "Khuất Thị Ngọc Tuyển" }).first().click();
  });

  await test.step("the merge is taken back, and both are there", async () => {
    await page.getByRole("link", { name: "Lịch sử" }).click();
    await page.getByRole("link", { name: "Hoàn tác…" }).first().click();
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await expect(page.getByText("Đã hoàn tác").first()).toBeVisible();
    await page.goto("/roster?q=khuat thi ngoc");
    await expect(page.getByRole("link", { name: "Khuất Thị Ngọc Uyển" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Khuất Thị Ngọc Tuyển" })).toBeVisible();
  });
});

async function add(page: Page, fullName: string): Promise<void> {
  await page.goto("/roster/new");
  await page.locator("[name=fullName]").fill(fullName);
  await page.locator("[name=birth]").fill("08/03/1979");
  await page.locator("[name=phone]").fill("0387 654 321");
  await page.getByRole("combobox", { name: /^Đơn vị quản lý/ }).fill("cua lam");
  await page.locator("div[role=option]:visible").first().click();
  await page.getByRole("button", { name: "Thêm người này" }).click();
  await expect(page.getByRole("heading", { name: fullName })).toBeVisible();
}
