/** What a signed scan may be: a PDF, a JPEG or a PNG, told by how the file begins and not by its name. */

const beginnings: [string, string][] = [
  ["255044462d", "application/pdf"],
  ["ffd8ff", "image/jpeg"],
  ["89504e470d0a1a0a", "image/png"],
];

/** The type of content; null for anything else. */
export function scanTypeOf(bytes: Uint8Array): string | null {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1] ?? null;
}
