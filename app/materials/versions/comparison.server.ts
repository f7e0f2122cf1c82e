/** Two versions beside each other, file by file: which are new or gone, and what became of the pages of the others. */
import type { PageChange } from "~/materials/text/comparing/compare";
import { compareFiles } from "~/materials/text/pages.server";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { listFiles, type VersionFile } from "./files.server";

export interface FileComparison {
  name: string;
  kind: "same" | "changed" | "new" | "gone";
  /** What it was called before, if otherwise. */
  formerName: string | null;
  pages: PageChange[];
}

/** Null: there are no such two versions. The material is one that the actor sees as its keeper. */
export async function compareNumbered(actor: Actor, materialId: string, from: number, to: number) {
  const versions = await db.materialVersion.findMany({
    where: { materialId, number: { in: [from, to] } },
    orderBy: { number: "asc" },
  });
  const [older, newer] = [
    versions.find(({ number }) => number === from),
    versions.find((one) => one.number === to),
  ];
  if (!older || !newer || older.id === newer.id) return null;
  const files = (await listFiles(actor, [older.id, newer.id])).filter(({ state }) => state === "accepted");
  const of = ({ id }: { id: string }) => files.filter(({ versionId }) => versionId === id);
  const pairs = pairUp(of(older), of(newer));
  const compared: FileComparison[] = [];
  for (const [before, after] of pairs) compared.push(await compareOne(actor, before, after));
  return { change: newer.change, files: compared };
}

type Pair = [VersionFile | null, VersionFile | null];

/** By content, else by name, else in their order among those of the same format that are left. */
export function pairUp(before: VersionFile[], after: VersionFile[]): Pair[] {
  const left = [...before];
  const take = (fits: (one: VersionFile) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const named = after.map((file): Pair => [take((one) => one.name === file.name), file]);
  const pairs = named.map(
    ([former, file]): Pair => [
      former ?? take((one) => one.format === file?.format && one.format !== "link"),
      file,
    ],
  );
  return [...pairs, ...left.map((file): Pair => [file, null])];
}

async function compareOne(actor: Actor, before: Pair[0], after: Pair[1]): Promise<FileComparison> {
  const name = after?.name ?? before?.name ?? "";
  if (!before || !after) return { name, kind: after ? "new" : "gone", formerName: null, pages: [] };
  const pages = (await compareFiles(actor, before.id, after.id)) ?? [];
  return {
    name,
    kind: pages.every(({ kind }) => kind === "same") ? "same" : "changed",
    formerName: before.name === after.name ? null : before.name,
    pages,
  };
}
