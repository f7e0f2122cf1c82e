/** Lines of a PDF's page out of the pieces of text that stand on it, as it lists them. */

export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the letters. */
  size: number;
  /** The page's author ended the line here. */
  ends: boolean;
}

interface Line {
  text: string;
  y: number;
  end: number;
  size: number;
}

/** In widths of an "m": what is less is the same word, what is more another column. */
const blank = 0.15;
const column = 2.5;

export function linesOfPieces(pieces: Piece[]): string {
  const lines: string[] = [];
  let line: Line | null = null;
  for (const piece of pieces) {
    if (line && !continues(line, piece)) {
      lines.push(line.text.trim());
      line = null;
    }
    if (piece.text !== "") line = line ? extended(line, piece) : begun(piece);
    if (piece.ends && line) {
      lines.push(line.text.trim());
      line = null;
    }
  }
  if (line) lines.push(line.text.trim());
  return lines.filter((text) => text !== "").join("\n");
}

function begun({ text, x, y, width, size }: Piece): Line {
  return { text, y, end: x + width, size };
}

function continues(line: Line, { text, x, y, size }: Piece): boolean {
  if (text === "") return true;
  const height = Math.max(line.size, size);
  return Math.abs(y - line.y) < height * 0.5 && x > line.end - height * 2;
}

function extended(line: Line, { text, x, width, size }: Piece): Line {
  const height = Math.max(line.size, size) || 1;
  const isGap = text.trim() === "";
  const gap = isGap ? width / height : (x - line.end) / height;
  const between = gap > column ? "\t" : gap > blank || isGap ? " " : "";
  const before = between === "\t" ? line.text.trimEnd() : line.text;
  const needsBetween = between === "\t" || !/\s$/.test(before);
  return {
    text: before + (needsBetween ? between : "") + (isGap ? "" : text),
    y: line.y,
    end: Math.max(line.end, x + width),
    size: isGap ? line.size : Math.max(line.size, size),
  };
}
