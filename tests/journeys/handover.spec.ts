/** Somebody leaves: what hangs on them is seen on one page, given on in one go, and taken back from the page of the change. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("an officer's roles and notices go to somebody else, and come back", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Hoàng Quốc Bảo" }).click();
  await page.goto("/accounts?q=giang a pao");
  await page.locator("tbody").getByRole("link", { name: "Giàng A Páo" }).click();
  await page.getByRole("link", { name: "Bàn giao việc" }).click();
  await expect(page.getByText("Cán bộ xã, phường, Đảng ủy xã Pá Lau")).toBeVisible();
  await page.locator("html[data-scripted]").waitFor();
  await looksWell(page, 1280);
  await looksWell(page, 360);

  await test.step("not without saying to whom", async () => {
    await page.getByLabel("Lý do").fill("Chuyển công tác");
    await page.getByRole("button", { name: "Bàn giao" }).click();
    await expect(
      page.getByRole("alert").getByText("Chọn người nhận, hoặc bỏ các mục cần giao."),
    ).toBeVisible();
    await page.getByRole("combobox", { name: /Người nhận/ }).fill("tran thu ha");
    await page.getByRole("option", { name: /Trần Thu Hà/ }).click();
    await page.getByRole("button", { name: "Bàn giao" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Bàn giao của Giàng A Páo" })).toBeVisible();
    await expect(page.getByText("vai trò: bỏ 1, thêm 1")).toBeVisible();
  });

  await test.step("the account is closed, until it is taken back", async () => {
    const change = page.url();
    await page.goto("/accounts?q=giang a pao");
    await expect(page.locator("tbody").getByText("Đã khóa")).toBeVisible();
    await page.goto(change);
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(page.getByText("Đã hoàn tác").first()).toBeVisible();
    await page.goto("/accounts?q=giang a pao");
    await expect(page.locator("tbody").getByText("Đang dùng")).toBeVisible();
  });
});

async function looksWell(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
