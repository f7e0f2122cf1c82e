/** Choices kept in a cookie: language and colours. */
import { expect, test } from "vitest";
import { keepChoice } from "~/platform/choice.server";
import { themeOf, themes } from "~/ui/theme";

function send(values: Record<string, string>) {
  return keepChoice(
    new Request("http://localhost/theme", { method: "POST", body: new URLSearchParams(values) }),
    "theme",
    themes,
  );
}

test("sets the cookie and goes back to where the person was", async () => {
  const answer = await send({ theme: "dark", to: "/roster?q=an" });
  expect([answer.status, answer.headers.get("Location"), answer.headers.get("Set-Cookie")]).toEqual([
    302,
    "/roster?q=an",
    "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax",
  ]);
});

test.each(["//other.example", "/\\other.example", "https://other.example", ""])(
  "never leads to %j",
  async (to) => {
    expect((await send({ theme: "dark", to })).headers.get("Location")).toBe("/");
  },
);

test("refuses what is no choice", async () => {
  await expect(send({ theme: "pink; Path=/" })).rejects.toMatchObject({ status: 422 });
});

test("reads only the two colours out of the cookie", () => {
  const read = (cookie: string) => themeOf({ headers: new Headers({ Cookie: cookie }) });
  expect([read("theme=dark"), read("a=b; theme=light"), read("theme=pink"), read("")]).toEqual([
    "dark",
    "light",
    "system",
    "system",
  ]);
});
