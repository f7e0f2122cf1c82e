/** A review through three pairs of hands: the department opens it, a ward marks its list on the phone, its leader returns it once and confirms, the department decides. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const name = "Rà soát thử cuối năm";
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

test("a review from opening to the decision's annex", async ({ page, context }) => {
  test.setTimeout(180_000);

  await test.step("the department opens it for two communes and sees beforehand whom it asks", async () => {
    await signInAs(page, "Nguyễn Thị Thanh Hương");
    await page.goto("/roster/reviews");
    await page.getByRole("link", { name: "Mở đợt rà soát" }).first().click();
    await page.locator("[name=name]").fill(name);
    await page.locator("[name=dueOn]").fill(inDays(10));
    await page.locator("[name=note]").fill("Xem từng người, ghi rõ lý do.");
    await page.getByRole("button", { name: "Bỏ Tỉnh ủy Lam Giang" }).click();
    for (const unit of ["Đảng ủy phường Cửa Lam", "Đảng ủy xã Pá Lau"]) {
      await page.getByRole("combobox", { name: "Thêm đơn vị" }).fill(unit);
      await page.getByRole("option", { name: unit }).first().click();
    }
    await page.getByRole("checkbox", { name: "Đảng ủy xã, phường, đặc khu" }).check();
    await expect(page.getByText(/2 đơn vị, \d+ người trong các danh sách/)).toBeVisible();
    await page.getByRole("button", { name: "Mở đợt rà soát" }).click();
    await expect(page.getByText(`Đã mở "${name}" cho 2 đơn vị.`)).toBeVisible();
  });

  await test.step("the ward's officer finds it on the phone, and loses no mark without a network", async () => {
    await page.setViewportSize(phone);
    await signInAs(page, "Trần Thu Hà");
    await page.getByRole("link", { name: new RegExp(`^${name}: còn`) }).click();
    await expect(page.getByText("Xem từng người, ghi rõ lý do.")).toBeVisible();
    const first = rowAt(page, 0);
    await context.setOffline(true);
    await first.getByRole("button", { name: "Giữ" }).click();
    await expect(page.getByText("chưa gửi được vì mất mạng")).toBeVisible();
    await expect(first.getByRole("button", { name: "Giữ" })).toHaveAttribute("aria-pressed", "true");
    await context.setOffline(false);
    await expect(page.getByText("chưa gửi được vì mất mạng")).toBeHidden({ timeout: 15_000 });
    await page.reload();
    await expect(rowAt(page, 0).getByRole("button", { name: "Giữ" })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("one is released, one corrected, somebody new proposed, the rest kept", async () => {
    await rowAt(page, 1).getByRole("button", { name: "Thôi" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.locator("select[name=reason]").selectOption("retired");
    await sheet.getByRole("button", { name: "Ghi cho thôi" }).click();
    await expect(rowAt(page, 1)).toContainText("Lý do: nghỉ hưu");
    await rowAt(page, 2).getByRole("button", { name: "Sửa" }).click();
    await sheet.locator("[name=position]").fill("Bí thư Chi bộ khu phố 9");
    await sheet.getByRole("button", { name: "Ghi phần sửa" }).click();
    await expect(rowAt(page, 2)).toContainText("Sửa: chức vụ");
    await page.getByRole("button", { name: "Đề nghị thêm người" }).click();
    await sheet.locator("[name=fullName]").fill("Đặng Thị Hồng Ánh");
    await expect(sheet.getByText("có thể đã có", { exact: false }).first()).toBeVisible();
    await sheet.locator("[name=fullName]").fill("Vương Thị Ngọc Trâm");
    await sheet.locator("[name=position]").fill("Công chức Văn hóa - Xã hội");
    await sheet.getByRole("button", { name: "Thêm vào danh sách" }).click();
    await expect(page.getByText("Vương Thị Ngọc Trâm")).toBeVisible();
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await expect(page.getByText(/Còn \d+ người chưa đánh dấu:/)).toBeVisible();
    await page.getByRole("button", { name: /^Giữ cả \d+ người còn lại/ }).click();
    await expect(page.getByText(/^Đã xem hết \d+ người/)).toBeVisible();
    await page.getByRole("button", { name: "Nộp danh sách" }).click();
    await expect(page.getByText("Chờ lãnh đạo xác nhận")).toBeVisible();
  });

  await test.step("the leader returns it once", async () => {
    await signInAs(page, "Phạm Văn Thịnh");
    await page.getByRole("link", { name: `${name}: 1 danh sách chờ xác nhận` }).click();
    await page.getByRole("button", { name: "Trả lại" }).click();
    await page.getByRole("dialog").locator("[name=note]").fill("Ghi năm sinh người mới.");
    await page.getByRole("button", { name: "Trả lại cho đơn vị" }).click();
    await expect(page.getByText("Đã trả lại danh sách.")).toBeVisible();
  });

  await test.step("the officer reads why and hands it in again; the leader confirms", async () => {
    await signInAs(page, "Trần Thu Hà");
    await page.getByRole("link", { name: new RegExp(`^${name}: đã xem hết`) }).click();
    await expect(page.getByText("Ghi năm sinh người mới.")).toBeVisible();
    await page.getByRole("button", { name: "Nộp danh sách" }).click();
    await expect(page.getByText("Chờ lãnh đạo xác nhận")).toBeVisible();
    await signInAs(page, "Phạm Văn Thịnh");
    await page.getByRole("link", { name: `${name}: 1 danh sách chờ xác nhận` }).click();
    await page.getByRole("button", { name: "Xác nhận danh sách" }).click();
    await expect(page.getByText("Lãnh đạo đã xác nhận: Phạm Văn Thịnh.")).toBeVisible();
  });

  await test.step("the department sees who is behind and reminds only them, once a day", async () => {
    await page.setViewportSize(desk);
    await signInAs(page, "Nguyễn Thị Thanh Hương");
    await page.goto("/roster/reviews");
    await page.getByRole("link", { name }).click();
    await expect(page.getByRole("row").filter({ hasText: "Cửa Lam" })).toContainText("Đã xác nhận");
    await expect(page.getByRole("row").filter({ hasText: "Pá Lau" })).toContainText("Chưa làm");
    await page.getByRole("button", { name: "Nhắc 1 đơn vị chưa nộp" }).click();
    await expect(page.getByText("Đã nhắc 1 đơn vị.")).toBeVisible();
    await expect(page.getByText("Không còn ai để nhắc hôm nay")).toBeVisible();
  });

  await test.step("it closes the review and takes the confirmed part into the roster", async () => {
    await page.getByRole("button", { name: "Đóng đợt rà soát" }).click();
    await expect(page.getByText("Đã đóng đợt rà soát.")).toBeVisible();
    await page.getByRole("link", { name: "Kết quả" }).click();
    await page.getByRole("link", { name: "Ghi 1 phần sửa, lập 1 hồ sơ mới" }).click();
    await expect(page.getByText("Bí thư Chi bộ khu phố 9")).toBeVisible();
    await page.getByRole("button", { name: "Ghi 2 dòng" }).click();
    await expect(page.getByText("Đã sửa 1 hồ sơ, lập 1 hồ sơ mới.")).toBeVisible();
  });

  await test.step("the draft annex is there before any decision; then the decision is made", async () => {
    const [annex] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Kiện toàn: tất cả" }).click(),
    ]);
    expect(annex.suggestedFilename()).toBe(`Dự thảo phụ lục ${name}.docx`);
    await page.getByRole("link", { name: "Quyết định công nhận 1 người" }).click();
    await page.locator("[name='decision.number']").fill("Số 77 - QĐ/TU");
    await page.locator("[name='decision.decidedOn']").fill(inDays(0));
    await expect(page.getByText("Vương Thị Ngọc Trâm")).toBeVisible();
    await page.getByRole("button", { name: "Ghi công nhận 1 người" }).click();
    await expect(page.getByText("Đã ghi 1 người theo quyết định.")).toBeVisible();
    await page.goto("/roster/reviews");
    await page.getByRole("link", { name }).click();
    await page.getByRole("link", { name: "Kết quả" }).click();
    const done = page.getByRole("row").filter({ hasText: "Vương Thị Ngọc Trâm" });
    await expect(done).toContainText("Xong");
    await page.getByRole("link", { name: "Số liệu" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Dưới 40 tuổi" }).first()).toBeVisible();
  });
});

function rowAt(page: Page, place: number) {
  return page.locator("tr[data-entry]").nth(place);
}

async function signInAs(page: Page, who: string) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: who }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** As it is typed: "03/12/2026". */
function inDays(days: number): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" });
  return format.format(new Date(Date.now() + days * 86_400_000));
}
