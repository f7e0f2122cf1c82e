/** An administrator loads a list of units, finds a commune, renames it from a day, and reads who did what. */
import { expect, test } from "./app.ts";

const list = `province_code,province,commune_code,commune
01,Thành phố Hà Nội,00004,Phường Ba Đình
01,Thành phố Hà Nội,00008,Phường Ngọc Hà
46,Thành phố Huế,19753,Xã Phú Vang
`;

test("units are imported, found without tone marks, walked by keyboard, renamed, and remembered", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page
    .getByRole("button", { name: /Quản trị hệ thống/ })
    .first()
    .click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");

  await page.goto("/units/import");
  const file = { name: "đơn vị.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
  await page.getByLabel("Tệp danh sách đơn vị").setInputFiles(file);
  await expect(page.getByText("5 đơn vị mới")).toBeVisible();
  await page.getByRole("button", { name: "Thêm 5 đơn vị" }).click();
  await expect(page.getByText("Đã thêm 5 đơn vị")).toBeVisible();

  await page.getByRole("link", { name: "Xem cây đơn vị" }).click();
  await page.getByRole("treeitem", { name: "Thành phố Hà Nội" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("treeitem", { name: "Phường Ba Đình" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("treeitem", { name: "Phường Ba Đình" })).toBeFocused();

  await page.getByRole("searchbox", { name: "Tìm đơn vị" }).fill("ngoc ha");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Phường Ngọc Hà" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Phường Ngọc Hà" })).toBeVisible();

  await page.getByRole("link", { name: "Đổi tên, loại" }).click();
  await page.getByLabel("Tên *", { exact: true }).fill("Phường Ngọc Hà Mới");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Phường Ngọc Hà Mới" })).toBeVisible();
  const history = page.getByRole("region", { name: "Lịch sử thay đổi" });
  await expect(history.getByText("Đổi tên đơn vị")).toBeVisible();
  await expect(history.getByText("Thêm đơn vị")).toBeVisible();
});
