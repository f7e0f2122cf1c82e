/** Each format read to its pages, by content; what is none, or a trap, refused with a reason. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readTextInThread } from "~/materials/text/read-file.server";
import { words } from "~/materials/text/words";
import { bookOf, compoundOf, docxOf, paragraph, pdfOf, pictureOf, pptRecord, zipOf } from "./made-files";

const folder = mkdtempSync(path.join(tmpdir(), "formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, content: Buffer) {
  const place = path.join(folder, "content");
  writeFileSync(place, content);
  return readTextInThread({ path: place, name }, async () => true);
}

const textsOf = async (name: string, content: Buffer) =>
  (await read(name, content)).pages.map(({ text }) => text);

describe("Word", () => {
  const broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Trang hai</w:t></w:r></w:p>";
  const forced = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

  test("its pages are those that Word last laid out; a break said twice is one", async () => {
    const body =
      paragraph("Trang một") + forced + broken + paragraph("còn nữa") + broken.replace("hai", "ba");
    expect(await textsOf("a.docx", await docxOf(body))).toEqual([
      "Trang một",
      "Trang hai\ncòn nữa",
      "Trang ba",
    ]);
  });

  test("without marks of pages it comes in parts of about a page", async () => {
    const body = Array.from({ length: 100 }, (_, at) =>
      paragraph(`Đoạn ${at} ${"nội dung ".repeat(10)}`),
    ).join("");
    const pages = await textsOf("a.docx", await docxOf(body));
    expect(pages).toHaveLength(4);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThan(3_001);
  });

  test("its tables, headers, footers, notes and text boxes are read; what was struck out is not", async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const frame = `<w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice>${box("MẬT")}</mc:Choice><mc:Fallback>${box("MẬT")}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("Họ tên")}${cell("Đơn vị")}</w:tr><w:tr>${cell("Lan")}${cell("Ngọc Hà")}</w:tr></w:tbl>`;
    const struck =
      "<w:p><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del><w:r><w:rPr><w:caps/></w:rPr><w:t>Tối mật</w:t></w:r></w:p>";
    const content = await docxOf(frame + table + struck, {
      header1: paragraph("ĐẦU TRANG"),
      footer1: paragraph("Chân trang"),
      footnotes: paragraph("Chú thích"),
    });
    const { pages } = await read("a.docx", content);
    expect(pages).toEqual([
      {
        ...{ page: 1, source: "layer", frames: ["Chân trang", "ĐẦU TRANG", "MẬT"] },
        text: "Chân trang\nĐẦU TRANG\nMẬT\n\nHọ tên\tĐơn vị\nLan\tNgọc Hà\nTỐI MẬT\nChú thích",
      },
    ]);
  });

  test("old letters become Unicode, and say that they were", async () => {
    const body = [
      "§¶NG ñY PH¦êNG NINH B×NH",
      "Quy chÕ ho¹t ®éng cña ban chÊp hµnh ®¶ng bé ph­êng, nhiÖm kú hai ngh×n hai m­¬i",
    ];
    const [page] = (await read("a.docx", await docxOf(body.map(paragraph).join("")))).pages;
    expect(page).toMatchObject({ source: "repaired", wasOldFont: true });
    expect(page?.text.split("\n")[1]).toBe(
      "Quy chế hoạt động của ban chấp hành đảng bộ phường, nhiệm kỳ hai nghìn hai mươi",
    );
  });
});

test("PowerPoint, old and new: slides in their order with their notes", async () => {
  const slide = (text: string) =>
    `<p:sld xmlns:p="p" xmlns:a="a"><p:sp><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sp></p:sld>`;
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`;
  const pptx = await zipOf({
    "ppt/presentation.xml":
      '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst></p:presentation>',
    "ppt/_rels/presentation.xml.rels": `<Relationships>${rel("rId1", "slide", "slides/slide1.xml")}${rel("rId2", "slide", "slides/slide2.xml")}</Relationships>`,
    "ppt/slides/slide1.xml": slide("Kết luận"),
    "ppt/slides/slide2.xml": slide("Mở đầu"),
    "ppt/slides/_rels/slide2.xml.rels": `<Relationships>${rel("rId9", "notesSlide", "../notesSlides/notesSlide1.xml")}</Relationships>`,
    "ppt/notesSlides/notesSlide1.xml": slide("Chào mừng các đồng chí"),
    "ppt/slideMasters/slideMaster1.xml": slide("TỐI MẬT"),
  });
  const { pages } = await read("a.pptx", pptx);
  expect(pages.map(({ text }) => text)).toEqual(["Mở đầu\nChào mừng các đồng chí", "Kết luận"]);
  expect(pages[0]?.frames).toEqual(["TỐI MẬT"]);

  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  const outline = pptRecord(4080, [
    pptRecord(1011, Buffer.alloc(20)),
    pptRecord(4000, utf16("Công tác tuyên truyền")),
    pptRecord(1011, Buffer.alloc(20)),
    pptRecord(4008, Buffer.from("Ket luan", "latin1")),
  ]);
  const drawn = pptRecord(1006, [pptRecord(0xf00d, [pptRecord(4000, utf16("Hình vẽ"))])]);
  const ppt = compoundOf({ "PowerPoint Document": pptRecord(1000, [outline, drawn]) });
  expect(await textsOf("a.ppt", ppt)).toEqual(["Công tác tuyên truyền\nHình vẽ", "Ket luan"]);
});

test("Excel: a sheet is a page", async () => {
  const { format, pages } = await read(
    "a.xlsx",
    bookOf({
      "Danh sách": [
        ["Họ tên", "Đơn vị"],
        ["Lan", "Ngọc Hà"],
      ],
      Hai: [["x"]],
    }),
  );
  expect(format).toBe("xlsx");
  expect(pages.map(({ text }) => text)).toEqual(["Danh sách\nHọ tên\tĐơn vị\nLan\tNgọc Hà", "Hai\nx"]);
});

test("PDF: text, and pages that are pictures", async () => {
  const { pages, scans, count } = await read(
    "a.pdf",
    await pdfOf(["Công tác tuyên truyền miệng", pictureOf(["quét"])]),
  );
  expect(pages).toEqual([{ page: 1, text: "Công tác tuyên truyền miệng", source: "layer" }]);
  expect([scans, count]).toEqual([[2], 2]);
});

test("pictures are read as scans, sound and film not at all", async () => {
  expect(await read("a.jpg", pictureOf(["x"]))).toMatchObject({
    format: "image",
    type: "image/png",
    name: "a.png",
    scans: [1],
  });
  const mp3 = Buffer.concat([
    Buffer.from("ID3\u0004\0\0\0\0\0\0", "latin1"),
    Buffer.from([0xff, 0xfb, 0x90, 0x64]),
    Buffer.alloc(2_000),
  ]);
  expect(await read("a.mp3", mp3)).toMatchObject({ format: "audio", count: null, pages: [], scans: [] });
  const mp4 = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypmp42\0\0\0\0mp42isom", "latin1"),
    Buffer.alloc(200),
  ]);
  expect(await read("phim.mp4", mp4)).toMatchObject({ format: "video", name: "phim.mp4" });
});

describe("is refused", () => {
  const word = (xml: string) => zipOf({ "word/document.xml": xml });
  const hugePng = () => {
    const png = pictureOf(["x"]);
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    return png;
  };
  const lying = async () => {
    const zip = await zipOf({ "word/document.xml": "x".repeat(100_000) });
    const at = zip.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    zip.writeUInt32LE(10, at + 24);
    return zip;
  };

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["a program", () => Buffer.from("MZ\u0090\0 a program"), words.vi.unknownFormat],
    ["an ordinary zip", () => zipOf({ "a.txt": "x" }), words.vi.unknownFormat],
    ["a page of the web", () => Buffer.from("<html><script>1</script></html>"), words.vi.unknownFormat],
    ["nothing", () => Buffer.from(" "), words.vi.unknownFormat],
    ["an iPhone's picture", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), words.vi.heic],
    ["a scanner's picture", () => Buffer.from("II*\0\x08\0\0\0\0\0\0\0\0\0"), words.vi.tiff],
    ["a drawing of Windows", () => Buffer.from("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"), words.vi.otherPicture],
    ["a broken zip", () => Buffer.from("PK\u0003\u0004 rest is missing"), words.vi.damaged],
    ["a broken PDF", () => Buffer.from("%PDF-1.7 nothing more"), words.vi.damaged],
    ["broken XML", () => word("<a><b></a>"), words.vi.damaged],
    ["entities", () => word('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), words.vi.entities],
    ["macros", () => zipOf({ "word/document.xml": "<a/>", "word/vbaProject.bin": "x" }), words.vi.macros],
    ["a bomb that lies", lying, words.vi.bomb],
    [
      "a bomb of many parts",
      () => zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/${at}`, ""]))),
      words.vi.bomb,
    ],
    [
      "a PDF with a password",
      () => pdfOf(["x"], { userPassword: "a", pdfVersion: "1.7" }),
      words.vi.encrypted,
    ],
    [
      "an encrypted Office file",
      () => compoundOf({ EncryptedPackage: Buffer.alloc(5_000) }),
      words.vi.encrypted,
    ],
    ["an old Excel file", () => compoundOf({ Workbook: Buffer.alloc(5_000) }), words.vi.oldExcel],
    ["a picture of absurd size", hugePng, words.vi.pictureTooBig(150)],
  ])("%s", async (_, make, why) => {
    await expect(read("a.bin", await make())).rejects.toThrow(why);
  });

  test("a PDF of absurdly many pages", { timeout: 60_000 }, async () => {
    const kids = Array.from({ length: 5_001 }, (_, at) => `${at + 3} 0 R`).join(" ");
    const objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count 5001 /Kids [${kids}] >>`,
      ...Array.from({ length: 5_001 }, () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
    ];
    const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
    const pdf = Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n`);
    await expect(read("a.pdf", pdf)).rejects.toThrow(words.vi.tooManyPages(5_000));
  });
});
