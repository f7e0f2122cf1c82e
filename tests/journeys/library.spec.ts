/** A speaker of 65 with a small phone on a weak line: from the notice to the first words, to the page, to "I have read it". */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const title = "Sổ tay chuẩn bị một buổi tuyên truyền miệng";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

// How long it takes on a slow phone is measured by `npm run bench:reading`: here, what that rests on.
test("the first words come with the page itself, before anything heavy and in a few kilobytes", async ({
  page,
}) => {
  await signIn(page);
  await page.goto("/notices");
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.clearBrowserCache");
  let weight = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    weight += encodedDataLength;
  });
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const heavy: string[] = [];
  await page.route(/pdf-view|pdf\.worker|\/content$/, async (route) => {
    heavy.push(new URL(route.request().url()).pathname);
    await isLetGo;
    await route.continue();
  });
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Đọc", exact: true }).click();
  await expect(page.getByRole("region", { name: "Chữ của trang" })).toContainText("Trước buổi báo cáo");
  expect(weight).toBeLessThan(40_000);
  await page.screenshot({ path: "test-results/journeys/library-words.png" });
  // Neither waits for the other.
  await expect.poll(() => heavy.length).toBeGreaterThanOrEqual(3);
  letGo();
  await expect(page.locator(".pdf-page canvas").first()).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: "test-results/journeys/library-picture.png" });
});

test("the quick read is words and nothing else: it loads no script", async ({ page }) => {
  await signIn(page);
  await page.goto("/library");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: /Đọc nhanh \(chữ, \d+ kB\)/ }).click();
  await expect(page.getByText("Trang 1 trên")).toBeVisible();
  await page.screenshot({ path: "test-results/journeys/library-quick.png" });
  expect(await page.locator("script[src]").count()).toBe(0);
  expect(await page.locator("link[rel=modulepreload]").count()).toBe(0);
});

test("reads by keys, finds a word, comes back to the page, gives the word", async ({ page }) => {
  test.setTimeout(120_000);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await signIn(page);
  await page.goto("/library");
  await looksWell(page);
  const card = page.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("Cần xác nhận trước");
  await card.getByRole("link", { name: title }).click();
  await expect(page.getByText("Lưu hành nội bộ: không sao chụp, chuyển tiếp.")).toBeVisible();
  await looksWell(page);
  await page.getByRole("link", { name: "Đọc", exact: true }).click();

  await test.step("turns pages, goes to one, makes them larger", async () => {
    await expect(page.locator(".pdf-page canvas").first()).toBeVisible({ timeout: 30_000 });
    const current = page.getByRole("textbox", { name: "Đến trang" });
    await page.keyboard.press("ArrowRight");
    await expect(current).toHaveValue("2");
    const before = await page.locator("[data-page='2']").boundingBox();
    await page.keyboard.press("+");
    await expect
      .poll(async () => (await page.locator("[data-page='2']").boundingBox())?.width)
      .toBeGreaterThan(before?.width ?? 1e9);
    await page.keyboard.press("0");
    await current.fill("3");
    await current.press("Enter");
    await expect(page.locator("[data-page='3'] canvas")).toBeVisible();
    await expect(current).toHaveValue("3");
    await looksWell(page);
  });

  await test.step("has words to mark, without the name across the page", async () => {
    const words = page.locator("[data-page='3'] .textLayer");
    await expect(words).toContainText(/buổi/);
    await expect(words).not.toContainText("Đặng Thị Hồng Ánh");
  });

  await test.step("finds a word without its tone marks", async () => {
    await page.keyboard.press("/");
    const field = page.getByRole("searchbox", { name: "Tìm trong tệp này" });
    const count = page.getByRole("toolbar").getByRole("status");
    await field.fill("chu to cho nguoi cao tuoi");
    // From the page that is read on, not from the first of the file.
    await expect(count).toHaveText(/^(?!1 )\d+ trên \d+/);
    const first = await count.textContent();
    await field.press("Enter");
    await expect(count).not.toHaveText(first ?? "");
    await expect(count).toHaveText(/^\d+ trên \d+/);
    await expect(page.locator(".hit-at").first()).toBeVisible();
    await looksWell(page);
    await field.press("Escape");
  });

  await test.step("comes back to where the reading stopped", async () => {
    const current = page.getByRole("textbox", { name: "Đến trang" });
    const told = page.waitForResponse(/\/place$/);
    await current.fill("4");
    await current.press("Enter");
    await expect(current).toHaveValue("4");
    expect((await told).ok()).toBe(true);
    await page.getByRole("link", { name: "Quay lại tài liệu" }).click();
    await expect(page).toHaveURL(/\/library\/[\da-f-]+$/);
    await page.reload();
    await expect(page.getByRole("link", { name: "Đọc tiếp từ trang 4" })).toBeVisible();
  });

  await test.step("gives the word, and keeps it at hand", async () => {
    await page.getByRole("button", { name: "Tôi đã đọc" }).click();
    await expect(page.getByText(/Đồng chí đã xác nhận đã đọc ngày/)).toBeVisible();
    await page.getByRole("button", { name: "Lưu để xem lại" }).click();
    await page.goto("/library?saved=yes");
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText("Đã xác nhận");
    await expect(page.getByRole("article")).toContainText("đã đọc đến trang 4");
    await looksWell(page);
  });

  await test.step("takes it along with the own name on it", async () => {
    await page.getByRole("link", { name: title }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Tải về \(PDF/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("so-tay-buoi-tuyen-truyen.pdf");
  });
  expect(complaints).toEqual([]);
});

async function signIn(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Đặng Thị Hồng Ánh" }).click();
  await expect(page).toHaveURL(/\/me$/);
}

async function looksWell(page: Page) {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
