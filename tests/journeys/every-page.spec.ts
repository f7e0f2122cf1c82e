/** Every page, on the desk and on the phone, in both languages and colours: nothing serious for axe, no sideways scroll, no complaint in the console. */
import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";

/** Where each page is found in the sample department. A page without a line here fails the first test. */
const recordParts = ["person", "contact", "work", "note", "topics", "languages", "availability"];
const addresses: Record<string, (found: Found) => string | string[]> = {
  $: () => "/no-such-page",
  "_app._index": () => "/",
  "_app.account._index": () => "/account",
  "_app.account.password": () => "/account/password",
  "_app.account.recovery-codes": () => "/account/recovery-codes",
  "_app.account.second-factor-move": () => "/account/second-factor-move",
  "_app.accounts.$accountId._index": ({ account }) => account,
  "_app.accounts.$accountId.history": ({ account }) => `${account}/history`,
  "_app.accounts.$accountId.sight": ({ account }) => `${account}/sight`,
  "_app.accounts.$accountId_.code": ({ account }) => `${account}/code`,
  "_app.accounts.$accountId_.disabling": ({ account }) => `${account}/disabling`,
  "_app.accounts.$accountId_.edit": ({ account }) => `${account}/edit`,
  "_app.accounts.$accountId_.grants": ({ account }) => `${account}/grants`,
  "_app.accounts.$accountId_.second-factor": ({ account }) => `${account}/second-factor`,
  "_app.accounts._index": () => "/accounts",
  "_app.accounts.new": () => "/accounts/new",
  "_app.accounts.permissions": () => "/accounts/permissions",
  "_app.audit": () => "/audit",
  "_app.files": () => "/files",
  "_app.files_.closed-link": () => "/files/closed-link",
  "_app.library._index": () => ["/library", "/library?saved=yes"],
  "_app.library.$materialId._index": ({ entry }) => entry,
  "library.$materialId.files.$fileId._index": ({ reading }) => reading,
  "library.$materialId.files.$fileId.text": ({ reading }) => `${reading}/text`,
  "_app.library.search": () =>
    ["", "?q=tuyen+truyen", "?q=khong+co+gi+nhu+vay"].map((query) => `/library/search${query}`),
  "_app.materials.$materialId._index": ({ material }) => material,
  "_app.materials.$materialId.audience._index": ({ material }) => `${material}/audience`,
  "_app.materials.$materialId.audience.people": ({ material }) => [
    `${material}/audience/people`,
    `${material}/audience/people?account=none`,
  ],
  "_app.materials.$materialId.history": ({ material }) => `${material}/history`,
  "_app.materials.$materialId.versions": ({ material }) => `${material}/versions`,
  "_app.materials.$materialId_.comparison": ({ versioned }) => `${versioned}/comparison?from=1&to=2`,
  "_app.materials.$materialId_.purge": ({ material }) => `${material}/purge`,
  "_app.materials.$materialId_.edit": ({ material }) => `${material}/edit`,
  "_app.materials._index": () => ["/materials", "/materials?state=in_review"],
  "_app.materials.collections.$collectionId._index": ({ collection }) => collection,
  "_app.materials.collections.$collectionId_.edit": ({ collection }) => `${collection}/edit`,
  "_app.materials.collections._index": () => "/materials/collections",
  "_app.materials.$materialId.readers._index": ({ material }) => [
    `${material}/readers`,
    `${material}/readers?state=no_account`,
  ],
  "_app.materials.$materialId.readers.units": ({ material }) => `${material}/readers/units`,
  "_app.materials.$materialId_.people._index": ({ material }) => `${material}/people`,
  "_app.materials.$materialId_.people.units": ({ material }) => `${material}/people/units`,
  "_app.materials.figures": () => ["unit", "kind", "material"].map((by) => `/materials/figures?by=${by}`),
  "_app.materials.collections.new": () => "/materials/collections/new",
  "_app.materials.new": () => "/materials/new",
  "_app.materials.review": () => "/materials/review",
  "_app.materials.trash": () => "/materials/trash",
  "_app.notices": () => "/notices",
  "_app.outbox._index": () => ["/outbox", "/outbox?state=failed"],
  "_app.outbox.$mailId": ({ mail }) => mail,
  "_app.roster.corrections._index": () => "/roster/corrections",
  "_app.exports": () => "/exports",
  "_app.roster.export": () => "/roster/export?role=rapporteur",
  "roster.print": () => "/roster/print?role=rapporteur&level=province",
  "_app.roster.$speakerId._index": ({ speaker }) => speaker,
  "_app.roster.$speakerId.history": ({ speaker }) => `${speaker}/history`,
  "_app.roster.$speakerId_.appointment": ({ speaker }) => `${speaker}/appointment`,
  "_app.roster.$speakerId_.appointments.$appointmentId": ({ appointment }) => appointment,
  "_app.roster.$speakerId.timeline": ({ speaker }) => `${speaker}/timeline`,
  "_app.roster.$speakerId_.$part": ({ speaker }) => recordParts.map((part) => `${speaker}/${part}`),
  "_app.accounts.$accountId_.handover": ({ account }) => `${account}/handover`,
  "_app.roster.$speakerId_.handover": ({ speaker }) => `${speaker}/handover`,
  "_app.roster.$speakerId_.access": ({ speaker }) => `${speaker}/access`,
  "_app.roster.$speakerId_.private": ({ speaker }) => `${speaker}/private`,
  "_app.roster.$speakerId_.qualifications.$qualificationId": ({ speaker }) => `${speaker}/qualifications/new`,
  "_app.roster.$speakerId_.release": ({ speaker }) => `${speaker}/release`,
  "_app.roster._index": () => "/roster",
  "_app.roster.annex": () => "/roster/annex",
  "_app.roster.decisions.$decisionId._index": ({ decision }) => decision,
  "_app.roster.decisions.$decisionId.history": ({ decision }) => `${decision}/history`,
  "_app.roster.decisions.$decisionId_.edit": ({ decision }) => `${decision}/edit`,
  "_app.roster.decisions.$decisionId_.recognition": ({ decision }) => `${decision}/recognition`,
  "_app.roster.decisions.$decisionId_.release": ({ decision }) => `${decision}/release`,
  "_app.roster.decisions.$decisionId_.renewal": ({ decision }) => `${decision}/renewal`,
  "_app.roster.decisions.$decisionId_.replacement": ({ decision }) => `${decision}/replacement`,
  "_app.roster.decisions._index": () => "/roster/decisions",
  "_app.roster.decisions.new": () => "/roster/decisions/new",
  "_app.roster.terms.$termId": ({ term }) => term,
  "_app.roster.terms.$termId_.renewal": ({ term }) => `${term}/renewal`,
  "_app.roster.terms.renewal": ({ unit }) => `/roster/terms/renewal?unit=${unit.split("/").at(-1)}&days=365`,
  "_app.roster.terms._index": () => "/roster/terms",
  "_app.roster.terms.all": () => "/roster/terms/all",
  "_app.roster.terms.new": () => "/roster/terms/new",
  "_app.roster.changes._index": () => "/roster/changes",
  "_app.roster.changes.$changeId": ({ change }) => change,
  "_app.roster.duplicates._index": () => "/roster/duplicates",
  "_app.roster.duplicates.$oneId.$otherId": ({ pair }) => pair,
  "_app.roster.reviews._index": () => "/roster/reviews",
  "_app.roster.reviews.new": () => "/roster/reviews/new",
  "_app.roster.reviews.$reviewId._index": ({ review }) => review,
  "_app.roster.reviews.$reviewId.history": ({ review }) => `${review}/history`,
  "_app.roster.reviews.$reviewId_.edit": ({ review }) => `${review}/edit`,
  "_app.roster.reviews.$reviewId.result": ({ review }) =>
    ["recognise", "replace", "release", "correct", "keep"].map((list) => `${review}/result?list=${list}`),
  "_app.roster.reviews.$reviewId.figures": ({ review }) => `${review}/figures`,
  "_app.roster.reviews.$reviewId_.acceptance": ({ review }) => `${review}/acceptance`,
  "_app.roster.reviews.$reviewId_.recognition": ({ review }) => `${review}/recognition`,
  "_app.roster.reviews.$reviewId_.replacement": ({ review }) => `${review}/replacement`,
  "_app.roster.reviews.$reviewId_.release": ({ review }) => `${review}/release`,
  "_app.roster.reviews.lists.$listId": ({ list }) => list,
  "_app.roster.to-fix": () => "/roster/to-fix",
  "_app.roster.import._index": () => "/roster/import",
  "_app.roster.new": () => "/roster/new",
  "_app.settings.roster.private": () => "/settings/roster/private",
  "_app.settings.roster.topics": () => "/settings/roster/topics",
  "_app.units.$unitId": ({ unit }) => unit,
  "_app.units._index": () => "/units",
  "_app.units_.$unitId.change": ({ unit }) => `${unit}/change`,
  "_app.units_.$unitId.closing": ({ unit }) => `${unit}/closing`,
  "_app.units_.$unitId.move": ({ unit }) => `${unit}/move`,
  "_app.units_.groupings._index": () => "/units/groupings",
  "_app.units_.import._index": () => "/units/import",
  "_app.units_.list": () => "/units/list",
  "_app.units_.new": () => "/units/new",
  "account.second-factor": () => "/account/second-factor",
  activate: () => "/activate",
  "sign-in": () => "/sign-in",
  "sign-in_.second-factor": () => "/sign-in/second-factor",
  ui: () => "/ui",
};

