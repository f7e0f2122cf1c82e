/** An officer keeps one record part by part, and looks at what is masked in it; the administrator decides what may be kept. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

async function signInAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function openRecord(page: Page, name: string): Promise<string> {
  await page.goto(`/roster?q=${encodeURIComponent(name)}`);
  await page.locator("tbody").getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("a record is kept part by part, and a part is taken back", async ({ page }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  const record = await openRecord(page, "Giàng A Câu");

  await test.step("topics", async () => {
    await page.getByRole("link", { name: "Sửa mục Chuyên đề" }).click();
    // Nothing is chosen yet: nothing is kept on the device, and one may go without being asked.
    await page.getByRole("link", { name: "Hủy" }).click();
    await expect(page).toHaveURL(record);
    await page.getByRole("link", { name: "Sửa mục Chuyên đề" }).click();
    await page.getByLabel("Chuyển đổi số").selectOption("certified");
    await page.getByRole("button", { name: "Lưu chuyên đề" }).click();
    await expect(page).toHaveURL(record);
    await expect(page.getByRole("listitem").filter({ hasText: "Chuyển đổi số" })).toContainText(
      "Được chứng nhận",
    );
  });

  await test.step("a language more, taken back at once", async () => {
    await page.getByRole("link", { name: "Sửa mục Ngôn ngữ" }).click();
    await page
      .locator("[name^='languages.'][name$='.language']")
      .last()
      .selectOption({ label: "Ngôn ngữ ký hiệu" });
    await page.getByRole("button", { name: "Lưu ngôn ngữ" }).click();
    const sign = page.getByRole("listitem").filter({ hasText: "Ngôn ngữ ký hiệu" });
    await expect(sign).toBeVisible();
    await page.getByRole("button", { name: "Hoàn tác" }).last().click();
    await expect(page.getByText("Đã hoàn tác.")).toBeVisible();
    await expect(sign).toBeHidden();
  });

  await test.step("the week by keyboard, and a day that is otherwise", async () => {
    await page.getByRole("link", { name: "Sửa mục Thời gian nhận việc" }).click();
    await page.getByLabel("Thứ hai, sáng").focus();
    for (const key of ["ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    await expect(page.getByLabel("Thứ ba, chiều")).toBeFocused();
    const before = await page.getByLabel("Thứ ba, chiều").isChecked();
    await page.keyboard.press("Space");
    await expect(page.getByLabel("Thứ ba, chiều")).toBeChecked({ checked: !before });
    await page.getByLabel("Từ ngày").last().fill("24/12/2099");
    await page.getByLabel("Buổi").last().selectOption("morning");
    await page.getByRole("button", { name: "Lưu thời gian" }).click();
    await expect(page.getByText("24/12/2099")).toBeVisible();
  });

  await test.step("a note that tells too much is looked at again", async () => {
    await page.getByRole("link", { name: "Sửa mục Ghi chú" }).click();
    await page.locator("[name=note]").fill("Số căn cước 001075012345");
    await expect(page.getByText("Xem lại trước khi lưu")).toBeVisible();
    await page.getByRole("button", { name: "Lưu ghi chú" }).click();
    await expect(page.getByText("Sửa lại, hoặc xác nhận ở dưới.")).toBeVisible();
    await page.locator("[name=note]").fill("Nói hay, dễ hiểu.");
    await page.getByRole("button", { name: "Lưu ghi chú" }).click();
    await expect(page.getByText("Nói hay, dễ hiểu.")).toBeVisible();
  });

  await test.step("a qualification that is about to expire says so", async () => {
    await page.getByRole("link", { name: "Thêm chứng chỉ" }).click();
    await page.locator("[name=name]").fill("Chứng chỉ tiếng Mông");
    await page.locator("[name=expiresOn]").fill(inDays(20));
    await page.getByRole("button", { name: "Lưu chứng chỉ" }).click();
    await expect(page.getByText(`Sắp hết hạn ${inDays(20)}`)).toBeVisible();
    await page.getByRole("link", { name: "Dòng thời gian" }).click();
    await expect(page.getByText("Sẽ hết hạn Chứng chỉ tiếng Mông")).toBeVisible();
  });
});

test("two officers meet in one part, and nothing typed is lost", async ({ page, browser, baseURL }) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  const record = await openRecord(page, "Giàng Thị Mỷ");
  await page.goto(`${record}/work`);
  await page.locator("html[data-scripted]").waitFor();

  const other = await browser.newPage({ baseURL });
  await signInAs(other, "Giàng A Páo");
  await other.goto(`${record}/work`);
  await other.locator("[name=position]").fill("Trưởng bản");
  await other.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
  await expect(other).toHaveURL(new RegExp(`${record}$`));
  await other.close();

  await page.locator("[name=education]").fill("Đại học Luật");
  await page.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
  await expect(page.getByText("Người khác vừa sửa hồ sơ này")).toBeVisible();
  await expect(page.locator("[name=education]")).toHaveValue("Đại học Luật");
  const position = page.getByRole("alert").getByRole("listitem").filter({ hasText: "Trưởng bản" });
  await position.getByRole("button", { name: "Lấy giá trị này" }).click();
  await page.getByRole("button", { name: "Giữ những gì tôi nhập" }).click();
  await page.getByRole("button", { name: "Lưu công tác và trình độ" }).click();
  await expect(page).toHaveURL(new RegExp(`${record}$`));
  await expect(page.getByText("Trưởng bản").first()).toBeVisible();
  await expect(page.getByText("Đại học Luật")).toBeVisible();
});

test("a masked field is in no page until it is revealed, and the reveal is in the trail", async ({
  page,
}) => {
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  const record = await openRecord(page, "H'Hen Niê");
  await page.goto(`${record}/private`);
  await page.locator("[name=ethnicGroup]").fill("Mnông Gar");
  await page.getByRole("button", { name: "Lưu thông tin nhạy cảm" }).click();
  await expect(page).toHaveURL(new RegExp(`${record}$`));
  for (const tab of ["", "/timeline", "/history", "/private", "/person"]) {
    // As a page, and as the values that the browser asks for when it walks there by itself.
    for (const [path, type] of [
      [record + tab, "text/html"],
      [`${record}${tab}.data`, "text/x-script"],
    ] as const) {
      const answer = await page.request.get(path);
      expect([path, answer.status()]).toEqual([path, 200]);
      expect(answer.headers()["content-type"]).toContain(type);
      const text = await answer.text();
      expect(text).toContain("H'Hen");
      expect(text).not.toMatch(/Mn(ô|\\u00f4)ng Gar|ng Gar/i);
    }
  }
  const received: Promise<string>[] = [];
  page.on("response", (answer) => received.push(answer.text().catch(() => "")));
  await page.getByRole("link", { name: "Dòng thời gian" }).click();
  await expect(page).toHaveURL(`${record}/timeline`);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Hiện dân tộc" })).toBeVisible();
  const walked = await Promise.all(received);
  expect(walked.some((text) => text.includes("H'Hen"))).toBe(true);
  expect(walked.filter((text) => text.includes("ng Gar"))).toEqual([]);
  await page.getByRole("button", { name: "Hiện dân tộc" }).click();
  await expect(page.getByText("Mnông Gar")).toBeVisible();
  expect((await Promise.all(received)).filter((text) => text.includes("Mnông Gar"))).toHaveLength(1);
  await expect(page.getByText("Chỉ hiện trong lần xem này.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Mnông Gar")).toBeHidden();
  await page.goto(`${record}/history`);
  await expect(page.getByText("Xem thông tin nhạy cảm").first()).toBeVisible();
});

test("a field that is switched off is erased for good", async ({ page }) => {
  await signInAs(page, "Hoàng Quốc Bảo");
  await page.goto("/settings/roster/private");
  const address = page.getByRole("region", { name: "Địa chỉ nhà" });
  await address.getByRole("button", { name: "Bật mục này" }).click();
  await address.locator("[name=reason]").fill("cần");
  await address.getByRole("button", { name: "Bật mục này" }).click();
  await expect(address.getByText("Viết lý do bằng một câu")).toBeVisible();
  await address.locator("[name=reason]").fill("Gửi tài liệu giấy đến nhà báo cáo viên.");
  await address.getByRole("button", { name: "Bật mục này" }).click();
  await expect(address.getByText("Đang bật")).toBeVisible();

  const officer = await page
    .context()
    .browser()
    ?.newPage({ baseURL: new URL(page.url()).origin });
  if (!officer) throw new Error("No browser.");
  await signInAs(officer, "Nguyễn Thị Thanh Hương");
  const record = await openRecord(officer, "Y Bhin Niê");
  await officer.goto(`${record}/private`);
  await officer.locator("[name=homeAddress]").fill("buôn Hrah");
  await officer.getByRole("button", { name: "Lưu thông tin nhạy cảm" }).click();
  await expect(officer.getByText("Địa chỉ nhà")).toBeVisible();

  await page.reload();
  await address.getByRole("button", { name: "Tắt mục này" }).click();
  await address.getByRole("button", { name: "Xóa hẳn các giá trị" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xóa hẳn các giá trị" }).click();
  await expect(address.getByText("Đã xóa giá trị ở 1 hồ sơ.")).toBeVisible({ timeout: 20_000 });
  await officer.reload();
  await expect(officer.getByText("Địa chỉ nhà")).toBeHidden();
  await officer.close();
});

/** "13/12/2026" */
function inDays(count: number): string {
  const day = new Date(Date.now() + count * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  return day.split("-").reverse().join("/");
}
