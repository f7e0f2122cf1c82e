/** Who has not read: five people, two acknowledge, three are reminded, their head is told; then a small change and a large one. */
import { rm } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { startMailServer } from "../platform/mail-server.ts";
import { type Program, startProgram } from "../program.ts";
import { expect, test } from "./app.ts";
import { makePdf } from "./pdf.ts";

const title = "Kế hoạch tuyên truyền phòng rét cho cây trồng, vật nuôi";
/** The rapporteurs of a ward, and who speaks there about a topic: with these two rules, five. */
const five = {
  opensAndAcknowledges: "Đặng Thị Hồng Ánh",
  acknowledges: "Nguyễn Văn Huy",
  opens: "Phạm Ngọc Toàn",
  downloads: "Phan Hữu Thắng",
  neverCame: "Phạm Văn Thịnh",
} as const;
const left = [five.opens, five.downloads, five.neverCame];

test.use({ actionTimeout: 15_000 });

/** A sample department of its own, in which mail goes out. */
const journey = test.extend<object, { practice: Program }>({
  practice: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const mail = await startMailServer();
      const house = await startProgram({ DEMO: "1", MAIL_URL: mail.url, MAIL_FROM: "bcv@example.org" });
      await use(house);
      await house.stop();
      await mail.stop();
      await rm(house.folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

journey(
  "published, read by some, reminded, escalated, changed twice; the publisher leaves",
  async ({ page, browser, baseURL }) => {
    test.setTimeout(240_000);
    const phones = await test.step("the ward gives its speakers a way in", () =>
      givePhones(page, () => newPhone(browser, baseURL)));
    await signInAs(page, "Nguyễn Thị Thanh Hương");
    const address = await test.step("published for five people, with a last day", async () => {
      const address = await makeMaterial(page);
      await chooseAudience(page, address);
      await publish(page, daysAhead(20));
      return address;
    });

    await test.step("two acknowledge on the phone, one only opens, one only downloads, one never comes", async () => {
      await acknowledge(phones[five.opensAndAcknowledges]);
      await acknowledge(phones[five.acknowledges]);
      await openFromNotice(phones[five.opens]);
      await phones[five.opens].getByRole("link", { name: "Đọc", exact: true }).click();
      await expect(phones[five.opens].getByText("phòng rét cho trâu, bò").first()).toBeVisible();
      await openFromNotice(phones[five.downloads]);
      await Promise.all([
        phones[five.downloads].waitForEvent("download"),
        phones[five.downloads].getByRole("link", { name: /^Tải về/ }).click(),
      ]);
    });

    await test.step("opened, downloaded and acknowledged are told apart, person by person", async () => {
      await open(page, `${address}/readers`);
      await expect(page.getByText("2 / 5")).toBeVisible();
      const cells = async (name: string) => {
        const [, , state, ...times] = await page
          .getByRole("row")
          .filter({ hasText: name })
          .getByRole("cell")
          .allInnerTexts();
        return [state?.trim(), ...times.map((time) => /\d/.test(time))];
      };
      expect(await cells(five.opensAndAcknowledges)).toEqual(["Đã xác nhận", true, false, true]);
      expect(await cells(five.opens)).toEqual(["Đã mở", true, false, false]);
      expect(await cells(five.downloads)).toEqual(["Đã tải", false, true, false]);
      expect(await cells(five.neverCame)).toEqual(["Chưa mở", false, false, false]);
      await looksWell(page, "readers");
    });

    await test.step("these three are reminded, and only these", async () => {
      await page
        .getByRole("link", { name: /^Chưa xác nhận/ })
        .first()
        .click();
      await expect(page.getByRole("row")).toHaveCount(1 + left.length);
      for (const name of left) await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
      await looksWell(page, "left");
      await page.getByRole("button", { name: "Nhắc 3 người" }).click();
      await expect(page.getByText("Đã nhắc 3 người; 1 người được gửi cả thư điện tử.")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Nhắc lại 3 người/ })).toBeVisible();
      await looksWell(page, "reminded");
      for (const name of [five.opens, five.downloads])
        expect(await noticesOf(phones[name])).toContain(`Nhắc đọc: "${title}"`);
      for (const name of [five.opensAndAcknowledges, five.acknowledges])
        expect(await noticesOf(phones[name])).not.toContain("Nhắc đọc");
      await looksWell(phones[five.opens], "notices");
    });

    await test.step("whoever has an address gets a letter, which stands in the outbox", async () => {
      await open(page, "/outbox?q=nhac+doc");
      await expect(page.getByRole("row")).toHaveCount(2);
      await expect(page.getByRole("row").filter({ hasText: five.opens })).toContainText("phamngoctoan@");
      await looksWell(page, "outbox");
    });

    await test.step("the head of their ward is told, and sees the own people", async () => {
      await open(page, `${address}/readers`);
      await page.getByRole("button", { name: "Báo 1 lãnh đạo về 3 người chưa xác nhận" }).click();
      await expect(page.getByText("Đã báo 1 lãnh đạo về 3 người chưa xác nhận.")).toBeVisible();
      const head = await newPhone(browser, baseURL);
      await signInAs(head, "Phạm Văn Thịnh");
      await open(head, "/notices");
      await head.getByRole("link", { name: `3 người của đơn vị chưa xác nhận "${title}"` }).click();
      for (const name of left) await expect(head.getByRole("main").getByText(name).first()).toBeVisible();
      await looksWell(head, "head");
      await head.context().close();
    });

    await test.step("two days more: who has not acknowledged hears of it", async () => {
      await open(page, `${address}/readers`);
      await page.getByText("Đổi hạn xác nhận").click();
      await page.getByRole("textbox", { name: "Hạn xác nhận mới" }).fill(daysAhead(22));
      await looksWell(page, "deadline");
      await page.getByRole("button", { name: "Lưu hạn mới" }).click();
      await expect(page.getByText("Đã đổi hạn và báo 3 người chưa xác nhận.")).toBeVisible();
      await expect(page.getByText(`Hạn xác nhận: ${daysAhead(22)}.`)).toBeVisible();
      expect(await noticesOf(phones[five.opens])).toContain(
        `Hạn xác nhận tài liệu "${title}" nay là ngày ${daysAhead(22)}`,
      );
    });

    await test.step("a small change: what was acknowledged stands", async () => {
      await makeVersion(page, address, { change: "Sửa lỗi chính tả.", asksAgain: false });
      await publish(page, daysAhead(20));
      await open(page, `${address}/readers`);
      await expect(page.getByText("2 / 5")).toBeVisible();
      const phone = phones[five.opensAndAcknowledges];
      expect(await noticesOf(phone)).toContain(`Tài liệu có bản mới: ${title}. Không cần xác nhận lại.`);
      await openFromNotice(phone);
      await expect(phone.getByText(/Đồng chí đã xác nhận đã đọc/)).toBeVisible();
      await expect(phone.getByRole("button", { name: "Tôi đã đọc" })).toHaveCount(0);
      await looksWell(phone, "small-change");
      // A reminder of what nobody reads any more is gone.
      expect(await noticesOf(phones[five.opens])).not.toContain("Nhắc đọc");
    });

    await test.step("a large change: everybody is asked again; the first version keeps its figures", async () => {
      await makeVersion(page, address, { change: "Thêm phần chống rét cho mạ.", asksAgain: true });
      await publish(page, daysAhead(25));
      await open(page, `${address}/readers`);
      await expect(page.getByText("0 / 5")).toBeVisible();
      const phone = phones[five.opensAndAcknowledges];
      expect(await noticesOf(phone)).toContain(
        `Tài liệu có bản mới, đề nghị xác nhận lại: ${title}. Hạn ${daysAhead(25)}.`,
      );
      await acknowledge(phone);
      await looksWell(phone, "asked-again");
      await page.reload();
      await expect(page.getByText("1 / 5")).toBeVisible();
      await page.getByRole("link", { name: "Bản 1", exact: true }).click();
      await expect(page.getByText("2 / 5")).toBeVisible();
      await looksWell(page, "first-version");
    });

    await test.step("whoever published leaves: the list, and reminding, go on", async () => {
      await signInAs(page, "Hoàng Quốc Bảo");
      await open(page, "/accounts?q=thanh+huong");
      await page.locator("tbody").getByRole("link", { name: "Nguyễn Thị Thanh Hương" }).click();
      await page.getByRole("link", { name: "Khóa tài khoản" }).click();
      await page.locator("[name=reason]").fill("Nghỉ hưu");
      await page.getByRole("button", { name: "Khóa tài khoản" }).click();
      await expect(page.getByText(/Khóa ngày .*: Nghỉ hưu/)).toBeVisible();
      await signInAs(page, "Lê Minh Tuấn");
      await open(page, `${address}/readers?state=left`);
      await expect(page.getByText("1 / 5")).toBeVisible();
      await page.getByRole("button", { name: "Nhắc 4 người" }).click();
      await expect(page.getByText("Đã nhắc 4 người; 2 người được gửi cả thư điện tử.")).toBeVisible();
      expect(await noticesOf(phones[five.downloads])).toContain(`Nhắc đọc: "${title}"`);
      await open(page, `${address}/readers/units`);
      await looksWell(page, "units");
    });
  },
);

type Phones = Record<(typeof five)[keyof typeof five], Page>;

/** Everybody but the one who never comes has signed in on a phone of their own. */
async function givePhones(page: Page, newOne: () => Promise<Page>): Promise<Phones> {
  const phones = {} as Phones;
  await signInAs(page, "Trần Thu Hà");
  for (const name of Object.values(five)) {
    phones[name] = await newOne();
    if (name === five.opensAndAcknowledges) {
      await signInAs(phones[name], name);
      continue;
    }
    const code = await giveAccount(page, name);
    if (name === five.neverCame) continue;
    await phones[name].goto(`/activate?code=${code}`);
    await phones[name].getByLabel("Mật khẩu mới").fill("câu hát sli giao duyên");
    await phones[name].getByRole("button", { name: /^Đặt mật khẩu/ }).click();
    await expect(phones[name].getByRole("heading", { level: 1, name: "Hồ sơ của tôi" })).toBeVisible();
  }
  return phones;
}

async function newPhone(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, locale: "vi-VN", viewport: { width: 360, height: 740 } },
    ...{ hasTouch: true, isMobile: true },
  });
  return context.newPage();
}

