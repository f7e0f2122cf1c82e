/** Schemas noted down before zod is there: made later, they check as if it had been. */
import { describe, expect, test } from "vitest";
import { z as real } from "zod";
import { says } from "~/platform/forms";
import { z as later, zodIsHere } from "~/platform/zod-later";

/** Of everything that our schemas are written with, a little. */
function personSchema(z: typeof real) {
  const year = z.number().int().min(1900, { message: "too early" });
  const name = z.string().trim().min(2).max(20);
  const role = z.enum(["rapporteur", "communicator"]);
  const post = z.object({
    role,
    since: z.iso.date(),
    until: z.union([z.iso.date(), z.literal("")]).nullish(),
  });
  return z
    .object({
      name,
      nicknames: z.array(name).max(2),
      birth: z.object({ year, month: year.optional() }).nullable(),
      posts: z.record(z.string(), post),
      pair: z.tuple([z.uuid(), z.coerce.number().catch(1)]),
      phone: z.string().refine((typed) => /^\d+$/.test(typed), says({ vi: "Sai số", en: "Wrong" })),
      way: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("old"), id: z.string() }),
        z.object({ kind: z.literal("new"), title: z.string().transform((title) => title.toUpperCase()) }),
      ]),
    })
    .extend({ note: name.nullable().default(null) })
    .superRefine(({ name, phone }, context) => {
      if (name === phone) context.addIssue({ code: "custom", path: ["phone"], message: "the same" });
    })
    .transform((typed, context) => {
      // A schema inside the work of another.
      const parsed = role.safeParse(typed.name);
      if (parsed.success) context.addIssue({ code: "custom", message: "a role is no name" });
      return { ...typed, long: typed.name.length > 5 };
    });
}

const good = {
  name: " Lan Anh ",
  nicknames: ["Út"],
  birth: { year: 1975 },
  posts: { a: { role: "rapporteur", since: "2025-01-01", until: "" } },
  pair: ["0197c348-8800-7b70-85bb-c6a583d99190", "x"],
  phone: "0912",
  way: { kind: "new", title: "abc" },
};

describe("before zod is there", () => {
  const noted = personSchema(later);

  test("nobody may ask for an answer, nor take a schema apart", () => {
    expect(() => noted.safeParse(good)).toThrow("zodIsHere");
    expect(() => ({ ...later.object({ a: later.string() }).shape })).toThrow("apart");
    expect(() => [...later.enum(["a"]).options]).toThrow("zodIsHere");
  });

  test("what was noted down checks as if it had been", async () => {
    await zodIsHere();
    const plain = personSchema(real);
    expect(noted.parse(good)).toEqual(plain.parse(good));
    const bad = [
      { ...good, name: "a" },
      { ...good, name: "0912" },
      { ...good, name: "rapporteur" },
      { ...good, birth: { year: 1800 }, phone: "no" },
      { ...good, posts: { a: { role: "king", since: "31/12/2025" } } },
      { ...good, way: { kind: "none" }, pair: ["x"] },
      {},
      null,
    ];
    for (const typed of bad) {
      expect((await noted.safeParseAsync(typed)).error?.issues).toEqual(plain.safeParse(typed).error?.issues);
    }
  });
});

test("with zod there, schemas may be made of those noted down before", async () => {
  const before = later.object({ a: later.string() });
  await zodIsHere();
  const after = later.object({ list: later.array(before), ...before.shape });
  expect(after.parse({ list: [{ a: "x" }], a: "y" })).toEqual({ list: [{ a: "x" }], a: "y" });
  expect(before.extend({ b: later.number() }).safeParse({ a: "x" }).success).toBe(false);
});
