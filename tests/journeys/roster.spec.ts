/** An officer keeps the roster: adds a person, appoints, releases, takes it back; and two officers meet in one record. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("from a new person to a release and back", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");

  await test.step("a namesake is pointed out while the name is typed", async () => {
    await page.goto("/roster");
    const namesake = await page.locator("tbody").getByRole("link").first().innerText();
    const name = namesake.split("\n")[0] ?? "";
    await page.goto("/roster/new");
    await page.locator("[name=fullName]").fill(name);
    await expect(page.getByText("Có thể đã có trong đội ngũ")).toBeVisible();
  });

  await test.step("the person is added to a unit", async () => {
    await page.locator("[name=fullName]").fill("Đinh Thị Hoà Ơn");
    await page.locator("[name=birth]").fill("1988");
    await page.locator("[name=phone]").fill("0912.345.678");
    await page.getByRole("combobox", { name: /^Đơn vị quản lý/ }).fill("cua lam");
    await page.locator("div[role=option]:visible").first().click();
    await page.getByRole("button", { name: "Thêm người này" }).click();
    await expect(page.getByRole("heading", { name: "Đinh Thị Hoà Ơn" })).toBeVisible();
    await expect(page.getByText("0912 345 678").first()).toBeVisible();
    await expect(page.getByText("Chưa được công nhận")).toBeVisible();
  });

  await test.step("and appointed by a new decision", async () => {
    await page.getByRole("link", { name: "Công nhận chức danh" }).first().click();
    await page.locator("[name=startsOn]").fill("12/8/2026");
    await page.locator("[name='decision.number']").fill("Số 99 - QĐ/ĐU");
    await page.locator("[name='decision.decidedOn']").fill("12/8/2026");
    await page.getByRole("button", { name: "Ghi công nhận" }).click();
    await expect(page.getByText("Quyết định 99-QĐ/ĐU ngày 12/08/2026")).toBeVisible();
  });

  await test.step("released, and taken back at once", async () => {
    await page.getByRole("link", { name: "Cho thôi" }).click();
    await page.locator("[name=reason]").selectOption("moved");
    await page.getByLabel("Chưa rõ quyết định").check();
    await page.getByRole("button", { name: "Ghi cho thôi" }).click();
    await expect(page.getByText("Thôi: Chuyển công tác")).toBeVisible();
    await page.getByRole("button", { name: "Hoàn tác" }).last().click();
    await expect(page.getByText("Đã hoàn tác.")).toBeVisible();
    await expect(page.getByText("Đang hoạt động").first()).toBeVisible();
  });

  await test.step("two who save one record see both versions", async () => {
    const record = page.url();
    const other = await page.context().newPage();
    await page.goto(`${record}/work`);
    await other.goto(`${record}/work`);
    await other.locator("[name=position]").fill("Phó Bí thư");
    await other.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
    await expect(other).toHaveURL(record);
    await page.locator("[name=position]").fill("Bí thư Chi bộ");
    await page.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
    await expect(page.getByText("Người khác vừa sửa hồ sơ này")).toBeInViewport();
    await expect(page.getByText("Phó Bí thư")).toBeVisible();
    await page.getByRole("button", { name: "Giữ những gì tôi nhập" }).click();
    await page.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
    await expect(page).toHaveURL(record);
    await expect(page.getByText("Bí thư Chi bộ").first()).toBeVisible();
  });

  await test.step("the history tells it all", async () => {
    await page.getByRole("link", { name: "Lịch sử" }).click();
    for (const what of ["Thêm hồ sơ", "Công nhận chức danh", "Cho thôi", "Hoàn tác cho thôi", "Sửa hồ sơ"]) {
      await expect(page.getByRole("listitem").filter({ hasText: what }).first()).toBeVisible();
    }
  });
});

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
