/** A file's bytes into an answer, through a few buffers that are used again and again: a quarter of the work that Node's streams make of it, and memory that stays as it is. */
import type { FileHandle } from "node:fs/promises";
import type { Writable } from "node:stream";

/** From the first to the last byte, both counted from 0. */
export interface FilePart {
  file: FileHandle;
  start: number;
  end: number;
}

/** What a slow line is given at a time: it keeps hold of it for as long as it takes. */
const small = 64 * 1024;
/** To lines that take a piece at once: half the work of small ones. */
const large = 256 * 1024;
/** In ms. A line as fast as this takes 2.5 MB a second, so that those waiting hold a tenth of a second's traffic at most. */
const atOnce = 100;

/** Large buffers between two pieces; all are let go with the last reader. */
const spare: Buffer[] = [];
let readers = 0;

/** Ends the answer after the last byte. Quiet if whoever asked goes away in the middle; fails if the file is shorter than it was said to be. */
export async function pour({ file, start, end }: FilePart, answer: Writable): Promise<void> {
  readers++;
  try {
    let piece = small;
    for (let at = start; at <= end; ) {
      const buffer = (piece === large && spare.pop()) || Buffer.allocUnsafeSlow(piece);
      const { bytesRead } = await file.read(buffer, 0, Math.min(piece, end + 1 - at), at);
      if (bytesRead === 0) throw new Error(`The file ends ${end + 1 - at} bytes too early.`);
      const began = performance.now();
      // Who goes away leaves a buffer behind that the system may still be reading: it is not used again.
      if (!(await isTaken(answer, buffer.subarray(0, bytesRead)))) return;
      if (piece === large) spare.push(buffer);
      piece = performance.now() - began < atOnce ? large : small;
      at += bytesRead;
    }
    answer.end();
  } catch (error) {
    if (!answer.destroyed) throw error;
  } finally {
    if (--readers === 0) spare.length = 0;
  }
}

/** Once the system has taken all of it; false: nobody is there any more. */
function isTaken(answer: Writable, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = () => resolve(false);
    answer.once("close", leave);
    answer.write(bytes, (error) => {
      answer.off("close", leave);
      resolve(!error);
    });
  });
}
