/** What a zip archive holds and how big it really gets, looked at before anything is unpacked. */
import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  name: string;
  size: number;
  packed: Buffer;
  isDeflated: boolean;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The archive's entries with their declared sizes; null if it is no complete zip archive. */
export function listZip(bytes: Buffer): ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = readEntry(bytes, at, nameLength);
    if (!entry) return null;
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether an entry unpacks to no more than it declares: a lying header is how a bomb passes a check of sizes. */
export function isHonest(entry: ZipEntry): boolean {
  if (!entry.isDeflated) return entry.packed.length <= entry.size;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) }).length <= entry.size;
  } catch {
    // Damaged, or bigger than it says: either way not a file to go on with.
    return false;
  }
}

/** An entry's bytes; throws where it is damaged or bigger than it says. */
export function unpack({ isDeflated, packed, size }: ZipEntry): Buffer {
  // In one piece: small ones would be put together, and stand there twice.
  return isDeflated
    ? inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1) })
    : packed;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  }
  return -1;
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry | null {
  const start = bytes.readUInt32LE(at + 42);
  if (start + 30 > bytes.length) return null;
  const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  return {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.subarray(body, body + bytes.readUInt32LE(at + 20)),
    isDeflated: bytes.readUInt16LE(at + 10) === 8,
  };
}
