/** The switches of language and colours: plain forms, open to strangers, back to where one was. */
import { expect, test } from "vitest";
import { action as chooseLanguage } from "~/routes/language";
import { action as chooseTheme } from "~/routes/theme";
import { answerOf, post, postPlain } from "../requests";

test("a stranger's choice is a cookie, and leads back", async () => {
  const request = postPlain("/language", { language: "en", to: "/sign-in?to=/roster" });
  const { status, headers } = await answerOf(() => chooseLanguage({ request, params: {}, context: {} }));
  expect([status, headers.get("Location")]).toEqual([302, "/sign-in?to=/roster"]);
  expect(headers.get("Set-Cookie")).toContain("language=en; Path=/");
});

test("it never leads to another site", async () => {
  for (const to of ["//other.example", "/\t/other.example", "/\\other.example", "https://other.example"]) {
    const request = postPlain("/theme", { theme: "dark", to });
    const { headers } = await answerOf(() => chooseTheme({ request, params: {}, context: {} }));
    expect(headers.get("Location")).toBe("/");
  }
});

test("what is no choice, and what is no plain form, is refused", async () => {
  const other = postPlain("/language", { language: "fr", to: "/" });
  expect(await answerOf(() => chooseLanguage({ request: other, params: {}, context: {} }))).toMatchObject({
    status: 422,
  });
  const json = post("/language", { language: "en" });
  expect(await answerOf(() => chooseLanguage({ request: json, params: {}, context: {} }))).toMatchObject({
    status: 415,
  });
});
