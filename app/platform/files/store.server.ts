/** Where the bytes of stored files lie: on this machine's disk, or on an S3-compatible server if FILES_URL names one. */
import type { Readable } from "node:stream";
import { env } from "~/platform/env";
import { StartProblem } from "~/platform/host/problem";
import { words } from "~/platform/host/words";
import { diskStore } from "./disk-store.server";
import { readStoreUrl } from "./store-url";

/** First and last byte, both counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface FileStore {
  /** Takes a file of this machine's disk in; the caller's own name for it stays until the caller removes it. */
  putFile(key: string, path: string, size: number): Promise<void>;
  /** Throws `isMissing` errors where there is no such file. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Nothing happens where there is none. */
  remove(key: string): Promise<void>;
  /** Every key it holds. */
  list(): AsyncIterable<string>;
  /** An address where the store itself hands the file out for so many seconds; null: it cannot. */
  link(key: string, wanted: { type: string; disposition: string; seconds: number }): Promise<string | null>;
}

let known: Promise<FileStore> | undefined;

/** The libraries of S3 are loaded only where they are needed: they are heavy. */
export function fileStore(): Promise<FileStore> {
  known ??= openStore();
  return known;
}

async function openStore(): Promise<FileStore> {
  const address = env.FILES_URL && readStoreUrl(env.FILES_URL);
  if (!address) return diskStore(env.DATA_DIR);
  const { s3Store } = await import("./s3-store.server");
  return s3Store(address);
}

/** Throws a StartProblem if FILES_URL names a server that does not answer for its bucket. */
export async function checkStore(): Promise<void> {
  const address = env.FILES_URL && readStoreUrl(env.FILES_URL);
  if (!address) return;
  const { askStore } = await import("./s3-store.server");
  const problem = await askStore(address);
  if (problem) throw new StartProblem(words.storeUnreachable(address.endpoint, address.bucket, problem));
}

/** Whether the store said that it has no such file: anything else it says is about the store. */
export function isMissing(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return code === "ENOENT" || name === "NoSuchKey" || name === "NotFound";
}
