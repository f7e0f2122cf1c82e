/** The first administrator sets up the house, lets a colleague in by a slip, and closes the account again. */
import { createHmac } from "node:crypto";
import { expect, test } from "./app.ts";

const password = "hoa hồng trước hiên nhà";

test("from an empty house to a colleague who signs in, and back out", async ({ page, browser, empty }) => {
  test.setTimeout(180_000);
  const at = (path: string) => `${empty.url}${path}`;

  await test.step("any page leads to the set-up, which asks for the code in the terminal", async () => {
    await page.goto(at("/roster"));
    await expect(page).toHaveURL(/\/setup$/);
    await page.locator("[name=code]").fill(/[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(empty.output())?.[0] ?? "");
    await page.locator("[name=department]").fill("Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Ninh");
    await page.locator("[name=name]").fill("Nguyễn Thị Lan");
    await page.locator("[name=username]").fill("lan.nt");
    await page.locator("[name=password]").fill("matkhau123");
    await page.getByRole("button", { name: "Tạo cơ quan" }).click();
    await expect(page.getByText("Mật khẩu này quá phổ biến")).toBeVisible();
    await page.locator("[name=password]").fill(password);
    await page.getByRole("button", { name: "Tạo cơ quan" }).click();
    await expect(page.getByRole("heading", { name: "Bắt đầu từ đâu?" })).toBeVisible();
    await expect(page.getByText("Cần bật xác thực hai bước trước hết ngày")).toBeVisible();
  });

  let code = "";
  await test.step("an account is made, and its slip shown once", async () => {
    await page.goto(at("/accounts/new"));
    await page.locator("[name=name]").fill("Trần Văn Bình");
    await page.locator("[name=phone]").fill("0912 345 678");
    await page.getByLabel("Vai trò").selectOption("speaker");
    await page.getByRole("combobox", { name: /^Đơn vị/ }).fill("tuyen giao");
    await page.locator("div[role=option]:visible").first().click();
    await page.getByRole("button", { name: "Tạo tài khoản" }).click();
    await page.getByRole("button", { name: "Tạo mã và in phiếu" }).click();
    code = (await page.getByText(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/).textContent()) ?? "";
  });

  // The colleague's phone is old: no scripts.
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    locale: "vi-VN",
    viewport: { width: 360, height: 740 },
  });
  const colleague = await phone.newPage();
  await test.step("the colleague chooses a password with the code, without scripts", async () => {
    await colleague.goto(at("/activate"));
    await colleague.locator("[name=code]").fill(code);
    await colleague.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(colleague.getByText("Xin chào Trần Văn Bình")).toBeVisible();
    await colleague.locator("[name=password]").fill("tàu chạy 6 giờ sáng");
    await colleague.getByRole("button", { name: "Đặt mật khẩu" }).click();
    await expect(colleague).toHaveURL(at("/"));
    await colleague.goto(at(`/activate?code=${code}`));
    await expect(colleague.getByText("Mã này đã dùng rồi")).toBeVisible();
  });

  await test.step("closing the account ends the colleague's session at the next page", async () => {
    await page.getByRole("link", { name: "Xong" }).click();
    await page.getByRole("link", { name: "Khóa tài khoản" }).click();
    await page.locator("[name=reason]").fill("Chuyển công tác");
    await page.getByRole("button", { name: "Khóa tài khoản" }).click();
    await expect(page.getByText(/Khóa ngày .*: Chuyển công tác/)).toBeVisible();
    await colleague.goto(at("/account"));
    await expect(colleague).toHaveURL(/\/sign-in\?to=%2Faccount$/);
    await colleague.locator("[name=login]").fill("+84 912.345.678");
    await colleague.locator("[name=password]").fill("tàu chạy 6 giờ sáng");
    await colleague.getByRole("button", { name: "Đăng nhập" }).click();
    await expect(colleague.getByRole("alert")).toContainText("Tài khoản này đã bị khóa");
  });

  let secret = "";
  await test.step("the administrator sets up the second factor", async () => {
    await page.goto(at("/account/second-factor"));
    secret = (await page.getByText(/^([A-Z2-7]{4} ?)+$/).textContent()) ?? "";
    await page.locator("[name=code]").fill(totp(secret));
    await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await expect(page.getByRole("listitem")).toHaveCount(10);
  });

  await test.step("and is asked for it at the next sign-in; a recovery code does as well", async () => {
    const recoveryCode = (await page.getByRole("listitem").first().textContent()) ?? "";
    await page.context().clearCookies();
    await page.goto(at("/units"));
    await page.locator("[name=login]").fill("lan.nt");
    await page.locator("[name=password]").fill(password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.locator("[name=code]").fill(totp(secret));
    await page.getByRole("button", { name: "Xác nhận" }).click();
    await expect(page.getByText("Mã này đã dùng rồi")).toBeVisible();
    await page.locator("[name=code]").fill(recoveryCode.toLowerCase());
    await page.getByRole("button", { name: "Xác nhận" }).click();
    await expect(page).toHaveURL(at("/units"));
  });
  await phone.close();
});

/** RFC 6238, as the app on a phone computes it. */
function totp(secret: string): string {
  const bits = [...secret.replace(/\s/g, "")]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
