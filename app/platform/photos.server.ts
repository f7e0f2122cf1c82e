/** Photos that people upload: decoded, turned upright, made small and written anew, so that nothing of the camera's notes stays. */

/** An upload of more than this is refused before it is looked at. */
export const mostPhotoBytes = 8 * 1024 * 1024;
/** A picture of absurd size would fill the memory once decoded. */
const mostPixels = 50_000_000;
/** The longer side of a person's photo, in pixels. */
const usual = 600;

/** A JPEG of at most 600 pixels a side unless told otherwise, without any metadata; null: no JPEG, PNG or WebP that can be read. */
export async function rewritePhoto(bytes: Uint8Array, longest = usual): Promise<Buffer | null> {
  if (!isPicture(bytes)) return null;
  // Loaded with the first photo: its library takes memory that most days nobody needs.
  const { default: sharp } = await import("sharp");
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
  } catch {
    // Whatever the decoder stumbles on, it is no picture for us.
    return null;
  }
}

/** By its first bytes: the decoder knows more formats than we let in. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  return (
    head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
    head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) ||
    (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP")
  );
}
