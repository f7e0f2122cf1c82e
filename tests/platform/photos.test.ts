/** What comes out of an uploaded photo: small, upright, and with nothing of the camera's notes. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { rewritePhoto } from "~/platform/photos.server";

const withGps = {
  IFD0: { Make: "PhoneMaker", ImageDescription: "at home" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 40/1" },
};

function picture(format: "jpeg" | "png" | "webp", width = 1600, height = 1200) {
  return sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .withExif(withGps)
    .toFormat(format)
    .toBuffer();
}

describe.each(["jpeg", "png", "webp"] as const)("%s", (format) => {
  test("becomes a small JPEG without metadata", async () => {
    const original = await picture(format);
    expect(original.includes("PhoneMaker")).toBe(true);
    const written = (await rewritePhoto(original)) ?? Buffer.alloc(0);
    const { width, height, format: type, exif, icc, xmp } = await sharp(written).metadata();
    expect({ width, height, type, exif, icc, xmp }).toEqual({
      ...{ width: 600, height: 450, type: "jpeg" },
      ...{ exif: undefined, icc: undefined, xmp: undefined },
    });
    expect(written.includes("PhoneMaker")).toBe(false);
  });
});

test("a photo taken sideways stands upright", async () => {
  const sideways = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#fff" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { width, height } = await sharp((await rewritePhoto(sideways)) ?? undefined).metadata();
  expect([width, height]).toEqual([200, 400]);
});

test("what is no picture, only looks like one, or is absurdly large gives nothing", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
  );
  const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
    .gif()
    .toBuffer();
  const cut = (await picture("jpeg")).subarray(0, 500);
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const bytes of [svg, gif, cut, bomb, Buffer.from("no picture"), Buffer.alloc(0)]) {
    expect(await rewritePhoto(bytes)).toBeNull();
  }
});
