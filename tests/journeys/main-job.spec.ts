/** The main job on real input: the whole country's units, then the annex of a decision, become a roster that people search. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

const samples = fileURLToPath(new URL("../../../shared/samples/", import.meta.url));
const units = `${samples}units/units-2026-07-25.csv`;
const annex = `${samples}rosters/annex-unicode.xlsx`;

test("from an empty house to 3,355 units and 54 people", async ({ page, empty }) => {
  test.skip(!existsSync(annex), "the samples are not at hand");
  test.setTimeout(240_000);
  const at = (path: string) => `${empty.url}${path}`;

  await test.step("the department is set up for the whole country", async () => {
    await page.goto(at("/setup"));
    await page.locator("[name=code]").fill(/[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(empty.output())?.[0] ?? "");
    await page.locator("[name=department]").fill("Ban Tuyên giáo và Dân vận Trung ương");
    await page.locator("[name=level]").selectOption("central");
    await page.locator("[name=name]").fill("Trần Minh Châu");
    await page.locator("[name=username]").fill("chau.tm");
    await page.locator("[name=password]").fill("cay-da-ben-nuoc-2026");
    await page.getByRole("button", { name: "Tạo cơ quan" }).click();
    await expect(page.getByRole("heading", { name: "Bắt đầu từ đâu?" })).toBeVisible();
  });

  await test.step("the list of units is dropped, looked at and loaded", async () => {
    await page.goto(at("/units/import"));
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Tệp danh sách đơn vị").setInputFiles(units);
    await expect(page.getByText("3.355 đơn vị mới")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: "Thêm 3.355 đơn vị" }).click();
    await expect(page.getByText("Đã thêm 3.355 đơn vị")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a commune is found without tone marks", async () => {
    await page.goto(at("/units?q=ngoc+ha"));
    await page.getByRole("link", { name: "Phường Ngọc Hà" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Phường Ngọc Hà" })).toBeVisible();
  });

  await test.step("the annex is dropped, understood and imported", async () => {
    await page.goto(at("/roster/import"));
    await page.waitForLoadState("networkidle");
    await page.locator("input[type=file]").setInputFiles(annex);
    await expect(page).toHaveURL(/\/roster\/import\/[\da-f-]{36}/);
    await expect(page.getByText("45-QĐ/ĐU ngày 12/08/2025")).toBeVisible();
    await page.getByRole("button", { name: "Nhập 54 người" }).click();
    await expect(page.getByText("Đã nhập 54 người")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("the list stands in Vietnamese order and is searched without tone marks", async () => {
    await page.goto(at("/roster?q=luong"));
    expect(await peopleOn(page)).toEqual(["Lương Thị Hà", "Lương Quang Hoà", "Lương Mỹ Quỳnh"]);
    await page.goto(at("/roster?q=huong"));
    await expect(page.getByText("Không có ai khớp")).toBeVisible();
    await page.goto(at("/roster"));
    const names = await peopleOn(page);
    expect(names).toHaveLength(50);
    expect(names.slice(0, 4)).toEqual(["Hà Thị Ngọc An", "Lý Thanh An", "Phạm Thu An", "Huỳnh Thị Ánh"]);
  });
});

async function peopleOn(page: Page): Promise<string[]> {
  await expect(page.getByRole("row").getByRole("link").first()).toBeVisible();
  const links = await page.locator("tbody a[href^='/roster/']").allInnerTexts();
  return links.map((text) => text.split("\n")[0] ?? "");
}
