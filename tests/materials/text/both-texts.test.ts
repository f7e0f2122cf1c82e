/** A page with a picture and a text: which of the two is kept. */
import { expect, test } from "vitest";
import { bothTexts } from "~/materials/text/scans/both-texts";

const read = (text: string) => ({ text, confidence: 90, frames: ["ĐẦU TRANG"] });

test("a slide on a photo keeps its own text; the picture is still looked at for marks", () => {
  const slide = "Công tác tuyên truyền miệng\nNăm 2026";
  expect(bothTexts(slide, read("CÔNG TÁC tuyền truyền miệng\nNăm 2026"))).toEqual({
    ...{ text: slide, source: "layer" },
    frames: ["ĐẦU TRANG", "CÔNG TÁC tuyền truyền miệng\nNăm 2026"],
  });
});

test("a scan that was signed is read, and its signature kept", () => {
  const page = "Đảng ủy phường xây dựng kế hoạch nâng cao chất lượng đội ngũ báo cáo viên";
  expect(bothTexts("Ký bởi: Văn phòng", read(page))).toMatchObject({
    ...{ text: `${page}\nKý bởi: Văn phòng`, source: "ocr", confidence: 90 },
  });
});

test("without a text, or with a broken one, it is what was read", () => {
  expect(bothTexts("", read("chữ"))).toMatchObject({ text: "chữ", source: "ocr" });
  expect(bothTexts("tri n khai Ch th s v", read("chữ"))).toMatchObject({ text: "chữ", source: "ocr" });
});
