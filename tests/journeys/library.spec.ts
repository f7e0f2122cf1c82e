/** A speaker of 65 with a small phone on a weak line: from the notice to the first words, to the page, to "I have read it". */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const title = "Sổ tay chuẩn bị một buổi tuyên truyền miệng";

// Recording costs a slow phone what is measured here; a busy machine may try again.
test.use({ trace: "off" });
test.describe.configure({ retries: 2 });
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

test("from the notice to the first readable page in less than five seconds on a slow phone and line", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto("/notices");
  await page.waitForLoadState("networkidle");
  await slowDown(page);
  const began = Date.now();
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Đọc", exact: true }).click();
  await expect(page.getByRole("region", { name: "Chữ của trang" })).toContainText("Trước buổi báo cáo");
  const toWords = Date.now() - began;
  await page.screenshot({ path: "test-results/journeys/library-words.png" });
  await expect(page.locator(".pdf-page canvas").first()).toBeVisible({ timeout: 60_000 });
  const toPicture = Date.now() - began;
  await page.screenshot({ path: "test-results/journeys/library-picture.png" });
  console.log(`From the notice to the words ${toWords} ms, to the page's picture ${toPicture} ms.`);
  expect(toWords).toBeLessThan(5_000);
});

test("the quick read is there within five seconds though the phone knows nothing of it yet", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto("/library");
  await page.getByRole("link", { name: title }).click();
  const quick = await page.getByRole("link", { name: /Đọc nhanh \(chữ, \d+ kB\)/ }).getAttribute("href");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await page.goto("about:blank");
  await slowDown(page);
  const began = Date.now();
  await page.goto(quick ?? "", { waitUntil: "commit" });
  await expect(page.getByText("Trang 1 trên")).toBeVisible();
  const took = Date.now() - began;
  await page.screenshot({ path: "test-results/journeys/library-quick.png" });
  console.log(`Cold, the quick read ${took} ms.`);
  expect(took).toBeLessThan(5_000);
  // Words and nothing else: no script comes with them.
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
    await expect(count).toContainText(/1 trên \d+/);
    await field.press("Enter");
    await expect(count).toContainText(/2 trên \d+/);
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

/** A processor six times slower, 1.6 Mbit/s with 150 ms there and back. */
async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 150 },
    ...{ downloadThroughput: 200_000, uploadThroughput: 94_000 },
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
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
