/** A speaker of 65 looks for words in everything she may read, on a small phone: typed as they come, found on their page. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const title = "Sổ tay chuẩn bị một buổi tuyên truyền miệng";
const said = "chữ to cho người cao tuổi";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

test("finds words without tone marks, in any order, as a phrase, and jumps to their page", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await signIn(page);
  await page.goto("/library/search");
  await expect(page.getByText("Gõ vài từ để tìm")).toBeVisible();
  await looksWell(page, "search-empty");
  const handbook = page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });
  const place = handbook.getByRole("link", { name: /^Trang \d+/ }).first();

  await test.step("as somebody types who has no tone marks and begins at the end", async () => {
    await lookFor(page, "cao tuoi nguoi chu to");
    await expect(handbook).toBeVisible();
    await expect(place).toContainText(said);
    await expect(place.locator("mark").filter({ hasText: "người cao tuổi" })).toBeVisible();
    await looksWell(page, "search-found");
  });

  await test.step("as a phrase: these words in a row, and no others", async () => {
    await lookFor(page, `"${said}"`);
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(place.locator("mark")).toHaveText(said);
    await lookFor(page, '"cao tuổi người"');
    await expect(page.getByRole("article")).toHaveCount(0);
  });

  await test.step("and is told what else to try where there is nothing", async () => {
    await expect(page.getByText(/^Không có tài liệu nào chứa/)).toBeVisible();
    for (const hint of ["gõ không cần dấu, thứ tự nào cũng được", "trong ngoặc kép: đúng cụm từ liền nhau"]) {
      await expect(page.getByText(hint)).toBeVisible();
    }
    await looksWell(page, "search-none");
  });

  await test.step("opens the very page that holds the words", async () => {
    await lookFor(page, said);
    const second = handbook.getByRole("link", { name: /^Trang \d+/ }).nth(1);
    const number = (await second.textContent())?.match(/^Trang (\d+)/)?.[1] ?? "";
    expect(Number(number)).toBeGreaterThan(1);
    await second.click();
    await expect(page.locator(`[data-page='${number}'] canvas`)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("searchbox", { name: "Tìm trong tệp này" })).toHaveValue(said);
    const marked = page.locator(`[data-page='${number}'] .textLayer .hit-at`).first();
    await expect(marked).toBeInViewport({ timeout: 30_000 });
    await expect(marked).toContainText("người cao tuổi");
    await looksWell(page, "search-page");
    await page.goBack();
    await expect(handbook).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

async function lookFor(page: Page, words: string) {
  const field = page.getByRole("searchbox", { name: "Tìm trong toàn bộ nội dung tài liệu" });
  await field.fill(words);
  await field.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(words);
}

async function signIn(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Đặng Thị Hồng Ánh" }).click();
  await expect(page).toHaveURL(/\/me$/);
}

async function looksWell(page: Page, name: string) {
  await page.screenshot({ path: `test-results/journeys/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
