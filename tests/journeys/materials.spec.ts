/** A ward puts in a material, its leader sends it back and then approves it; what was thrown away comes back. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { makePdf } from "./pdf.ts";

const title = "Hướng dẫn phòng dịch mùa đông, phường Cửa Lam";

test("put in, proposals taken over, sent back with a note, approved", async ({ page, browser, baseURL }) => {
  test.setTimeout(150_000);
  await signInAs(page, "Trần Thu Hà");

  await test.step("the entry is made, its file dropped in and checked", async () => {
    await page.goto("/materials");
    await page.getByRole("link", { name: "Đưa tài liệu vào" }).click();
    await page.locator("[name=kind]").selectOption("outline");
    await page.getByRole("button", { name: "Tiếp tục: chọn tệp" }).click();
    await expect(page.getByText("Chưa đặt tên tài liệu")).toBeVisible();
    await expect(page.getByText("Đặt tên tài liệu trước.")).toBeVisible();
    await page.getByRole("checkbox", { name: /Tôi cam đoan/ }).check();
    await page.locator("input[type=file]").setInputFiles({
      ...{ name: "phong-dich.pdf", mimeType: "application/pdf" },
      buffer: await makePdf(["Số 12-HD/ĐU", "HƯỚNG DẪN", "phòng dịch mùa đông ở khu dân cư"]),
    });
    await expect(page.getByRole("link", { name: "phong-dich.pdf", exact: true })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step("what the file says of itself is proposed, and taken over by a press", async () => {
    await expect(page.getByText("Đọc được trong tệp")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: /Dùng 12-HD\/ĐU/ }).click();
    await expect(page.getByText("Đã điền theo nội dung đọc được.")).toBeVisible();
    await expectNoSeriousFault(page);
    await page.getByRole("link", { name: "Sửa thông tin" }).click();
    await page.locator("[name=title]").fill(title);
    await page.getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  });

  await test.step("the officer asks for a review", async () => {
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await page.locator("dialog [name=text]").fill("Nhờ anh xem trước thứ sáu.");
    await page.locator("dialog").getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(page.getByText("Đã gửi duyệt.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Sửa thông tin" })).toHaveCount(0);
  });

  const leader = await (await browser.newContext({ baseURL })).newPage();
  await test.step("the leader finds it on the first page and sends it back", async () => {
    await signInAs(leader, "Phạm Văn Thịnh");
    await leader.getByRole("link", { name: /tài liệu chờ duyệt/ }).click();
    await leader.getByRole("link", { name: title }).click();
    await leader.getByRole("button", { name: "Trả lại" }).click();
    await leader.locator("dialog").getByRole("button", { name: "Trả lại" }).click();
    await expect(leader.locator("dialog [name=text]")).toBeFocused();
    await leader.locator("dialog [name=text]").fill("Thêm số điện thoại trạm y tế.");
    await leader.locator("dialog").getByRole("button", { name: "Trả lại" }).click();
    await expect(leader.getByText("Đã trả lại kèm ý kiến.")).toBeVisible();
  });

  await test.step("the officer reads why, and asks again", async () => {
    await page.reload();
    await expect(page.getByText("Phạm Văn Thịnh trả lại để sửa")).toBeVisible();
    await expect(page.getByText("Thêm số điện thoại trạm y tế.").first()).toBeVisible();
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await page.locator("dialog").getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(page.getByText("Đã gửi duyệt.")).toBeVisible();
  });

  await test.step("the leader approves; the next step is to publish", async () => {
    await leader.reload();
    await leader.getByRole("button", { name: "Duyệt", exact: true }).click();
    await leader.locator("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
    await expect(leader.getByText("Đã duyệt.")).toBeVisible();
    await expect(leader.getByRole("link", { name: "Chọn người nhận và phát hành" })).toBeVisible();
    await leader.context().close();
  });
});

test("a further version, its comparison, the trash and the way back", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await page.goto("/materials?q=mua+hanh+kho");
  await page.getByRole("link", { name: /Phòng cháy trong mùa hanh khô/ }).click();

  await test.step("the versions say what changed, page by page", async () => {
    await page.getByRole("link", { name: "Phiên bản", exact: true }).click();
    await page.getByRole("link", { name: "So với phiên bản trước" }).click();
    await expect(page.getByRole("heading", { name: "So sánh hai phiên bản" })).toBeVisible();
    await expect(page.locator("ins").first()).toContainText("Việc thứ tư");
    await expectNoSeriousFault(page);
  });

  await test.step("readers keep what is out while a further version is prepared", async () => {
    await page.goBack();
    await page.getByText("Tạo phiên bản mới").first().click();
    await page.locator("[name=change]").fill("Sửa lỗi chính tả.");
    await page.getByRole("radio", { name: /^Không:/ }).check();
    await page.getByRole("button", { name: "Tạo phiên bản mới" }).click();
    await expect(page.getByText("Đang chuẩn bị phiên bản 3")).toBeVisible();
    await expect(page.getByText("Đã phát hành", { exact: true })).toBeVisible();
  });

  await test.step("thrown away and restored", async () => {
    await page.getByText("Việc khác").click();
    await page.getByRole("button", { name: "Bỏ vào thùng rác" }).click();
    await expect(page.getByText(/^Đã bỏ “Phòng cháy/)).toBeVisible();
    await page.goto("/materials/trash");
    const row = page.getByRole("row").filter({ hasText: "Phòng cháy" });
    await row.getByRole("button", { name: "Khôi phục" }).click();
    await expect(page.getByText(/^Đã khôi phục/)).toBeVisible();
  });
});

test("what was handed out in November stands in its conference", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await page.goto("/materials/collections");
  await page
    .getByRole("link", { name: /^Hội nghị báo cáo viên/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Tài liệu đã phát" })).toBeVisible();
  const lines = page.locator("main ol li");
  const before = await lines.count();
  await page.getByRole("combobox", { name: "Thêm tài liệu có sẵn" }).fill("lua dao");
  await page.getByRole("option", { name: /lừa đảo/ }).click();
  await page.getByRole("button", { name: "Thêm vào bộ" }).click();
  await expect(lines).toHaveCount(before + 1);
  await page.getByRole("button", { name: /^Đưa lên: Nhận biết/ }).click();
  await expect(lines.nth(before - 1)).toContainText("lừa đảo");
  await expectNoSeriousFault(page);
});

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function expectNoSeriousFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}
