/** Many texts kept small: thousands of rows as JSON travel between threads and wait in memory in a tenth of their size. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

export interface Packed {
  count: number;
  /** So many texts stand in each batch. */
  each: number;
  batches: Uint8Array[];
}

/** The texts hold no line ends, as JSON does not. They are taken one by one: they need not all be there at once. */
export function pack(texts: Iterable<string>, each = 100): Packed {
  const packer = new Packer(each);
  for (const text of texts) packer.add(text);
  return packer.end();
}

export class Packer {
  private readonly packed: Packed;
  private batch: string[] = [];

  constructor(each = 100) {
    this.packed = { count: 0, each, batches: [] };
  }

  add(text: string) {
    this.packed.count++;
    if (this.batch.push(text) === this.packed.each) this.close();
  }

  end(): Packed {
    this.close();
    return this.packed;
  }

  private close() {
    if (this.batch.length === 0) return;
    // A copy in a buffer of its own, which alone may be given to another thread.
    this.packed.batches.push(new Uint8Array(deflateRawSync(this.batch.join("\n"), { level: 1 })));
    this.batch = [];
  }
}

/** The buffers of what is packed in this result: given to another thread with them, it is not copied. */
export function buffersIn(result: unknown): ArrayBuffer[] {
  const packed = Object.values(result ?? {}).filter((value): value is Packed =>
    Array.isArray(value?.batches),
  );
  return packed.flatMap(({ batches }) => batches.map(({ buffer }) => buffer as ArrayBuffer));
}

/** The texts at these places, in their order. */
export function textsAt({ each, batches }: Packed, places: readonly number[]): string[] {
  let [open, lines]: [number, string[]] = [-1, []];
  return places.map((place) => {
    const at = Math.floor(place / each);
    if (at !== open)
      lines = inflateRawSync(batches[at] as Uint8Array)
        .toString("utf8")
        .split("\n");
    open = at;
    return lines[place % each] as string;
  });
}
