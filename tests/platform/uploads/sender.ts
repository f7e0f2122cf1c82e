/** Sends files as the browser does: tus-js-client, piece by piece, going on by itself after a cut. */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Upload, type UploadOptions } from "tus-js-client";

export interface Sample {
  path: string;
  size: number;
  sha256: string;
}

/** A file of chance of so many megabytes. */
export async function makeSample(megabytes: number): Promise<Sample> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "sample-")), "mẫu.bin");
  const hash = createHash("sha256");
  function* parts() {
    for (let part = 0; part < megabytes; part++) {
      const bytes = randomBytes(1024 * 1024);
      hash.update(bytes);
      yield bytes;
    }
  }
  await pipeline(Readable.from(parts()), createWriteStream(file));
  return { path: file, size: megabytes * 1024 * 1024, sha256: hash.digest("hex") };
}

/** Sends the sample; resolves with the upload's id. `at` is told how much the server has confirmed. */
export function send(
  port: number,
  sample: Sample,
  {
    subject = "here",
    declared = "1",
    user = "somebody",
    ...more
  }: Partial<UploadOptions> & {
    subject?: string;
    declared?: string;
    user?: string;
  } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload: Upload = new Upload(createReadStream(sample.path), {
      endpoint: `http://127.0.0.1:${port}/uploads`,
      uploadSize: sample.size,
      chunkSize: 4 * 1024 * 1024,
      retryDelays: Array.from({ length: 150 }, () => 200),
      headers: { "X-Test-User": user },
      metadata: { filename: "mẫu.bin", purpose: "test.trial", subject, declared },
      onError: reject,
      onSuccess: () => resolve(upload.url?.split("/").at(-1) ?? ""),
      ...more,
    });
    upload.start();
  });
}
