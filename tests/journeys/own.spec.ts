/** A speaker gets the way in on paper, finds a mistake in the own record on the phone, and sees it put right; takes everything home. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const name = "Giàng A Câu";

test("from the slip on paper to a corrected record", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Giàng A Páo" }).click();
  await page.goto(`/roster?q=${encodeURIComponent(name)}`);
  await page.locator("tbody").getByRole("link", { name }).first().click();

  const code = await test.step("the officer prints a slip", async () => {
    await page.getByRole("link", { name: "Cấp tài khoản" }).click();
    await page.getByLabel("Số điện thoại").fill("0912 345 678");
    await page.getByRole("button", { name: "Tạo tài khoản và in phiếu" }).click();
    await expect(page.getByRole("img", { name: "Mã vuông mở trang kích hoạt" })).toBeVisible();
    return page.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/).innerText();
  });

  const pocket = await browser.newContext({
    baseURL,
    locale: "vi-VN",
    viewport: { width: 360, height: 740 },
  });
  const phone = await pocket.newPage();
  await test.step("with which the speaker comes in, and finds the own record", async () => {
    await phone.goto(`/activate?code=${code}`);
    await phone.getByLabel("Mật khẩu mới").fill("câu hát sli giao duyên");
    await phone.getByRole("button", { name: "Đặt mật khẩu và vào hệ thống" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "Hồ sơ của tôi" })).toBeVisible();
    await expect(phone.getByRole("link", { name: "Đội ngũ" })).toHaveCount(0);
    await looksWell(phone);
  });

  await test.step("says what is wrong; what was typed outlives a reload", async () => {
    await phone.getByRole("link", { name: "Báo chỗ sai ở mục Công tác và trình độ" }).click();
    await phone.locator("html[data-scripted]").waitFor();
    await phone.locator("[name=position]").fill("Bí thư Chi bộ bản Pá Lau");
    await phone.locator("[name=workplace]").fill("Bản Pá Lau");
    await phone.waitForTimeout(500);
    await phone.reload();
    await expect(phone.locator("[name=position]")).toHaveValue("Bí thư Chi bộ bản Pá Lau");
    await looksWell(phone);
    await phone.getByRole("button", { name: "Gửi đề nghị" }).click();
    await expect(phone.getByText("đang chờ xem xét")).toBeVisible();
    await looksWell(phone);
  });

  await test.step("adds to it, and says when to be reached without asking", async () => {
    await phone.getByRole("link", { name: "Báo chỗ sai ở mục Liên hệ" }).click();
    await phone.locator("html[data-scripted]").waitFor();
    await phone.locator("[name=email]").fill("cau.ga@example.vn");
    await phone.getByRole("button", { name: "Gửi đề nghị" }).click();
    await expect(phone.getByText("cau.ga@example.vn")).toBeVisible();
    await phone.getByRole("link", { name: "Sửa thời gian nhận việc" }).click();
    await phone.locator("html[data-scripted]").waitFor();
    await phone.getByLabel("Thứ sáu, tối").check();
    await looksWell(phone);
    await phone.getByRole("button", { name: "Lưu thời gian" }).click();
    await expect(phone.getByText("Đã lưu thời gian nhận việc.")).toBeVisible();
  });

  await test.step("the officer takes two of three, with a reason", async () => {
    await page.goto("/");
    await expect(page.getByText(`${name} đề nghị sửa hồ sơ của mình`)).toBeVisible();
    await page.getByRole("link", { name: /đề nghị sửa hồ sơ đang chờ/ }).click();
    await page.locator("tbody").getByRole("link", { name }).click();
    await looksWell(page);
    await page.getByLabel("Nhận mục Đơn vị công tác").uncheck();
    await page.getByRole("button", { name: "Nhận 2 mục, không nhận 1 mục" }).click();
    await expect(page.getByText("Ghi lý do không sửa")).toBeVisible();
    await page.getByLabel("Lý do").fill("Nơi công tác ghi theo quyết định.");
    await page.getByRole("button", { name: "Nhận 2 mục, không nhận 1 mục" }).click();
    await expect(page.getByText(`Đã sửa hồ sơ của ${name} theo đề nghị.`)).toBeVisible();
  });

  await test.step("and the speaker sees both", async () => {
    await phone.goto("/me");
    await expect(phone.getByText("được ghi nhận một phần")).toBeVisible();
    await expect(phone.getByText("Đã sửa một phần")).toBeVisible();
    await expect(phone.getByText("Lý do: Nơi công tác ghi theo quyết định.")).toBeVisible();
    await expect(phone.locator("dd").filter({ hasText: "Bí thư Chi bộ bản Pá Lau" })).toBeVisible();
    await looksWell(phone);
  });

  await test.step("takes everything home, to read and as data", async () => {
    const json = await download(phone, "Tải tệp dữ liệu (JSON)");
    expect(json.name).toBe(`Hồ sơ của tôi - ${name}.json`);
    const data = JSON.parse(await readFile(json.path, "utf8"));
    expect(data.record).toMatchObject({ fullName: name, position: "Bí thư Chi bộ bản Pá Lau" });
    expect(data.corrections).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain("Giàng A Páo");
    const pdf = await download(phone, "Tải bản PDF để đọc, in");
    expect(pdf.name).toBe(`Hồ sơ của tôi - ${name}.pdf`);
    expect((await readFile(pdf.path)).subarray(0, 5).toString()).toBe("%PDF-");
    // Of poppler-utils; where it is missing the document is not read.
    if (!existsSync("/usr/bin/pdftotext")) return;
    const text = execFileSync("pdftotext", [pdf.path, "-"]).toString();
    expect(text).toContain("Bí thư Chi bộ bản Pá Lau");
    expect(text).toContain("Thứ sáu");
  });
  await pocket.close();
});

test("a request is withdrawn while it waits, and the answer to an earlier one is there to read", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Đặng Thị Hồng Ánh" }).click();
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByText("Lý do: Chưa có quyết định điều động")).toBeVisible();
  await page.getByRole("link", { name: "Viết cho cán bộ phụ trách" }).click();
  await page.locator("html[data-scripted]").waitFor();
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText("Chưa có gì khác với hồ sơ.")).toBeVisible();
  await page.getByLabel("Điều cần sửa").fill("Tôi đã nghỉ hưu từ tháng trước.");
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText("Viết thêm: Tôi đã nghỉ hưu từ tháng trước.")).toBeVisible();
  await page.getByRole("button", { name: "Rút đề nghị" }).click();
  await expect(page.getByText("Đã rút đề nghị.")).toBeVisible();
});

async function download(page: Page, link: string): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

async function looksWell(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
