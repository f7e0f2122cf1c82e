/** An officer hands a list out: as CSV, as Excel, as an annex, in print, and as a file that waits for a week. */
import { readFile } from "node:fs/promises";
import * as xlsx from "@e965/xlsx";
import type { Download, Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("a filtered list goes out in every form, and a long one as a file that waits", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await page.goto("/roster?role=rapporteur&state=active&sort=-name");
  const names = page.locator("tbody td.name");
  const first = ((await names.first().innerText()).split("\n")[0] ?? "").trim();
  const summary = await page
    .locator("main")
    .getByText(/người khớp/)
    .first()
    .innerText();
  const count = Number(/(\d+) người khớp/.exec(summary)?.[1]);

  await test.step("the page that asks says how many, and proposes a name", async () => {
    await page.getByRole("link", { name: "Xuất", exact: true }).click();
    await expect(page.getByText(`${count} người, theo thứ tự của danh sách`)).toBeVisible();
    await expect(page.getByLabel(/^Tên tệp/)).toHaveValue(
      /^Báo cáo viên – Tỉnh ủy Lam Giang – \d\d-\d\d-\d{4}$/,
    );
  });

  await test.step("CSV has the rows of the list in their order", async () => {
    await page.getByRole("radio", { name: /^CSV/ }).check();
    await page.getByLabel(/^Tên tệp/).fill("Báo cáo viên tháng 11");
    const text = (await bytesOf(await press(page))).toString();
    const lines = text.trimEnd().split("\r\n");
    expect([text[0], lines.length - 1, lines[1]?.split(",")[0]]).toEqual(["\ufeff", count, first]);
  });

  await test.step("Excel has all columns that may be seen", async () => {
    await page.getByRole("radio", { name: /^Excel/ }).check();
    await page.getByLabel("Tất cả các cột tôi được xem").check();
    const download = await press(page);
    expect(download.suggestedFilename()).toBe("Báo cáo viên tháng 11.xlsx");
    const book = xlsx.read(await bytesOf(download));
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, {
      header: 1,
    });
    expect([rows.length - 1, rows[1]?.[0], rows[0]?.includes("Điện thoại")]).toEqual([count, first, true]);
  });

  await test.step("Word has an annex", async () => {
    await page.getByRole("radio", { name: /^Phụ lục Word/ }).check();
    expect((await press(page)).suggestedFilename()).toBe("Báo cáo viên tháng 11.docx");
  });

  await test.step("a file that waits is made in the background, announced, fetched and removed", async () => {
    await page.getByRole("radio", { name: /^CSV/ }).check();
    await page.getByRole("checkbox", { name: /^Giữ tệp 7 ngày/ }).check();
    await page.getByRole("button", { name: "Xuất", exact: true }).click();
    await expect(page).toHaveURL(/\/exports$/);
    const made = page.getByRole("row").filter({ hasText: "Báo cáo viên tháng 11.csv" });
    await expect(made.getByText("Sẵn sàng")).toBeVisible({ timeout: 20_000 });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      made.getByRole("link", { name: "Tải về" }).click(),
    ]);
    expect((await bytesOf(download)).toString().trimEnd().split("\r\n").length - 1).toBe(count);
    await page.goto("/notices");
    await page.getByText("Tệp “Báo cáo viên tháng 11.csv” đã xuất xong").click();
    await expect(page).toHaveURL(/\/exports$/);
    await made.getByRole("button", { name: "Xóa" }).click();
    await expect(made.getByText("Đã xóa")).toBeVisible();
  });

  await test.step("the print has every row, and no menu", async () => {
    await page.goto("/roster/export?role=rapporteur&state=active&sort=-name");
    await page.getByRole("radio", { name: /^Bản in/ }).check();
    await page.getByRole("button", { name: "Xuất", exact: true }).click();
    await expect(page.locator("tbody tr")).toHaveCount(count);
    await expect(page.locator("tbody tr").first()).toContainText(first);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // A4 across, in points.
    expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45]/);
  });

  await test.step("an administrator reads who exported what", async () => {
    await page.context().clearCookies();
    await signInAs(page, "Hoàng Quốc Bảo");
    await page.goto("/audit?action=roster.exported");
    const line = page.getByRole("main").getByText("Báo cáo viên tháng 11.csv").first();
    await expect(line).toBeVisible();
  });
});

test("a list is exported without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await signInAs(page, "Trần Thu Hà");
  await page.goto("/roster");
  await page.getByRole("link", { name: "Xuất", exact: true }).click();
  await page.getByRole("radio", { name: /^CSV/ }).check();
  expect((await press(page)).suggestedFilename()).toMatch(/Đảng ủy phường Cửa Lam.*\.csv$/);
  await page.getByLabel(/^Tên tệp/).fill(" ");
  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  await expect(page.getByText("Nhập tên tệp.")).toBeVisible();
  await context.close();
});

async function press(page: Page): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Xuất", exact: true }).click(),
  ]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
