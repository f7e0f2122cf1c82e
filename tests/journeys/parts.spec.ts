/** The common parts in a real browser: by keyboard, on the phone, without scripts, read aloud, in both languages and colours. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser itself reports every 422 that a form rightly gets.
    if (message.type() === "error" && !message.text().includes("422")) complaints.push(message.text());
  });
});
test.afterEach(() => expect(complaints).toEqual([]));

for (const [width, language, theme] of [
  [1280, "vi", "light"],
  [1280, "en", "dark"],
  [360, "vi", "dark"],
  [360, "en", "light"],
] as const) {
  test(`nothing stands in anybody's way at ${width}, ${language}, ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([cookie("language", language, baseURL), cookie("theme", theme, baseURL)]);
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/ui");
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  });
}

test("the server draws no style attributes, so that the content policy may forbid them", async ({
  request,
}) => {
  const answer = await request.get("/ui");
  expect(await answer.text()).not.toMatch(/ style="/);
  expect(answer.headers()["content-security-policy"]).not.toContain("unsafe-inline");
});

test("a form reads days leniently, keeps what was typed, and leads to the first error", async ({ page }) => {
  await page.goto("/ui");
  await page.getByLabel("Ngày giao", { exact: false }).last().fill("5/3/75");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Ngày giao", { exact: false }).last()).toHaveValue("05/03/1975");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("trùng");
  await page.getByRole("button", { name: "Lưu đơn hàng" }).last().click();
  await expect(page.getByText("Giá trị này chưa đúng.").or(page.getByText("Chọn…")).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Phường, xã" }).fill("ngoc ha");
  await page.getByRole("option", { name: "Phường Ngọc Hà" }).click();
  await page.getByRole("button", { name: "Lưu đơn hàng" }).last().click();
  await expect(page.getByText("Đã có người tên này.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toBeFocused();
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Lê Văn Ân");
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByText(/Đã khôi phục phần đang nhập lúc \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue("Lê Văn Ân");
  await page.getByRole("button", { name: "Bỏ đi" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue("");
});

test("what checks a form comes late, and a press on the button waits for it", async ({ page, context }) => {
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/assets\/zod-(?!later)/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/ui");
  const save = page.getByRole("button", { name: "Lưu đơn hàng" }).last();
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Lê Văn Ân");
  await save.click();
  await expect(save).toHaveAttribute("aria-disabled", "true");
  letThrough();
  await expect(page.getByText("Chọn…").first()).toBeVisible();
  await expect(save).not.toHaveAttribute("aria-disabled", "true");
  expect(sent).toEqual([]);
  // Without a network nothing is sent, and nothing lost.
  await page.getByRole("combobox", { name: "Phường, xã" }).fill("ngoc ha");
  await page.getByRole("option", { name: "Phường Ngọc Hà" }).click();
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("trùng");
  await page.getByLabel("Ngày giao", { exact: false }).last().fill("5/3/75");
  await page.keyboard.press("Tab");
  await context.setOffline(true);
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "Không nối được máy chủ" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue("trùng");
  await context.setOffline(false);
  await save.click();
  await expect(page.getByText("Đã có người tên này.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Không nối được máy chủ" })).toBeHidden();
});

test("where what checks a form cannot come, the server checks alone", async ({ page }) => {
  await page.route(/assets\/zod-(?!later)/, (route) => route.abort());
  await page.goto("/ui");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Lê Văn Ân");
  await page.getByRole("button", { name: "Lưu đơn hàng" }).last().click();
  await expect(page.getByText("Chọn…").first()).toBeVisible();
  expect(complaints.filter((complaint) => !complaint.includes("ERR_FAILED"))).toEqual([]);
  complaints.length = 0;
});

test("leaving with unsaved input asks first", async ({ page }) => {
  await page.goto("/ui");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Đào Duy Anh");
  await page.getByRole("link", { name: "Hủy" }).click();
  await page.getByRole("button", { name: "Ở lại" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue("Đào Duy Anh");
});

test("the tree is walked by keys, and branches come when they are opened", async ({ page }) => {
  await page.goto("/ui");
  await page.getByRole("treeitem", { name: "Vườn 1 98", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("treeitem", { name: "Luống 60" })).toBeVisible();
  await page.getByRole("treeitem", { name: "Hiện thêm 38 mục" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("treeitem", { name: "Luống 61" })).toBeFocused();
  await expect(page.getByRole("treeitem", { name: "Luống 98" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("treeitem", { name: "Luống 1", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  await expect(page.getByRole("treeitem", { name: "Vườn 34 98" })).toBeFocused();
});

test("Ctrl+K finds without tone marks, and closes by Esc where it was opened", async ({ page }) => {
  await page.goto("/ui");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("danh");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveText(["Danh sách"]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Tìm trang" })).toBeHidden();
});

test("rows are chosen by stretches, and all that match", async ({ page }) => {
  await page.goto("/ui");
  await page.getByLabel("Chọn Đào Duy Anh").check();
  await page.getByLabel("Chọn Lê Văn Ân").click({ modifiers: ["Shift"] });
  await expect(page.getByText("Đã chọn 4")).toBeVisible();
  await page.getByLabel("Chọn cả trang").check();
  await page.getByRole("button", { name: "Chọn tất cả 1.240" }).click();
  await expect(page.getByText("Đã chọn 1.240")).toBeVisible();
});

test("what was unfolded before the scripts came is drawn when they do", async ({ page }) => {
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/assets\/.*\.js/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/ui", { waitUntil: "commit" });
  await page.getByText("Thêm bộ lọc").press("Enter");
  await expect(page.getByRole("link", { name: /^Đang mở/ })).toBeVisible();
  letThrough();
  await expect(page.getByRole("combobox", { name: "Trạng thái" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Đang mở/ })).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Trạng thái" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Trạng thái" })).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("search, sort and the switch of language work", async ({ page }) => {
    await page.goto("/ui");
    await page.getByRole("searchbox").fill("anh");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=anh/);
    expect(await names(page)).toEqual(
      ["Đào Duy Anh", "Nguyễn Thị Thanh Hương Giang", "Trần Thị Ánh"].sort((a, b) =>
        a.localeCompare(b, "vi"),
      ),
    );
    await page.getByRole("link", { name: "Họ và tên" }).click();
    await expect(page).toHaveURL(/q=anh&sort=-name/);
    await page.locator("aside summary").click();
    await page
      .locator("aside")
      .getByRole("link", { name: /^Đang mở/ })
      .click();
    await page.locator("aside").getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Interface parts");
    await expect(page).toHaveURL(/q=anh&sort=-name$/);
  });

  test("what unfolds is drawn by the server when it is asked for", async ({ page }) => {
    await page.goto("/ui?q=anh");
    await page.getByText("Thêm bộ lọc").click();
    await page.getByRole("link", { name: /^Đang mở/ }).click();
    await page.getByRole("combobox", { name: "Trạng thái" }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Áp dụng" }).click();
    await expect(page).toHaveURL(/q=anh&state=active&day=$/);
    await expect(page.getByRole("button", { name: "Áp dụng" })).toBeHidden();
    await page.getByText("Cột", { exact: true }).click();
    await page.getByRole("link", { name: /^Đang mở/ }).click();
    await expect(page.getByRole("button", { name: "Hiện các cột này" })).toBeVisible();
  });
});

function names(page: Page) {
  return page.locator("tbody td a").evaluateAll((links) => links.map((link) => link.firstChild?.textContent));
}

function cookie(name: string, value: string, url = "") {
  return { name, value, url };
}
