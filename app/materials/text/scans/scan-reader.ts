/** Reads the Vietnamese text of pictures (tesseract, with the model from npm; nothing is downloaded). Runs in threads of its own. */
import { createRequire } from "node:module";
import path from "node:path";
import { createWorker, PSM, type Worker, type WorkerParams } from "tesseract.js";
import { asFile, halved, type Picture, perInch, turned, withoutRules } from "./picture";

const model = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/vie/package.json")),
  "4.0.0_best_int",
);

export interface ReadPicture {
  text: string;
  /** 0 to 100. */
  confidence: number;
  /** What stands by itself near the top, a stamp for one: found by a second look that expects no paragraphs. */
  frames: string[];
}

/** Below this a page may be upside down, and is looked at from the other sides. */
const doubtful = 60;
/** So much better must another side read to be the right one. */
const clearlyBetter = 15;

/** One reader holds some 300 MB: it is used for all pages of a file and then ended. */
export class ScanReader {
  private readonly worker: Worker;

  private constructor(worker: Worker) {
    this.worker = worker;
  }

  static async start(): Promise<ScanReader> {
    const worker = await createWorker("vie", 1, { langPath: model, gzip: true, cacheMethod: "none" });
    await worker.setParameters({
      // Its own guess, from a page of few words, loses what stands in a frame.
      user_defined_dpi: String(perInch),
      preserve_interword_spaces: "1",
      // Its notes to itself.
      debug_file: "/dev/null",
    } as Partial<WorkerParams>);
    return new ScanReader(worker);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** `isFirst`: the page may carry a mark in its head. */
  async read(picture: Picture, isFirst: boolean): Promise<ReadPicture> {
    await this.worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
    let [upright, found] = [picture, await this.look(picture)];
    if (found.confidence < doubtful) {
      const quarters = await this.findTurn(picture);
      if (quarters > 0) {
        upright = turned(picture, quarters);
        found = await this.look(upright);
      }
    }
    return { ...found, frames: isFirst ? await this.lookAtHead(upright) : [] };
  }

  private async look(picture: Picture) {
    const { data } = await this.worker.recognize(asFile(picture), { rotateAuto: true });
    return { text: tidied(data.text), confidence: Math.round(data.confidence) };
  }

  /** By how many quarters it must be turned to be read; 0 where no side reads clearly better. */
  private async findTurn(picture: Picture): Promise<number> {
    const small = halved(picture);
    const scores: number[] = [];
    for (const quarters of [0, 1, 2, 3]) {
      const { text, confidence } = await this.look(turned(small, quarters));
      scores.push(text.replace(/\P{L}/gu, "").length < 10 ? 0 : confidence);
    }
    const best = scores.indexOf(Math.max(...scores));
    return (scores[best] ?? 0) > (scores[0] ?? 0) + clearlyBetter ? best : 0;
  }

  private async lookAtHead(picture: Picture): Promise<string[]> {
    await this.worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT });
    const height = Math.ceil(picture.height * 0.4);
    const head = { ...picture, height, points: picture.points.subarray(0, height * picture.width) };
    const { data } = await this.worker.recognize(asFile(withoutRules(head)));
    return tidied(data.text).split("\n");
  }
}

function tidied(text: string): string {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
