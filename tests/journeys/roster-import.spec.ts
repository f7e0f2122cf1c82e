/** An officer brings a roster file in: what was understood, a bad row put right, everybody added; and a power cut in between. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { type Program, startProgram } from "../program.ts";
import { expect, test } from "./app.ts";

test("a list with a bad row is read, put right, and imported", async ({ page, empty }) => {
  test.setTimeout(120_000);
  await setUp(page, empty);
  await drop(page, empty, {
    name: "danh sach.xlsx",
    buffer: await sheet([
      ["(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ)"],
      ["STT", "Họ và tên", "Năm sinh", "Chức danh"],
      [1, "Đ/c TRẦN THỊ HƯỜNG", 1980, "BCV"],
      [2, "Lê Văn Ân", "31/02/1975", "TTV"],
    ]),
  });
  await expect(page.getByText("45-QĐ/ĐU ngày 12/08/2025")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "31/02/1975 Ngày không có thật" })).toBeVisible();
  await expectNoSeriousFault(page);
  await page.getByRole("link", { name: "Xem từng chỗ" }).click();
  await expect(page.getByRole("row", { name: "Đ/c TRẦN THỊ HƯỜNG Trần Thị Hường" })).toBeVisible();
  await expectNoSeriousFault(page);
  await page.goBack();
  await page.getByRole("button", { name: "Sửa dòng này" }).click();
  await page.getByLabel("Ngày sinh").fill("28/02/1975");
  await page.getByRole("button", { name: "Lưu dòng này" }).click();
  await page.getByRole("button", { name: "Nhập 2 người" }).click();
  await expect(page.getByText("Đã nhập 2 người")).toBeVisible();
  await page.goto(`${empty.url}/roster?q=huong`);
  await expect(page.getByRole("link", { name: "Trần Thị Hường" })).toBeVisible();
});

const byHand = fileURLToPath(new URL("../../../shared/samples/rosters/flat-by-hand.xlsx", import.meta.url));

test("a list kept by hand comes in by keyboard alone", async ({ page, practice }) => {
  test.skip(!existsSync(byHand), "The samples are not at hand.");
  test.setTimeout(120_000);
  await signInAs(page, "Nguyễn Thị Thanh Hương");
  await drop(page, practice, byHand);
  await expect(page.getByText("Còn 7 câu chờ trả lời")).toBeVisible();
  await expect(page.getByText("Xin trả lời các câu hỏi ở dưới trước")).toBeVisible();
  await expectNoSeriousFault(page);
  // Its communes are those of another province: each is asked once, and the focus goes on by itself.
  await page.getByRole("combobox", { name: "Gõ tên đơn vị" }).first().focus();
  for (let left = 6; left >= 0; left--) {
    // Enter comes before the answer, as from a quick hand: it waits for what all the letters find.
    await page.keyboard.type("cua lam");
    await page.keyboard.press("Enter");
    await expect(page.getByText(left > 0 ? `Còn ${left} câu chờ trả lời` : "Đã trả lời hết")).toBeVisible();
  }
  // Of three bad rows one is put right: from its date of birth three times Tab to the phone.
  await page.getByRole("gridcell", { name: "31/02/1980" }).focus();
  await page.keyboard.type("28/02/1980");
  for (const _ of ["unit", "kind", "phone"]) await page.keyboard.press("Tab");
  await page.keyboard.type("0912 345 678");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: "Trần Văn Lỗi 28/02/1980" })).toContainText(
    "chưa có ngày quyết định",
  );
  // What its row lacks the whole file is told.
  await page
    .getByRole("region", { name: "Áp dụng cho cả tệp" })
    .getByRole("button", { name: "Sửa" })
    .press("Enter");
  await page.getByLabel("Giữ chức danh từ ngày").fill("01/10/2025");
  await page.getByLabel("Giữ chức danh từ ngày").press("Enter");
  await expect(page.getByText("Đã được, sẽ nhập")).toBeVisible();
  await page.getByRole("button", { name: "Nhập 61 người" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã nhập 61 người")).toBeVisible({ timeout: 30_000 });
});

test("a whole kind of doubts and of repairs is left as in the file, by keyboard", async ({ page, empty }) => {
  test.setTimeout(120_000);
  await setUp(page, empty);
  await drop(page, empty, {
    name: "nghi van.xlsx",
    buffer: await sheet([
      ["(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ)"],
      ["STT", "Họ và tên", "Ngày sinh", "LLCT", "Chức danh"],
      [1, "TRẦN THỊ HƯỜNG", "5/3/75", "Lớp A", "BCV"],
      [2, "LÊ VĂN ÂN", "1/2/80", "Lớp B", "TTV"],
    ]),
  });
  await expect(page.getByText("Còn 2 câu chờ trả lời")).toBeVisible();
  await page.getByRole("button", { name: "Lý luận chính trị: để cả 2 chỗ như trong tệp" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã trả lời hết")).toBeVisible();
  await page.getByRole("link", { name: "Xem từng chỗ" }).click();
  await expect(page.getByRole("button", { name: "Để cả 4 chỗ này như trong tệp" })).toBeVisible();
  await page.getByRole("link", { name: /^Chữ hoa, chữ thường/ }).click();
  await page.getByRole("button", { name: "Để cả 2 chỗ này như trong tệp" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sửa lại cả 2 chỗ này" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^LÊ VĂN ÂN LÊ VĂN ÂN/ })).toBeVisible();
  await expectNoSeriousFault(page);
  await page.getByRole("link", { name: "nghi van.xlsx" }).click();
  await page.getByRole("button", { name: "Nhập 2 người" }).click();
  await expect(page.getByText("Đã nhập 2 người")).toBeVisible();
  await page.goto(`${empty.url}/roster?q=huong`);
  await page.getByRole("link", { name: "TRẦN THỊ HƯỜNG" }).click();
  await expect(page.getByText("Lý luận chính trị: Lớp A")).toBeVisible();
  await expect(page.getByText("05/03/1975")).toBeVisible();
});

test("people known already are updated field by field, as the officer chooses", async ({ page, empty }) => {
  test.setTimeout(120_000);
  await setUp(page, empty);
  const list = (phone: string, position: string) =>
    sheet([
      ["(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ)"],
      ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Điện thoại", "Chức danh"],
      [1, "Trần Thị Hường", 1980, position, phone, "BCV"],
      [2, "Lê Văn Ân", 1975, "Bí thư Chi bộ", "0913 222 333", "TTV"],
    ]);
  await drop(page, empty, { name: "lan 1.xlsx", buffer: await list("0912 345 678", "Giáo viên") });
  await page.getByRole("button", { name: "Nhập 2 người" }).click();
  await expect(page.getByText("Đã nhập 2 người")).toBeVisible();

  await drop(page, empty, { name: "lan 2.xlsx", buffer: await list("0987 654 321", "Hiệu trưởng") });
  await expect(page.getByText("2 người trong tệp đã có hồ sơ")).toBeVisible();
  await expect(page.getByRole("button", { name: /Nhập|Cập nhật/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Xem và chọn" }).first().click();
  const huong = page.getByRole("article", { name: "Trần Thị Hường" });
  // Another phone and another post: whether it is she, a person says.
  await huong.getByRole("button", { name: "Là người này" }).click();
  await expect(page.getByRole("link", { name: /^Cần chọn giá trị/ })).toHaveAttribute("aria-current", /./);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(huong.getByRole("radio")).toHaveCount(4);
  await expectNoSeriousFault(page);
  // The arrows choose; nothing is chosen beforehand.
  const phone = huong.getByRole("group", { name: "Điện thoại" });
  await expect(phone.getByRole("radio", { checked: true })).toHaveCount(0);
  await phone.getByRole("radio", { name: "0912 345 678" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(phone.getByRole("radio", { name: "0987 654 321" })).toBeChecked();
  await huong.getByRole("group", { name: "Chức vụ" }).getByText("Giáo viên").click();
  await huong.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(page.getByRole("link", { name: /^Sẽ cập nhật\s*1/ })).toHaveAttribute("aria-current", /./);
  await expect(huong).toBeVisible();

  await page.getByRole("link", { name: "lan 2.xlsx" }).click();
  await page.getByRole("button", { name: "Cập nhật 1 người" }).click();
  await expect(page.getByText("Đã cập nhật 1 người")).toBeVisible();
  await page.goto(`${empty.url}/roster?q=huong`);
  await page.getByRole("link", { name: "Trần Thị Hường" }).click();
  await expect(page.getByRole("link", { name: "0987 654 321" }).first()).toBeVisible();
  await expect(page.getByText("Giáo viên").first()).toBeVisible();
  await expect(page.getByText("Hiệu trưởng")).toHaveCount(0);
  // Once more the same file finds nothing to write.
  await drop(page, empty, { name: "lan 3.xlsx", buffer: await list("0987 654 321", "Giáo viên") });
  await expect(page.getByText("Mọi người trong tệp đã ở trong đội ngũ.")).toBeVisible();
});

test("a power cut in the middle: afterwards everybody is there, once", async ({ page, empty }) => {
  test.setTimeout(120_000);
  const count = 5_000;
  await setUp(page, empty);
  await drop(page, empty, { name: "dai.xlsx", buffer: await sheet(longList(count)) });
  const address = page.url();
  await page.getByRole("button", { name: `Nhập ${count} người` }).click();
  await expect(page.getByText("Đang nhập vào đội ngũ")).toBeVisible();
  await empty.kill();
  const again = await startProgram({ PORT: new URL(empty.url).port }, empty.folder);
  try {
    await page.goto(address);
    await expect(page.getByText(`Đã nhập ${count} người`)).toBeVisible({ timeout: 60_000 });
    await page.goto(`${address}?rows=added`);
    await expect(page.getByText("trong 5.000")).toBeVisible();
  } finally {
    await again.stop();
  }
});

function longList(count: number): (string | number)[][] {
  const letters = "ABCDEGHIKL";
  // No two have the same words, in whatever order.
  const name = (at: number) =>
    [...String(at).padStart(4, "0")]
      .map((digit, place) => `${letters[Number(digit)]}${"aoui"[place]}`)
      .join(" ");
  const people = Array.from({ length: count }, (_, at) => [at + 1, name(at), 1950 + (at % 50), "BCV"]);
  return [["Quyết định số 1-QĐ/ĐU ngày 1/1/2026"], ["STT", "Họ và tên", "Năm sinh", "Chức danh"], ...people];
}

async function sheet(rows: (string | number)[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Danh sách").addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function signInAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function setUp(page: Page, { url, output }: Program) {
  await page.goto(`${url}/setup`);
  await page.waitForLoadState("networkidle");
  const code = /First set-up code: (\w{4}-\w{4})/.exec(output())?.[1] ?? "";
  const typed = {
    code,
    department: "Thành phố Hà Nội",
    name: "Trần Minh Châu",
    username: "chau.tm",
    password: "cay-da-ben-nuoc-2026",
  };
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator("[name=level]").selectOption("province");
  await page.locator("[name=password]").press("Enter");
  await expect(page).toHaveURL(`${url}/setup/next`);
}

async function drop(page: Page, { url }: Program, file: string | { name: string; buffer: Buffer }) {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.goto(`${url}/roster/import`);
  await page.waitForLoadState("networkidle");
  await page
    .locator("input[type=file]")
    .setInputFiles(typeof file === "string" ? file : { mimeType, ...file });
  await expect(page).toHaveURL(/\/roster\/import\/[\da-f-]{36}/);
}

async function expectNoSeriousFault(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}
