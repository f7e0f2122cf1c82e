/** An officer says whom a material is for, looks who that is, publishes it, and finds out why somebody sees it. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import PDFDocument from "pdfkit";
import { expect, test } from "./app.ts";

test("rule, preview, publishing, the text for Zalo, and why", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await makeMaterial(page, "Đề cương tuyên truyền tháng 12");
  const address = page.url();

  await test.step("the rule is said back and counted while it is made", async () => {
    await open(page, `${address}/audience`);
    await page.getByRole("button", { name: "Thêm một nhóm" }).click();
    await expect(page.getByText("Báo cáo viên và tuyên truyền viên ở mọi đơn vị")).toBeVisible();
    await page.getByRole("combobox", { name: "Thuộc đơn vị" }).fill("cua lam");
    await page
      .getByRole("option", { name: /Cửa Lam/ })
      .first()
      .click();
    await page.getByRole("checkbox", { name: "Báo cáo viên", exact: true }).check();
    await expect(page.getByText(/^Báo cáo viên thuộc .*Cửa Lam/)).toBeVisible();
    await expect(page.getByText("Đây là số sau khi sửa, chưa lưu.")).toBeVisible();
    await expect(page.getByText("Lưu người nhận trước khi phát hành.")).toBeVisible();
    await page.getByText("Điều kiện khác:").click();
    await page.getByRole("checkbox", { name: "Lãnh đạo xã, phường" }).check();
    await expect(page.getByText(/cùng đọc: lãnh đạo xã, phường/)).toBeVisible();
    await expectNoSeriousFault(page);
    await page.getByRole("button", { name: "Lưu người nhận" }).click();
    await expect(page.getByText("Đã lưu người nhận.")).toBeVisible();
  });

  await test.step("the people are listed by name, those without an account apart", async () => {
    await page.getByRole("link", { name: "Xem danh sách" }).click();
    await expect(page.getByRole("heading", { name: "Danh sách người nhận" })).toBeVisible();
    await expect(page.getByText(/người thuộc diện nhận hôm nay\./)).toBeVisible();
    await page.getByRole("link", { name: "Chưa có tài khoản", exact: true }).click();
    await expect(page.getByText(/nhưng chưa có tài khoản\./)).toBeVisible();
    await expectNoSeriousFault(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Xuất", exact: false }).last().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  await test.step("it comes out, and the text for Zalo stands there", async () => {
    await open(page, `${address}/audience`);
    await page.getByRole("button", { name: "Phát hành", exact: true }).click();
    await expect(page.getByText(/^Đã phát hành và báo tin cho \d+ người\.$/)).toBeVisible();
    await expect(page.getByText(/Đăng nhập để đọc: http.*\/library\//)).toBeVisible();
    await expect(page.getByRole("img", { name: "Mã vuông dẫn tới tài liệu, phải đăng nhập" })).toBeVisible();
    await expectNoSeriousFault(page);
  });

  await test.step("why somebody sees it", async () => {
    await page.getByRole("combobox", { name: "Họ tên" }).fill("nguyen");
    await page
      .getByRole("option", { name: /Nguyễn/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await expect(page).toHaveURL(/person=/);
    await expect(page.getByText(/(Thuộc|Không thuộc) nhóm 1/)).toBeVisible();
  });

  await test.step("whoever it is for finds it among the notices, and nobody else", async () => {
    await signInAs(page, "Phạm Văn Thịnh");
    await open(page, "/notices");
    await page.getByRole("link", { name: /Đề cương tuyên truyền tháng 12/ }).click();
    await expect(page).toHaveURL(/\/library\//);
    const reading = page.url();
    await signInAs(page, "Giàng A Páo");
    expect((await page.goto(reading))?.status()).toBe(404);
  });

  await test.step("the next material is offered the same audience", async () => {
    await signInAs(page, "Nguyễn Thị Thanh Hương");
    await makeMaterial(page, "Bản tin tháng 12");
    await open(page, `${page.url()}/audience`);
    await page.getByRole("button", { name: "Dùng lại" }).first().click();
    await expect(page.getByText(/^Báo cáo viên thuộc .*Cửa Lam/).first()).toBeVisible();
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectNoSeriousFault(page);
  });
});

/** With one file that was accepted. */
async function makeMaterial(page: Page, title: string) {
  await open(page, "/materials/new");
  await page.getByRole("textbox", { name: "Tên tài liệu" }).fill(title);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page).toHaveURL(/\/materials\/[\da-f-]{36}/);
  await page.locator("input[type=file][multiple]").setInputFiles({
    ...{ name: `${title}.pdf`, mimeType: "application/pdf", buffer: await pdfOf(title) },
  });
  await page.getByRole("checkbox", { name: /bí mật nhà nước/ }).check();
  await expect(page.getByRole("link", { name: `${title}.pdf`, exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("Đang kiểm tra")).toBeHidden({ timeout: 60_000 });
}

function pdfOf(text: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const document = new PDFDocument();
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    // The built-in letters have no Vietnamese ones.
    document.text(text.normalize("NFD").replace(/[^ -~]/g, "")).end();
  });
}

async function signInAs(page: Page, name: string) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-scripted]").waitFor();
}

async function expectNoSeriousFault(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
}