/** What they answer is an error to the browser. */
const notFound = ["$", "_app.files_.closed-link"];

/** Layouts, and pages that need a file or an empty house first: their own journeys look at them. */
const elsewhere = [
  "_app",
  "_app.accounts.$accountId",
  "_app.materials.$materialId",
  "_app.roster.$speakerId",
  // Of those with a record of their own, and of requests that they sent: tests/journeys/own.spec.ts looks at them.
  "_app.me.$part",
  "_app.me._index",
  "_app.me.availability",
  "_app.roster.corrections.$correctionId",
  "_app.roster.reviews.$reviewId",
  "_app.roster.decisions.$decisionId",
  "_app.settings.roster",
  "_app.units",
  "_app.roster.bulk.$bulkId",
  "_app.roster.bulk.$bulkId_.operation",
  "_app.roster.import.$importId",
  "_app.roster.import.$importId_.repairs",
  "_app.roster.import.$importId_.people",
  "_app.units_.import.$fileId",
  "_app.units_.groupings.$groupingId",
  "setup",
  "setup_.next",
];

// Hundreds of pages: what fails is said in words, and recording all of them takes longer than looking.
test.use({ trace: "off" });

test("every page has an address here", () => {
  const pages = readdirSync("app/routes").filter((name) => name.endsWith(".tsx"));
  const known = [...Object.keys(addresses), ...elsewhere].map((name) => `${name}.tsx`);
  expect(pages.sort()).toEqual(known.sort());
});

