/** Square codes as pictures that need no further request and print sharply. */
import QRCode from "qrcode";

/** A data address for `<img src>`. */
export async function squareOf(text: string): Promise<string> {
  const svg = await QRCode.toString(text, { type: "svg", margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
