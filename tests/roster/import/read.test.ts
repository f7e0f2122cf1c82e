/** What is no roster workbook is refused in plain words, before it can do harm. */
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { Refusal } from "~/platform/refusal";
import { sheetWords } from "~/platform/sheet-words";
import { readWorkbook } from "~/roster/import/read.server";
import { workbook } from "./workbooks";

function refusal(bytes: Buffer): string | undefined {
  try {
    readWorkbook(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.phrase.vi;
    throw error;
  }
}

const refused = sheetWords.vi;

test("reads numbers, texts, hidden rows and merges as they stand", async () => {
  const [sheet] = readWorkbook(
    await workbook({
      rows: [
        ["Đơn vị", "Số"],
        ["Xã A", 912345678],
        [null, " "],
      ],
      merges: ["A2:A3"],
      hiddenRows: [2],
    }),
  );
  expect(sheet!.rows).toEqual([
    { number: 1, hidden: false, cells: [{ value: "Đơn vị" }, { value: "Số" }] },
    { number: 2, hidden: true, cells: [{ value: "Xã A" }, { value: 912345678 }] },
  ]);
});

test.each([
  ["nothing", Buffer.alloc(0), refused.empty],
  ["less than a head", Buffer.from("PK"), refused.noWorkbook],
  ["a single letter", Buffer.from("a"), refused.noWorkbook],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), refused.noWorkbook],
  ["a text without columns", Buffer.from("Họ và tên"), refused.noWorkbook],
  ["a page", Buffer.from("<html><p>a, b, c</p></html>"), refused.noWorkbook],
  [
    "a damaged file of an old Excel",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
    refused.damaged,
  ],
  [
    "an encrypted workbook",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    refused.encrypted,
  ],
  ["more than 20 MB", Buffer.alloc(20 * 1024 * 1024 + 1), refused.tooBig(20)],
  ["a zip of something else", zip([["word/document.xml", Buffer.from("<x/>")]]), refused.noWorkbook],
  ["half a workbook", zip([["xl/workbook.xml", Buffer.from("<x/>")]]).subarray(0, 60), refused.noWorkbook],
])("refuses %s", (_, bytes, sentence) => expect(refusal(bytes)).toBe(sentence));

test("refuses a workbook without a row", async () => {
  expect(refusal(await workbook({ rows: [] }))).toBe(refused.empty);
});

test("refuses a bomb by its declared sizes, and one that lies about them", () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  const many = Array.from({ length: 14 }, (_, at): [string, Buffer] => [`xl/part${at}.xml`, zeros]);
  expect(refusal(zip([["xl/workbook.xml", Buffer.from("<x/>")], ...many]))).toBe(refused.bomb);
  expect(refusal(zip([["xl/workbook.xml", zeros]], 100))).toBe(refused.damaged);
});

/** A zip archive written by hand, so that it can declare sizes that are not true. */
function zip(entries: [string, Buffer][], declared?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(8);
    sizes.writeUInt32LE(packed.length, 0);
    sizes.writeUInt32LE(declared ?? content.length, 4);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const common = Buffer.concat([Buffer.from("1400000008000000000000000000", "hex"), sizes, lengths]);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), common, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
