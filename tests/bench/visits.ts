/** What one visitor costs: the scripts of a first and a next page, and the export of everything. */
import { gzipSync } from "node:zlib";
import type { Seat } from "./cases.ts";
import type { House } from "./house.ts";
import { once } from "./load.ts";

export interface Visit {
  firstScripts: number;
  nextScripts: number;
  everything: number;
}

/** Kilobytes over the wire, gzip: the roster first, then one record. */
export async function measureFirstVisit(port: number, seat: Seat): Promise<Visit> {
  const known = new Set<string>();
  const first = await visit(port, "/roster", seat, known);
  const next = await visit(port, `/roster/${seat.speakers[0]?.id}`, seat, known);
  return { firstScripts: first.scripts, nextScripts: next.scripts, everything: first.everything };
}

async function visit(port: number, path: string, { headers }: Seat, known: Set<string>) {
  const page = await once(port, { path, headers }, undefined, true);
  const assets = [...new Set(page.text.match(/\/assets\/[\w.$-]+\.(?:js|css|woff2)/g) ?? [])];
  let scripts = 0;
  let others = gzipSync(page.text).length;
  for (const asset of assets.filter((one) => !known.has(one))) {
    known.add(asset);
    const { bytes } = await once(port, { path: asset, headers: { "Accept-Encoding": "gzip" } });
    if (asset.endsWith(".js")) scripts += bytes;
    else others += bytes;
  }
  return { scripts: scripts / 1000, everything: (scripts + others) / 1000 };
}

export interface Previewed {
  people: number;
  /** Seconds until everybody was gathered, and until each was looked at. */
  begun: number;
  previewed: number;
}

/** Chooses all that match for a bulk edit and looks at what it would do; the seat keeps it for the cases. Null: too many. */
export async function previewBulk(port: number, seat: Seat): Promise<Previewed | null> {
  const { headers } = seat;
  const begin = performance.now();
  const begun = await once(port, {
    path: "/roster/bulk",
    headers,
    body: { search: "?state=active&gender=female" },
  });
  const found = performance.now();
  const id = /bulk\/([\da-f-]+)\//.exec(begun.location ?? "")?.[1];
  if (!id) return null;
  const operation = { language: "en", level: "basic", written: false, overwrite: false };
  await once(port, {
    path: `/roster/bulk/${id}/operation`,
    headers,
    body: { does: "languages", way: "add", ...operation },
  });
  const previewed = performance.now();
  const { text } = await once(port, { path: `/roster/bulk/${id}?show=changes`, headers }, undefined, true);
  const people = Number(/([\d.]+) người\. /.exec(text)?.[1]?.replaceAll(".", "") ?? 0);
  seat.bulk = { id, pages: Math.max(1, Math.floor(people / 100)) };
  return { people, begun: (found - begin) / 1000, previewed: (previewed - found) / 1000 };
}

export interface Exported {
  firstByte: number;
  whole: number;
  size: number;
  memory: number;
}

/** The whole roster as a sheet, while the server's memory is watched. */
export async function measureExport(house: House, { headers }: Seat): Promise<Exported> {
  let memory = house.memory();
  const watch = setInterval(() => {
    memory = Math.max(memory, house.memory());
  }, 100);
  const begun = performance.now();
  const answer = await once(house.port, { path: "/roster/export.xlsx", headers });
  clearInterval(watch);
  if (answer.status !== 200) throw new Error(`The export answers ${answer.status}.`);
  return {
    firstByte: answer.firstByte / 1000,
    whole: (performance.now() - begun) / 1000,
    size: answer.bytes / 1e6,
    memory,
  };
}