async function giveAccount(page: Page, name: string): Promise<string> {
  await open(page, `/roster?q=${encodeURIComponent(name)}`);
  await page.locator("tbody").getByRole("link", { name }).first().click();
  // Some have an account since long, and need a new slip.
  await page.getByRole("link", { name: /^(Cấp tài khoản|Phiếu đăng nhập)$/ }).click();
  await page.getByRole("button", { name: /^(Tạo tài khoản và in phiếu|In phiếu mới)$/ }).click();
  return page.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/).innerText();
}

/** Answers the material's address. */
async function makeMaterial(page: Page): Promise<string> {
  await open(page, "/materials/new");
  await page.getByRole("textbox", { name: "Tên tài liệu" }).fill(title);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page).toHaveURL(/\/materials\/[\da-f-]{36}/);
  const address = new URL(page.url()).pathname;
  await dropFile(page, "Che chắn chuồng trại, phòng rét cho trâu, bò.");
  return address;
}

async function dropFile(page: Page, text: string) {
  const name = `phong-ret-${text.length}.pdf`;
  await page.getByRole("checkbox", { name: /bí mật nhà nước/ }).check();
  await page.locator("input[type=file][multiple]").setInputFiles({
    ...{ name, mimeType: "application/pdf", buffer: await makePdf([title, text]) },
  });
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible({ timeout: 60_000 });
}

