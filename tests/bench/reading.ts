/** The bench of reading on a phone: `npm run bench:reading`. From the notice to the first words and to the page's picture at 360 px, on a processor six times slower and a 3G line. */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { freePort } from "../../app/platform/host/postgres.ts";
import installChromium, { chromium as place } from "../journeys/chromium.ts";
import { startHouse } from "./house.ts";

const reader = "Đặng Thị Hồng Ánh";
const title = "Sổ tay chuẩn bị một buổi tuyên truyền miệng";
const firstWords = "Trước buổi báo cáo";
/** Milliseconds from the notice to the first readable page. */
const budget = 5_000;
const rounds = 5;
/** 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const open = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

installChromium();
process.env.DEMO = "1";
const folder = await mkdtemp(path.join(tmpdir(), "bench-reading-"));
const house = await startHouse(await freePort(), folder);
const browser = await chromium.launch({
  executablePath: place,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const context = await browser.newContext({
    ...{ baseURL: `http://localhost:${house.port}`, viewport: { width: 360, height: 740 }, locale: "vi-VN" },
    ...{ hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: reader }).click();
  await page.waitForURL(/\/me$/);
  console.log(`Other processes before the run: ${loadavg()[0]?.toFixed(1)} (0: a quiet machine).`);
  for (const isCold of [false, true]) {
    const found: Took[] = [];
    for (let round = 0; round < rounds; round++) found.push(await readOnce(page, session, isCold));
    report(isCold ? "nothing known, the notices opened first" : "the notices stand there", found);
  }
} finally {
  await browser.close();
  await house.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Took {
  words: number;
  picture: number;
  /** What came over the line before the words stood there. */
  requests: number;
  kilobytes: number;
}

/** Taps as the page itself does it: what a driver of browsers does around a tap is no part of the phone's work. */
async function readOnce(page: Page, session: CDPSession, isCold: boolean): Promise<Took> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.send("Network.emulateNetworkConditions", open);
  await session.send("Network.clearBrowserCache");
  await page.goto(isCold ? "about:blank" : "/notices");
  await page.waitForLoadState("networkidle");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const over = countWhatComes(session);
  const began = performance.now();
  if (isCold) await page.goto("/notices", { waitUntil: "commit" });
  await tap(page, "main a", title, "^/library/[^/]+$");
  await tap(page, "main a.button", "Đọc", "/files/");
  await page.waitForFunction(
    (words) => document.querySelector("main section")?.textContent?.includes(words),
    firstWords,
  );
  const took = { words: performance.now() - began, ...over.stop() };
  await page.locator(".pdf-page canvas").first().waitFor({ timeout: 60_000 });
  return { ...took, picture: performance.now() - began };
}

/** Once, as soon as it stands there; done when the address is that of the next page. */
async function tap(page: Page, links: string, label: string, next: string): Promise<void> {
  const wanted = [links, label, next] as const;
  await page.waitForFunction(([links, label, next]) => {
    if (new RegExp(next).test(location.pathname)) return true;
    const all = [...document.querySelectorAll<HTMLAnchorElement>(links)];
    const link = all.find(({ textContent }) => textContent?.includes(label));
    if (link && !link.dataset.tapped) {
      link.dataset.tapped = "yes";
      link.click();
    }
    return false;
  }, wanted);
}

function countWhatComes(session: CDPSession) {
  const sum = { requests: 0, kilobytes: 0 };
  const count = ({ encodedDataLength }: { encodedDataLength: number }) => {
    sum.requests += 1;
    sum.kilobytes += encodedDataLength / 1000;
  };
  session.on("Network.loadingFinished", count);
  return {
    stop: () => {
      session.off("Network.loadingFinished", count);
      return { ...sum };
    },
  };
}

function report(label: string, found: Took[]): void {
  const middle = (key: keyof Took) => found.map((took) => took[key]).sort((a, b) => a - b)[rounds >> 1] ?? 0;
  const most = Math.max(...found.map(({ words }) => words));
  console.log(
    `${label}: first words ${middle("words").toFixed(0)} ms (at most ${most.toFixed(0)}, budget ${budget}), ` +
      `picture ${middle("picture").toFixed(0)} ms; before the words ${middle("requests")} requests, ${middle("kilobytes").toFixed(0)} kB`,
  );
  if (middle("words") > budget) process.exitCode = 1;
}
