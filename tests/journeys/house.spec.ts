/** The house as a whole: it opens, lets people in with one click, and has no serious fault for anyone. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./app.ts";

test("the sample department lets one in with a click", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("listitem").getByRole("button").first().click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
});

test("the first start leads to the set-up page and prints its code", async ({ page, empty }) => {
  await page.goto(empty.url);
  await expect(page).toHaveURL(`${empty.url}/setup`);
  expect(empty.output()).toMatch(/First set-up code: \w{4}-\w{4}/);
});
