/** What the search finds is what the lists show and the files say, for random people, rules, states and words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { searchMaterials } from "~/materials/search/search.server";
import { queryOf } from "~/materials/search/search-query";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { fold } from "~/platform/text";
import { fetches, keeps, type Person, reads, type Thing, type World, worlds } from "../audience/model";
import { raise } from "../audience/raised";

const spoken = ["mật", "mất", "mát mẻ", "nhà", "nước", "241-KH/TU"];
const text = fc
  .array(fc.constantFrom(...spoken), { minLength: 1, maxLength: 7 })
  .map((words) => words.join(" "));
/** Pages of the files of each material, by their places. */
const said = fc.array(fc.array(fc.array(text, { maxLength: 2 }), { minLength: 3, maxLength: 3 }), {
  minLength: 6,
  maxLength: 6,
});

interface Asked {
  words: string[];
  isMinus: boolean;
}
const asked = fc.record({
  wanted: fc.array(
    fc.record({
      words: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom("mật", "mat", "nhà", "nuoc", "tài", "nói", "kh").map((one) => [one]),
        },
        fc
          .constantFrom("mat me", "nhà mất", "tai lieu", "nuoc nha mat", "241 kh")
          .map((phrase) => phrase.split(" ")),
      ),
      isMinus: fc.constant(false),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  without: fc.option(
    fc.record({
      words: fc.array(fc.constantFrom("me", "nước", "mat"), { minLength: 1, maxLength: 2 }),
      isMinus: fc.constant(true),
    }),
    { freq: 1 },
  ),
  isOpen: fc.boolean(),
});

function typed(terms: Asked[], isOpen: boolean): string {
  const shown = terms.map(({ words, isMinus }) =>
    words.length > 1 ? `${isMinus ? "-" : ""}"${words.join(" ")}"` : `${isMinus ? "-" : ""}${words}`,
  );
  return shown.join(" ") + (isOpen ? "" : " ");
}

/** In plain words: one of the texts holds it. */
function holds(texts: string[], { words }: Asked, isOpen: boolean): boolean {
  const whole = ` ${words.map(fold).join(" ")}${isOpen && words.length === 1 ? "" : " "}`;
  return texts.some((one) => ` ${fold(one).replace(/[^a-z0-9]+/g, " ")} `.includes(whole));
}

/** Of the version that is out, and of the draft after it: title, names and pages of the accepted files. */
function versions(world: World, person: Person, thing: Thing, pages: string[][]): string[][] {
  const files = fetches(world, person, thing);
  const ofVersion = (draft: boolean) => [
    "Tài liệu",
    ...files.flatMap((place) =>
      thing.files[place]?.draft === draft ? ["Bài nói", ...(pages[place] ?? [])] : [],
    ),
  ];
  if (thing.trashed) return [];
  if (keeps(world, person, thing)) return [ofVersion(false), ofVersion(true)];
  return reads(world, person, thing) ? [ofVersion(false)] : [];
}

test("search = lists = files that can be fetched", { timeout: 180_000 }, async () => {
  const seen = { yes: 0, no: 0 };
  await fc.assert(
    fc.asyncProperty(worlds, said, asked, async (world, pages, { wanted, without, isOpen }) => {
      const raised = await raise(world);
      for (const [at, { fileIds }] of raised.materials.entries()) {
        await db.materialPage.createMany({
          data: fileIds.flatMap((fileId, place) =>
            (pages[at]?.[place] ?? []).map((one, page) => ({
              fileId,
              page: page + 1,
              text: one,
              source: "layer",
            })),
          ),
        });
      }
      const terms: Asked[] = [...(without ? [without] : []), ...wanted];
      const q = typed(terms, isOpen);
      for (const [place, person] of world.people.entries()) {
        const { documents, count } = await searchMaterials(raised.actors[place] as Actor, queryOf(q));
        const expected = world.materials.flatMap((thing, at) =>
          versions(world, person, thing, pages[at] ?? []).some((texts) =>
            terms.every((term) => holds(texts, term, isOpen && term === terms.at(-1)) !== term.isMinus),
          )
            ? [raised.materials[at]?.id]
            : [],
        );
        expect(documents.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(count).toEqual({ total: expected.length, more: false });
        const shown = documents.flatMap((one) => one.pages.map(({ fileId }) => fileId));
        const mine = world.materials.flatMap((thing, at) =>
          fetches(world, person, thing).map((file) => raised.materials[at]?.fileIds[file]),
        );
        expect(mine).toEqual(expect.arrayContaining(shown));
        seen.yes += expected.length;
        seen.no += world.materials.length - expected.length;
      }
    }),
    { numRuns: 120, endOnFailure: false },
  );
  expect(seen.yes).toBeGreaterThan(60);
  expect(seen.no).toBeGreaterThan(300);
});
