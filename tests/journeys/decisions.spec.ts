/** An officer renews a term of sixty people from one decision, in under two minutes and a few presses; and carries out the other acts. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("sixty people of a term that ends are renewed by one decision, and taken back", async ({ page }) => {
  const presses = await countPresses(page);
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  presses.count = 0;
  const started = Date.now();

  await test.step("the page of ending terms leads to the list, everybody ticked", async () => {
    await press(page, "link", "Đội ngũ");
    await press(page, "link", "Hết nhiệm kỳ");
    await expect(page.getByRole("heading", { name: "Hết nhiệm kỳ" })).toBeVisible();
    const group = page.getByRole("row").filter({ hasText: "Đảng ủy Quân sự tỉnh" });
    await expect(group).toContainText("60");
    await group.getByRole("link", { name: "Công nhận lại" }).click();
    await expect(page.locator("tbody input[type=checkbox]:checked")).toHaveCount(60);
  });

  await test.step("one is left out, one released", async () => {
    const boxes = page.locator("tbody input[type=checkbox]");
    await boxes.nth(3).uncheck();
    await boxes.nth(5).uncheck();
    await page.locator("tbody tr").nth(5).locator("select").selectOption("retired");
    await expect(page.locator("tbody tr").nth(5)).toContainText("Nghỉ hưu");
  });

  await test.step("the decision is entered and all of it recorded", async () => {
    await page.locator("[name='decision.number']").fill("Số 140 - QĐ/ĐU");
    await page.locator("[name='decision.decidedOn']").fill(todayInWords());
    await press(page, "button", "Công nhận lại 58, cho thôi 1");
    await expect(page.getByRole("heading", { name: "Quyết định 140-QĐ/ĐU" })).toBeVisible();
    await expect(page.getByText("Đã ghi 59 người theo quyết định.")).toBeVisible();
  });
  const seconds = (Date.now() - started) / 1000;
  test.info().annotations.push({
    type: "renewal",
    description: `${presses.count} presses, ${seconds.toFixed(1)} s`,
  });
  expect(seconds).toBeLessThan(120);
  expect(presses.count).toBeGreaterThan(3);
  expect(presses.count).toBeLessThan(12);

  await test.step("its page names all of them, and its annex is there", async () => {
    await expect(page.getByText("58 chức danh bắt đầu, 1 chức danh kết thúc")).toBeVisible();
    const [annex] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Phụ lục (Word)" }).click(),
    ]);
    expect(annex.suggestedFilename()).toBe("Phụ lục quyết định 140-QĐ-ĐU.docx");
  });

  await test.step("and all of it is taken back from there", async () => {
    await page.getByRole("list").getByRole("button", { name: "Hoàn tác" }).click();
    await expect(page.getByText("Đã hoàn tác.")).toBeVisible();
    await expect(page.getByText("Chưa ghi ai theo quyết định này")).toBeVisible();
    await page.getByRole("button", { name: "Xóa quyết định" }).click();
    await expect(page.getByText("Đã xóa quyết định 140-QĐ/ĐU.")).toBeVisible();
  });
});

test("a new decision with its scan recognises people who are pasted, and one is replaced", async ({
  page,
}) => {
  await signInAs(page, "Trần Thu Hà");

  await test.step("the decision is added; a strange date is remarked, not refused", async () => {
    await page.goto("/roster/decisions/new");
    await page.locator("[name=number]").fill("Số 301 - QĐ/ĐU");
    await page.locator("[name=decidedOn]").fill("10/6/1970");
    await expect(page.getByText("Ngày ký trước khi có đội ngũ báo cáo viên")).toBeVisible();
    await page.locator("[name=decidedOn]").fill("10/6/2026");
    await page.getByRole("button", { name: "Thêm quyết định này" }).click();
    await expect(page.getByRole("heading", { name: "Quyết định 301-QĐ/ĐU" })).toBeVisible();
    await page.locator("input[type=file]").setInputFiles({
      name: "qd301.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4 scan"),
    });
    await expect(page.getByText("Đã lưu bản chụp.")).toBeVisible();
  });

  await test.step("pasted names become a list; who holds the role already is pointed out", async () => {
    await page.getByRole("link", { name: "Công nhận danh sách người" }).click();
    await page.getByText("Dán danh sách tên hoặc thêm cả đơn vị").click();
    await page.getByLabel("Dán danh sách tên").fill("1. Đ/c Phạm Văn Thịnh\nNguyễn Thị Không Có Thật");
    await page.getByRole("button", { name: "Tìm những người này" }).click();
    await expect(page.getByText("Không tìm thấy trong đội ngũ")).toBeVisible();
    await expect(page.getByText("Đã giữ chức danh này trong thời gian đó")).toBeVisible();
    await page.locator("select[name=role]").selectOption("communicator");
    await page.getByRole("button", { name: "Ghi công nhận 1 người" }).click();
    await expect(page.getByText("Đã ghi 1 người theo quyết định.")).toBeVisible();
  });

  await test.step("replaced by somebody else from a day on", async () => {
    await page.getByRole("link", { name: "Thay người" }).click();
    await page.locator("[name=startsOn]").fill("1/9/2026");
    await page.locator("select[name=reason]").selectOption("moved");
    await page.getByRole("combobox", { name: "Người thôi" }).fill("Phạm Văn Thịnh");
    await page.locator("div[role=option]:visible").first().click();
    const row = page.getByRole("row").filter({ hasText: "Tuyên truyền viên" });
    const other = page.getByRole("row").filter({ hasText: "Báo cáo viên" });
    await other
      .getByRole("button", { name: /^Bỏ Phạm Văn Thịnh/ })
      .last()
      .click();
    await row.getByRole("combobox", { name: "Người thay" }).fill("Đặng Thị Hồng Ánh");
    await page.locator("div[role=option]:visible").first().click();
    await expect(row).toContainText("Đặng Thị Hồng Ánh thay");
    await page.getByRole("button", { name: "Ghi thay 1 người" }).click();
    await expect(page.getByText("1 chức danh bắt đầu, 1 chức danh kết thúc")).toBeVisible();
  });

  await test.step("the history tells it", async () => {
    await page.getByRole("link", { name: "Lịch sử" }).click();
    for (const what of ["Thêm quyết định", "Lưu bản chụp", "Thực hiện quyết định"]) {
      await expect(page.getByRole("listitem").filter({ hasText: what }).first()).toBeVisible();
    }
  });
});

async function signInAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function press(page: Page, role: "link" | "button", name: string) {
  await page.getByRole(role, { name }).first().click();
}

/** Presses of the mouse, as the pages themselves see them. */
async function countPresses(page: Page): Promise<{ count: number }> {
  const presses = { count: 0 };
  await page.exposeFunction("pressed", () => {
    presses.count += 1;
  });
  await page.addInitScript(() => {
    document.addEventListener("pointerdown", () => (window as never as { pressed(): void }).pressed());
  });
  return presses;
}

function todayInWords(): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}
