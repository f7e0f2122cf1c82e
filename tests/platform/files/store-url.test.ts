/** The address of an S3-compatible server: what it says, and what is none. */
import { expect, test } from "vitest";
import { readEnv } from "~/platform/env";
import { readStoreUrl } from "~/platform/files/store-url";
import { words } from "~/platform/host/words";

test("is read with what stands in it, and with what holds otherwise", () => {
  expect(
    readStoreUrl("s3://test%3Atester:te%2Fsting@127.0.0.1:20510/files?region=vn-1&pathStyle=0&ssl=0"),
  ).toEqual({
    endpoint: "http://127.0.0.1:20510",
    bucket: "files",
    region: "vn-1",
    pathStyle: false,
    accessKeyId: "test:tester",
    secretAccessKey: "te/sting",
  });
  expect(readStoreUrl("s3://key:secret@store.example.gov.vn/bao-cao-vien")).toEqual({
    endpoint: "https://store.example.gov.vn",
    bucket: "bao-cao-vien",
    region: "us-east-1",
    pathStyle: true,
    accessKeyId: "key",
    secretAccessKey: "secret",
  });
});

test.each([
  "",
  "bucket",
  "https://key:secret@host/bucket",
  "s3://host/bucket",
  "s3://key@host/bucket",
  "s3://key:secret@host",
  "s3://key:secret@host/a/b",
])("%s is none, and is not shown", (text) => {
  expect(readStoreUrl(text)).toBeNull();
  if (text) expect(() => readEnv({ FILES_URL: text })).toThrow(words.wrongSetting("FILES_URL", "...").vi);
});
