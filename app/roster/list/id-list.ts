/** Ids in their order, kept as the one text in which the database gives them: as 200,000 strings they cost an export 20 MB. */

/** The letters of an id and the comma behind it. */
const width = 37;

export class IdList {
  private readonly text: string;

  /** Ids with a comma between them. */
  constructor(text: string) {
    this.text = text;
  }

  get length(): number {
    return Math.ceil(this.text.length / width);
  }

  /** As of an array: from `start` on, up to and without `end`. */
  slice(start = 0, end = this.length): string[] {
    const part = this.text.slice(start * width, end * width);
    return part === "" ? [] : part.replace(/,$/, "").split(",");
  }
}
