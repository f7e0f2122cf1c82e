/** A zip archive written while it is sent: each entry is packed as it comes, and nothing waits in memory. */
import { pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface NewEntry {
  name: string;
  text: AsyncIterable<string> | Iterable<string>;
}

/** So much text is gathered before it is packed. */
const pieceLength = 16_384;
const localHeader = 0x04034b50;
const afterData = 0x08074b50;
const directoryHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
// Version 2.0; sizes follow the packed bytes, names are UTF-8; deflated; 1 January 1980, as nothing here tells the time.
const common = [20, 0x0808, 8, 0, 0x21] as const;

/** The archive's bytes, made only as fast as they are taken. Under 4 GB, as it has no zip64. */
export async function* writeZip(entries: Iterable<NewEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of entries) {
    const fileName = Buffer.from(name);
    const sums: Sums = { crc: 0, packed: 0, size: 0 };
    const start = at;
    const header = Buffer.concat([fields([localHeader], common, [0, 0, 0], [fileName.length, 0]), fileName]);
    yield header;
    for await (const chunk of packed(text, sums)) yield chunk;
    const sizes = [sums.crc, sums.packed, sums.size];
    yield fields([afterData, ...sizes]);
    at += header.length + sums.packed + 16;
    directory.push(
      fields([directoryHeader], [20, ...common], sizes, [fileName.length, 0, 0, 0, 0], [0, start]),
      fileName,
    );
  }
  const list = Buffer.concat(directory);
  const count = directory.length / 2;
  yield Buffer.concat([list, fields([endOfDirectory], [0, 0, count, count], [list.length, at], [0])]);
}

interface Sums {
  crc: number;
  packed: number;
  size: number;
}

async function* packed(text: NewEntry["text"], sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 4 });
  // A fault in the text comes out of the deflater; whoever leaves the loop below destroys it, and ends the text.
  pipeline(counted(text, sums), deflate, () => {});
  for await (const chunk of deflate) {
    sums.packed += chunk.length;
    yield chunk;
  }
}

async function* counted(text: NewEntry["text"], sums: Sums): AsyncGenerator<Buffer> {
  for await (const piece of pieces(text)) {
    const bytes = Buffer.from(piece);
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    yield bytes;
  }
}

async function* pieces(text: NewEntry["text"]): AsyncGenerator<string> {
  let gathered = "";
  for await (const part of text) {
    gathered += part;
    if (gathered.length < pieceLength) continue;
    yield gathered;
    gathered = "";
  }
  yield gathered;
}

/** Little-endian numbers in groups: of four bytes first, of two next, and so on in turn. */
function fields(...groups: (readonly number[])[]): Buffer {
  return Buffer.concat(
    groups.flatMap((group, place) =>
      group.map((value) => {
        const bytes = Buffer.alloc(place % 2 === 0 ? 4 : 2);
        if (place % 2 === 0) bytes.writeUInt32LE(value);
        else bytes.writeUInt16LE(value);
        return bytes;
      }),
    ),
  );
}