for (const [width, language, theme] of [
  [1280, "vi", "light"],
  [1280, "en", "dark"],
  [360, "vi", "dark"],
  [360, "en", "light"],
] as const) {
  test(`every page at ${width}, ${language}, ${theme}`, async ({ page, context, baseURL }) => {
    test.setTimeout(300_000);
    const complaints = listen(page);
    await context.addCookies([cookie("language", language, baseURL), cookie("theme", theme, baseURL)]);
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Hoàng Quốc Bảo" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    const found = await findRecords(page);
    for (const [route, address] of Object.entries(addresses)) {
      for (const place of [address(found)].flat()) {
        await page.goto(place);
        await page.locator("html[data-scripted]").waitFor();
        const faults = await seriousFaults(page);
        expect.soft(faults, `${place} for axe`).toEqual([]);
        expect.soft(await sidewaysScroll(page), `${place} scrolls sideways`).toBeLessThanOrEqual(0);
        if (!notFound.includes(route)) expect.soft(complaints, `${place} in the console`).toEqual([]);
        complaints.length = 0;
      }
    }
  });
}

interface Found {
  account: string;
  speaker: string;
  appointment: string;
  unit: string;
  decision: string;
  term: string;
  change: string;
  pair: string;
  review: string;
  list: string;
  material: string;
  versioned: string;
  mail: string;
  collection: string;
  /** Of the reader's own list, and where the first file of it is read. */
  entry: string;
  reading: string;
}

/** The first record of each kind, by its address. */
async function findRecords(page: Page): Promise<Found> {
  const first = async (list: string, kind: string) => {
    await page.goto(list);
    const links = await page
      .locator(`a[href^="${kind}/"]`)
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    return links.find((link) => new RegExp(`^${kind}/[\\da-f-]{36}`).test(link ?? "")) ?? "";
  };
  const speaker = await first("/roster?state=active", "/roster");
  const appointment = await first(speaker, `${speaker}/appointments`);
  const unit = await first("/units/list?level=commune", "/units");
  const account = await first("/accounts?q=demo.speaker", "/accounts");
  const decision = await first("/roster/decisions", "/roster/decisions");
  const term = await first("/roster/terms/all", "/roster/terms");
  const change = await first("/roster/changes", "/roster/changes");
  const pair = await first("/roster/duplicates", "/roster/duplicates");
  const review = await first("/roster/reviews", "/roster/reviews");
  const list = await first(review, "/roster/reviews/lists");
  const material = await first("/materials?state=published", "/materials");
  const entry = await first("/library", "/library");
  const reading = (await first(entry, `${entry}/files`)).replace(/\/text|\?.*/g, "");
  const versioned = await first("/materials?q=mua+hanh+kho", "/materials");
  const collection = await first("/materials/collections", "/materials/collections");
  const mail = await first("/outbox", "/outbox");
  return {
    ...{ speaker, appointment, unit, account, decision, term, change, pair, review, list },
    ...{ material, versioned, collection, entry, reading, mail },
  };
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** What the page complains of; the browser itself reports the 404 that a missing page rightly answers. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

function cookie(name: string, value: string, url: string | undefined) {
  return { name, value, url: url ?? "" };
}
