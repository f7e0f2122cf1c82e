/** The tests of files and uploads on a real S3-compatible server: OpenStack Swift out of Debian's packages, which root installs on the way. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

const tests = [
  "tests/platform/files.test.ts",
  "tests/platform/files",
  "tests/platform/uploads",
  "tests/routes/exports.test.ts",
];

const isHere = existsSync("/usr/bin/swift-proxy-server");
if (!isHere && (process.getuid?.() !== 0 || !existsSync("/etc/debian_version"))) {
  console.log(
    "Skipped: OpenStack Swift (swift-proxy and its kin) is not installed, and only root on Debian can.",
  );
  process.exit(0);
}

// Swift works as its own user, who must get there.
const folder = mkdtempSync(path.join(tmpdir(), "s3-"));
const bucket = `tests-${Date.now()}`;
const endpoint = "http://127.0.0.1:20510";
let code: number | null = 1;
try {
  run("chmod", ["755", folder]);
  run("bash", ["tests/bench/s3-server.sh", "up", folder]);
  await makeBucket();
  code = run("npx", ["vitest", "run", "--no-file-parallelism", ...tests], {
    FILES_URL: `s3://test%3Atester:testing@127.0.0.1:20510/${bucket}?region=us-east-1&ssl=0`,
    // The line of the upload: 150 MB, cut every ten seconds.
    CUT_MEGABYTES: "150",
    CUT_EVERY: "10000",
  });
} finally {
  run("bash", ["tests/bench/s3-server.sh", "down", folder]);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
}
process.exit(code);

function run(command: string, given: string[], more: Record<string, string> = {}): number | null {
  return spawnSync(command, given, { stdio: "inherit", env: { ...process.env, ...more } }).status;
}

async function makeBucket(): Promise<void> {
  const credentials = { accessKeyId: "test:tester", secretAccessKey: "testing" };
  const client = new S3Client({
    endpoint,
    region: "us-east-1",
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
  });
  for (const end = Date.now() + 60_000; ; await sleep(500)) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
      return;
    } catch (error) {
      // It needs some seconds to come up.
      if (Date.now() > end) throw error;
    }
  }
}
