/** The letters of a PDF's page one by one with their places, and whether a picture covers the page. */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface Glyph {
  letter: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PageDrawing {
  glyphs: Glyph[];
  /** The part of the page that its largest picture covers, from 0 to 1. */
  pictured: number;
}

type Matrix = [number, number, number, number, number, number];
type DrawnGlyph = { unicode: string; width: number; isSpace: boolean } | number | null;

interface TextState {
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  /** Where letters stand, and where their line began. */
  at: Matrix;
  line: Matrix;
}

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** Follows the page's drawing: what a reader's eye puts together stands together here, whatever order it was drawn in. */
export async function drawingOf(page: PDFPageProxy): Promise<PageDrawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pen = new Pen();
  for (const [index, operation] of fnArray.entries()) pen.follow(operation, argsArray[index] as never);
  const [left = 0, bottom = 0, right = 1, top = 1] = page.view;
  return { glyphs: pen.glyphs, pictured: Math.min(1, pen.largest / ((right - left) * (top - bottom))) };
}

class Pen {
  readonly glyphs: Glyph[] = [];
  largest = 0;
  private matrix = unit;
  private text: TextState = {
    size: 1,
    letterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    at: unit,
    line: unit,
  };
  private readonly kept: { matrix: Matrix; text: TextState }[] = [];

  follow(operation: number, args: unknown[] | null) {
    const [a, b] = (args ?? []) as [number, number];
    switch (operation) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        this.kept.push({ matrix: this.matrix, text: { ...this.text } });
        if (operation === OPS.paintFormXObjectBegin && args?.[0]) this.turn(args[0] as ArrayLike<number>);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd: {
        const before = this.kept.pop();
        if (before) Object.assign(this, before);
        return;
      }
      case OPS.transform:
        return this.turn(args as number[]);
      case OPS.beginText:
        this.text.at = unit;
        this.text.line = unit;
        return;
      case OPS.setFont:
        this.text.size = b;
        return;
      case OPS.setCharSpacing:
        this.text.letterSpacing = a;
        return;
      case OPS.setWordSpacing:
        this.text.wordSpacing = a;
        return;
      case OPS.setHScale:
        this.text.scale = a / 100;
        return;
      case OPS.setTextRise:
        this.text.rise = a;
        return;
      case OPS.setLeading:
        this.text.leading = -a;
        return;
      case OPS.setLeadingMoveText:
        this.text.leading = b;
        return this.move(a, b);
      case OPS.moveText:
        return this.move(a, b);
      case OPS.nextLine:
        return this.move(0, this.text.leading);
      case OPS.setTextMatrix: {
        const matrix = matrixOf((args?.length === 1 ? args[0] : args) as ArrayLike<number>);
        this.text.at = matrix;
        this.text.line = matrix;
        return;
      }
      case OPS.showText:
      case OPS.showSpacedText:
      case OPS.nextLineShowText:
        return this.show(args?.[0] as DrawnGlyph[]);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject: {
        const [wide, skew, slant, high] = this.matrix;
        this.largest = Math.max(this.largest, Math.abs(wide * high - skew * slant));
        return;
      }
    }
  }

  private turn(by: ArrayLike<number>) {
    this.matrix = times(this.matrix, matrixOf(by));
  }

  private move(x: number, y: number) {
    this.text.line = times(this.text.line, [1, 0, 0, 1, x, y]);
    this.text.at = this.text.line;
  }

  private show(glyphs: DrawnGlyph[]) {
    const { size, letterSpacing, wordSpacing, scale, rise } = this.text;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      const isNumber = typeof glyph === "number";
      const place = times(this.matrix, this.text.at);
      const advance = isNumber
        ? (-glyph / 1000) * size * scale
        : ((glyph.width / 1000) * size + letterSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      if (!isNumber) {
        const [x, y] = [place[4] + place[2] * rise, place[5] + place[3] * rise];
        const wide = Math.hypot(place[0], place[1]);
        const high = Math.hypot(place[2], place[3]);
        const width = (glyph.width / 1000) * size * scale * wide;
        this.glyphs.push({ letter: glyph.unicode, x, y, width, size: Math.abs(size) * high });
      }
      this.text.at = times(this.text.at, [1, 0, 0, 1, advance, 0]);
    }
  }
}

function matrixOf(numbers: ArrayLike<number>): Matrix {
  return Array.from({ length: 6 }, (_, at) => numbers[at] ?? 0) as Matrix;
}

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** In widths of an "m". */
const blank = 0.13;
const column = 2.5;

/** Lines from top to bottom, each from left to right: a blank is where nothing stands, not where the file says one. */
export function linesOfGlyphs(glyphs: Glyph[]): string {
  const seen = glyphs.filter(({ letter }) => letter.trim() !== "");
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of seen.sort((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - glyph.y) < Math.min(row.size, glyph.size) * 0.4) row.glyphs.push(glyph);
    else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => lineOf(row.glyphs)).join("\n");
}

function lineOf(glyphs: Glyph[]): string {
  let [line, end] = ["", Number.NaN];
  for (const { letter, x, width, size } of glyphs.sort((one, other) => one.x - other.x)) {
    const gap = (x - end) / (size || 1);
    line += gap > column ? "\t" : gap > blank ? " " : "";
    line += letter;
    end = x + width;
  }
  return line;
}
