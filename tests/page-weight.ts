/** How much JavaScript the first visit of each page loads, by the list that the build leaves for the browser. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const client = "build/client";

interface Scripts {
  module: string;
  imports?: string[];
}
interface Route extends Scripts {
  id: string;
  parentId?: string;
}

/** Kilobytes of gzip by route, the heaviest first. */
export function weighPages(): { route: string; kilobytes: number }[] {
  const { entry, routes } = readManifest();
  const weights = Object.values(routes).map((route) => {
    const files = new Set(scriptsOf(entry));
    for (let each: Route | undefined = route; each; each = routes[each.parentId ?? ""]) {
      for (const file of scriptsOf(each)) files.add(file);
    }
    return { route: route.id, kilobytes: [...files].reduce((sum, file) => sum + weightOf(file), 0) };
  });
  return weights.sort((a, b) => b.kilobytes - a.kilobytes);
}

function readManifest(): { entry: Scripts; routes: Record<string, Route> } {
  const folder = path.join(client, "assets");
  const file = readdirSync(folder).find((name) => name.startsWith("manifest-")) ?? "";
  const script = readFileSync(path.join(folder, file), "utf8");
  return JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
}

function scriptsOf({ module, imports = [] }: Scripts): string[] {
  return [module, ...imports];
}

const weights = new Map<string, number>();

function weightOf(file: string): number {
  const weight = weights.get(file) ?? gzipSync(readFileSync(path.join(client, file))).length / 1000;
  weights.set(file, weight);
  return weight;
}
