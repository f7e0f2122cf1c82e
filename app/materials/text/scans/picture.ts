/** Pictures of pages as the reader of scans takes them: grey points in rows, upright. Runs in a thread of its own. */
import { createCanvas } from "@napi-rs/canvas";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { words } from "~/materials/text/words";
import { Refusal } from "~/platform/refusal";

export interface Picture {
  width: number;
  height: number;
  /** One byte a point, 0 is black. */
  points: Buffer;
}

/** More costs time and reads no better. */
export const perInch = 220;
/** The longer side of an A4 page. */
const longSide = 2_600;
const mostPerInch = 300;
export const mostMegapixels = 150;

export async function drawPage(page: PDFPageProxy): Promise<Picture> {
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(longSide / Math.max(plain.width, plain.height), mostPerInch / 72);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  // The library asks for a browser's canvas, and draws on this one as well.
  const drawing = { canvas, canvasContext: context, viewport } as unknown as Parameters<
    PDFPageProxy["render"]
  >[0];
  await page.render(drawing).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const points = Buffer.allocUnsafe(width * height);
  for (let at = 0; at < points.length; at++) {
    const place = at * 4;
    points[at] = ((data[place] ?? 0) * 77 + (data[place + 1] ?? 0) * 151 + (data[place + 2] ?? 0) * 28) >> 8;
  }
  // What was drawn lies outside the heap: it goes at once and not with the next sweep.
  canvas.width = 1;
  canvas.height = 1;
  return { width, height, points };
}

/** A photo or a scan as a file. Refusals: too many points; damaged. */
export async function openPicture(bytes: Buffer): Promise<Picture> {
  await refuseHugePicture(bytes);
  const { data, info } = await sharp(bytes, { limitInputPixels: mostMegapixels * 1_000_000 })
    // As the camera was held.
    .rotate()
    .flatten({ background: "#fff" })
    .resize({ width: longSide, height: longSide, fit: "inside", withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refusal(words.damaged);
    });
  const points = info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0);
  return { width: info.width, height: info.height, points: Buffer.from(points) };
}

export async function refuseHugePicture(bytes: Buffer): Promise<void> {
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refusal(words.damaged);
    });
  if (width * height > mostMegapixels * 1_000_000) throw new Refusal(words.pictureTooBig(mostMegapixels));
}

/** Turned by a quarter, clockwise, so many times. */
export function turned({ width, height, points }: Picture, quarters: number): Picture {
  if (quarters === 0) return { width, height, points };
  const target = Buffer.allocUnsafe(points.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      target[x * height + (height - 1 - y)] = points[y * width + x] ?? 255;
    }
  }
  return turned({ width: height, height: width, points: target }, quarters - 1);
}

/** Half as wide and half as high: enough to see which way up a page is. */
export function halved({ width, height, points }: Picture): Picture {
  const [wide, high] = [Math.floor(width / 2), Math.floor(height / 2)];
  const target = Buffer.allocUnsafe(wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const at = y * 2 * width + x * 2;
      const sum =
        (points[at] ?? 0) + (points[at + 1] ?? 0) + (points[at + width] ?? 0) + (points[at + width + 1] ?? 0);
      target[y * wide + x] = sum >> 2;
    }
  }
  return { width: wide, height: high, points: target };
}

const dark = 150;
/** Longer than a stroke of a letter, shorter than the frame of a stamp. */
const [longRule, highRule] = [90, 55];

/** Without the lines of frames and tables: what stands inside a stamp's frame is then read like any other text. */
export function withoutRules({ width, height, points }: Picture): Picture {
  const target = Buffer.from(points);
  const wipe = (start: number, step: number, length: number, least: number) => {
    let from = -1;
    for (let at = 0; at <= length; at++) {
      const isDark = at < length && (points[start + at * step] ?? 255) < dark;
      if (isDark && from < 0) from = at;
      if (isDark || from < 0) continue;
      if (at - from >= least) for (let place = from; place < at; place++) target[start + place * step] = 255;
      from = -1;
    }
  };
  for (let y = 0; y < height; y++) wipe(y * width, 1, width, longRule);
  for (let x = 0; x < width; x++) wipe(x, width, height, highRule);
  return { width, height, points: target };
}

/** The simplest of picture files (PGM). */
export function asFile({ width, height, points }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), points]);
}
