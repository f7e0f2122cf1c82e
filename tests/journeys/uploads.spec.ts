/** Sending many files in a real browser: the declaration, the words at each file, and going on after a reload. */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

test("asks for the declaration first, then sends each file and says at the file what is wrong with it", async ({
  page,
}) => {
  await signIn(page);
  await page.goto("/ui");
  await choose(page, [
    { name: "giay.pdf", mimeType: "application/pdf", buffer: randomBytes(300_000) },
    { name: "bang.exe", mimeType: "application/octet-stream", buffer: Buffer.from("x") },
    { name: "rong.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) },
  ]);
  const rows = page.getByRole("list", { name: "Các tệp đang gửi" }).getByRole("listitem");
  await expect(rows.nth(1)).toContainText("Không nhận loại tệp này. Loại được nhận: .pdf, .docx, .jpg.");
  await expect(rows.nth(2)).toContainText("Tệp rỗng.");
  await expect(rows.nth(0)).toContainText("Đang chờ đến lượt");
  const tick = page.getByLabel("Tôi xác nhận các tệp này là của cửa hàng");
  await expect(tick).toBeFocused();
  await page.keyboard.press("Space");
  // It arrives whole, and only then the place it is for says no.
  await expect(rows.nth(0)).toContainText("Trang mẫu không giữ tệp nào.");
  await rows.nth(0).getByRole("button", { name: "Bỏ giay.pdf" }).click();
  await expect(rows).toHaveCount(2);
});

test("goes on where it stopped when the same file is chosen again after a reload", async ({ page }, info) => {
  await signIn(page);
  await page.goto("/ui");
  const file = info.outputPath("anh lon.jpg");
  writeFileSync(file, randomBytes(40 * 1024 * 1024));
  const line = await page.context().newCDPSession(page);
  const speed = { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 6 * 1024 * 1024 };
  await line.send("Network.emulateNetworkConditions", speed);
  await page.getByLabel("Tôi xác nhận các tệp này là của cửa hàng").check();
  await choose(page, file);
  const row = page.getByRole("listitem").filter({ hasText: "anh lon.jpg" });
  await expect(row).toContainText("MB/giây");
  await expect
    .poll(() => row.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.value))
    .toBeGreaterThan(18 * 1024 * 1024);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(row).toContainText("Chọn lại tệp “anh lon.jpg” để gửi tiếp.");
  const first: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/uploads")) first.push(request.method());
  });
  await page.getByLabel("Tôi xác nhận các tệp này là của cửa hàng").check();
  await choose(page, file);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Trang mẫu không giữ tệp nào.", { timeout: 20_000 });
  // Asked how far it is, then the rest; nothing was begun anew.
  expect(first[0]).toBe("HEAD");
  expect(first).not.toContain("POST");
});

test("says on a phone that the line is cut, before the first file or in the middle of it, and goes on by itself", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page);
  await page.goto("/ui", { waitUntil: "networkidle" });
  await page.getByLabel("Tôi xác nhận các tệp này là của cửa hàng").check();
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  const cut = "Mất kết nối. Tự gửi tiếp khi có mạng, phần đã gửi được giữ lại.";
  await context.setOffline(true);
  await choose(page, { name: "giay.pdf", mimeType: "application/pdf", buffer: randomBytes(300_000) });
  await expect(row("giay.pdf").getByRole("alert")).toHaveText(cut);
  await context.setOffline(false);
  await expect(row("giay.pdf")).toContainText("Trang mẫu không giữ tệp nào.", { timeout: 20_000 });
  const line = await context.newCDPSession(page);
  const speed = { latency: 5, downloadThroughput: -1, uploadThroughput: 3 * 1024 * 1024 };
  await line.send("Network.emulateNetworkConditions", { ...speed, offline: false });
  await choose(page, { name: "anh.jpg", mimeType: "image/jpeg", buffer: randomBytes(20_000_000) });
  await expect(row("anh.jpg")).toContainText("MB/giây");
  await line.send("Network.emulateNetworkConditions", { ...speed, offline: true });
  await expect(row("anh.jpg").getByRole("alert")).toHaveText(cut);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await line.send("Network.emulateNetworkConditions", { ...speed, offline: false });
  await expect(row("anh.jpg")).toContainText("Trang mẫu không giữ tệp nào.", { timeout: 30_000 });
});

async function choose(page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) {
  await page.locator("input[type=file][multiple]").setInputFiles(files);
}

async function signIn(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Nguyễn Thị Thanh Hương" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
