/** To what stored files belong: one line here for each feature that keeps some. */
import { materialFileOwners } from "~/materials/index.server";
import { exportOwners, type FileOwner, type FileOwners } from "~/platform/files/verify.server";
import { rosterFileOwners } from "~/roster/index.server";

const sources: FileOwners[] = [rosterFileOwners, materialFileOwners, exportOwners];

/** By the file's id; a file that nothing refers to is not among them. */
export async function ownersOf(fileIds: string[]): Promise<Record<string, FileOwner>> {
  const found = await Promise.all(sources.map((source) => source(fileIds)));
  return Object.fromEntries(found.flat().map((owner) => [owner.fileId, owner]));
}
