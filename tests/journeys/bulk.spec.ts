/** An officer chooses people over two pages and all that match, looks at what would change, applies it and takes it back. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("people chosen on two pages get a topic, and lose it again by undo", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "Nguyễn Thị Thanh Hương");

  await test.step("the choice is kept from page to page", async () => {
    await openRoster(page, "/roster?state=active");
    await page.locator("tbody .box input").nth(1).check();
    await page
      .locator("tbody .box input")
      .nth(4)
      .click({ modifiers: ["Shift"] });
    await page.getByRole("link", { name: "Sau", exact: true }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.getByText("Đã chọn 4")).toBeVisible();
    await page.locator("tbody .box input").first().check();
    await expect(page.getByText("Đã chọn 5")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Đã chọn 5")).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  await test.step("what is to be done is said, and looked at before it is done", async () => {
    await page.getByRole("button", { name: "Sửa…" }).click();
    await expect(page.getByRole("heading", { name: "Sửa 5 người" })).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: "Xem trước" }).click();
    await expect(page.locator("[aria-invalid=true]").first()).toBeFocused();
    await page.getByRole("checkbox", { name: "Nông thôn mới" }).check();
    await page.getByRole("combobox", { name: "Mức độ" }).selectOption("Được chứng nhận");
    await page.getByRole("checkbox", { name: "Đổi cả mức độ của người đã có" }).check();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Xem trước" }).click();
    await expect(
      page.getByRole("heading", { name: "Thêm chuyên đề: Nông thôn mới (được chứng nhận)" }),
    ).toBeVisible();
    await expect(page.getByText("5 người. Chưa ghi gì cả.")).toBeVisible();
    await expect(page.getByText("Nông thôn mới: Được chứng nhận").first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  await test.step("it is done, said, and undone", async () => {
    await page.getByRole("button", { name: /^Ghi cho \d+ người$/ }).click();
    await expect(page.getByText("Đã sửa hàng loạt")).toBeVisible();
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await expect(page.getByText("Mọi người trở lại như trước khi sửa.")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await openRoster(page, "/roster");
    await expect(page.getByText(/^Đã chọn/)).toBeHidden();
  });
});

test("everybody who matches is changed by a job, and taken back from its page", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await openRoster(page, "/roster?state=active");
  const [matching] = (await page.getByText(/^[\d.]+ người khớp/).innerText()).split(" ");
  await page.getByRole("checkbox", { name: "Chọn cả trang" }).check();
  await page.getByRole("button", { name: `Chọn tất cả ${matching}` }).click();
  await page.getByRole("button", { name: "Sửa…" }).click();
  await expect(page.getByText(/^Tất cả những người khớp: Đang hoạt động/)).toBeVisible();
  await page.getByRole("link", { name: "Ngôn ngữ" }).click();
  await page.getByRole("combobox", { name: "Ngôn ngữ" }).selectOption({ label: "Tiếng Anh" });
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.getByRole("link", { name: /^Đã đúng như vậy/ }).click();
  await expect(page).toHaveURL(/show=same/);
  await page.getByRole("button", { name: /^Ghi cho/ }).click();
  await expect(page.getByText("Đã sửa hàng loạt")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Hoàn tác…" }).click();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect(page.getByText("Đã hoàn tác", { exact: false }).first()).toBeVisible({ timeout: 30_000 });
});

test("on the phone people are chosen by pressing their cards", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await openRoster(page, "/roster");
  await page.getByRole("button", { name: "Chọn nhiều" }).click();
  await page.locator("tbody tr").nth(0).click();
  await page.locator("tbody tr").nth(2).click();
  await expect(page).toHaveURL(/\/roster$/);
  await expect(page.getByText("Đã chọn 2")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Sửa…" }).click();
  await expect(page.getByRole("heading", { name: "Sửa 2 người" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("who may only look chooses nobody", async ({ page }) => {
  await signInAs(page, "Lê Minh Tuấn");
  await openRoster(page, "/roster");
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});

async function signInAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function openRoster(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-scripted]").waitFor();
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
