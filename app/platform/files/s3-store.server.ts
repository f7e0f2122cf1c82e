/** Stored files on an S3-compatible server. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { GetObjectCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { Disk } from "flydrive";
import { S3Driver } from "flydrive/drivers/s3";
import type { FileStore } from "./store.server";
import type { StoreAddress } from "./store-url";

export function s3Store({ bucket, ...address }: StoreAddress): FileStore {
  const client = connect(address);
  const disk = new Disk(new S3Driver({ client, bucket, visibility: "private", supportsACL: false }));
  return {
    async putFile(key, path, size) {
      // A stream of nothing has no length that could be told.
      if (size === 0) await disk.put(key, new Uint8Array());
      else await disk.putStream(key, createReadStream(path), { contentLength: size });
    },
    async open(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
      return Body as Readable;
    },
    remove: (key) => disk.delete(key),
    async *list() {
      let paginationToken: string | undefined;
      do {
        const page = await disk.listAll("/", { recursive: true, paginationToken });
        for (const found of page.objects) if (found.isFile) yield found.key;
        paginationToken = page.paginationToken;
      } while (paginationToken);
    },
    link: (key, { type, disposition, seconds }) =>
      disk.getSignedUrl(key, {
        contentType: type,
        contentDisposition: disposition,
        expiresIn: `${seconds} seconds`,
      }),
  };
}

/** Whether the server answers, knows the key, and has the bucket; else what it said. */
export async function askStore({ bucket, ...address }: StoreAddress): Promise<string | null> {
  const client = connect(address);
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }), {
      abortSignal: AbortSignal.timeout(10_000),
    });
    return null;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    return status ? `HTTP ${status}` : message || (error as NodeJS.ErrnoException).code || name;
  } finally {
    client.destroy();
  }
}

function connect({ endpoint, region, pathStyle, ...credentials }: Omit<StoreAddress, "bucket">): S3Client {
  return new S3Client({
    ...{ endpoint, region, credentials, forcePathStyle: pathStyle },
    // Servers other than Amazon's do not know the newer checksums; ours is in the database.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}