async function chooseAudience(page: Page, address: string) {
  await open(page, `${address}/audience`);
  for (const [at, box] of ["Báo cáo viên", "Chuyển đổi số"].entries()) {
    await page.getByRole("button", { name: "Thêm một nhóm" }).click();
    const rule = page.getByRole("group", { name: `Nhóm ${at + 1}` });
    await rule.getByRole("combobox", { name: "Thuộc đơn vị" }).fill("cua lam");
    await page
      .getByRole("option", { name: /Cửa Lam/ })
      .first()
      .click();
    if (at === 1) await rule.getByText("Điều kiện khác:").click();
    await rule.getByRole("checkbox", { name: box, exact: true }).check();
  }
  await page.getByRole("button", { name: "Lưu người nhận" }).click();
  await expect(page.getByText("Đã lưu người nhận.")).toBeVisible();
  await expect(page.getByText("5 người").first()).toBeVisible();
}

async function makeVersion(
  page: Page,
  address: string,
  { change, asksAgain }: { change: string; asksAgain: boolean },
) {
  await open(page, `${address}/versions`);
  await page.getByText("Tạo phiên bản mới").first().click();
  await page.locator("[name=change]").fill(change);
  await page.getByRole("radio", { name: asksAgain ? /^Có:/ : /^Không:/ }).check();
  await page.getByRole("button", { name: "Tạo phiên bản mới" }).click();
  await expect(page.getByText(/Đang chuẩn bị phiên bản/)).toBeVisible();
  await dropFile(page, `Che chắn chuồng trại, phòng rét cho trâu, bò. ${change}`);
  await open(page, `${address}/audience`);
}

/** On the page of its audience. */
async function publish(page: Page, lastDay: string) {
  await page.getByRole("textbox", { name: "Hạn xác nhận đã đọc" }).fill(lastDay);
  await page.getByRole("button", { name: "Phát hành", exact: true }).click();
  await expect(page.getByText("Đã phát hành và báo tin cho 5 người.")).toBeVisible();
}

/** As one types it. */
function daysAhead(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(day);
}

async function openFromNotice(phone: Page) {
  await open(phone, "/notices");
  await phone.getByRole("link", { name: title }).first().click();
  await expect(phone).toHaveURL(/\/library\//);
}

async function acknowledge(phone: Page) {
  await openFromNotice(phone);
  await phone.getByRole("link", { name: "Đọc", exact: true }).click();
  await expect(phone.getByText("phòng rét cho trâu, bò").first()).toBeVisible();
  await phone.getByRole("link", { name: "Quay lại tài liệu" }).click();
  await looksWell(phone, "asked");
  await phone.getByRole("button", { name: "Tôi đã đọc" }).click();
  await expect(phone.getByText(/Đồng chí đã xác nhận đã đọc ngày/)).toBeVisible();
  await looksWell(phone, "acknowledged");
}

async function noticesOf(phone: Page): Promise<string> {
  await open(phone, "/notices");
  return phone.locator("main").innerText();
}

async function signInAs(page: Page, name: string) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-scripted]").waitFor();
}

/** No serious fault, and nothing wider than the screen, at this width and on a phone. */
async function looksWell(page: Page, name: string) {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
  const size = page.viewportSize();
  for (const width of new Set([size?.width ?? 360, 360])) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `test-results/journeys/unread-${name}-${width}.png`, fullPage: true });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
}
