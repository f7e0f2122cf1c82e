/** Marks of secrecy: what is one, and what only speaks of secrets, honey, passwords and people. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrecyMark } from "~/materials/text/marks/secrecy-mark";
import type { PageText } from "~/materials/text/page";

const head = "QUẬN ỦY BA ĐÌNH\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tBa Đình, ngày 10 tháng 6 năm 2024\n";
const page = (text: string, more: Partial<PageText> = {}): PageText => ({
  page: 1,
  text,
  source: "layer",
  ...more,
});
const scan = { source: "ocr", confidence: 88 } as const;

describe("is a mark", () => {
  test.each<[string, PageText[], string]>([
    ["alone on a line under the head", [page(`${head}TỐI MẬT\nBÁO CÁO\nnội dung`)], "top_secret"],
    ["MẬT", [page(`${head}Số 12-BC/QU\nMẬT\nBÁO CÁO`)], "secret"],
    ["TUYỆT MẬT", [page(`TUYỆT MẬT\n${head}`)], "most_secret"],
    ["in a cell of the head", [page("TỐI MẬT\tĐẢNG CỘNG SẢN VIỆT NAM\nBÁO CÁO")], "top_secret"],
    ["in columns joined by a scan", [page("TỐI MẬT ĐẢNG CỘNG SẢN VIỆT NAM\nBÁO CÁO", scan)], "top_secret"],
    ["before place and date", [page(`${head}TUYỆT MẬT Hà Nội, ngày 3 tháng 4 năm 2024`)], "most_secret"],
    ["spaced letters", [page(`${head}M Ậ T\nBÁO CÁO`)], "secret"],
    ["spaced words", [page(`${head}T Ố I   M Ậ T\nBÁO CÁO`)], "top_secret"],
    ["in a frame's lines", [page(`${head}|TỐI MẬT|\nBÁO CÁO`)], "top_secret"],
    ["in brackets", [page(`${head}(MẬT)\nBÁO CÁO`)], "secret"],
    ["with a number of the copy", [page(`${head}TỐI MẬT - Bản số: 03\nBÁO CÁO`)], "top_secret"],
    ["as a level that is named", [page(`${head}Độ mật: Mật\nBÁO CÁO`)], "secret"],
    ["as a level that is named, loud", [page(`${head}ĐỘ MẬT: TỐI MẬT`)], "top_secret"],
    ["as a level after another word", [page(`${head}Mức độ mật: Tuyệt mật`)], "most_secret"],
    ["a secret document by its name", [page(`${head}TÀI LIỆU TỐI MẬT\nKẾ HOẠCH`)], "top_secret"],
    ["a copy of a secret", [page(`${head}BẢN SAO BÍ MẬT NHÀ NƯỚC`)], "secret"],
    ["without tones", [page(`${head}TOI MAT\nBAO CAO`)], "top_secret"],
    ["MAT without tones", [page("DANG UY PHUONG\nMAT\nBAO CAO")], "secret"],
    ["noise of a scan in tones", [page(`${head}TÓI MÂT\nBÁO CÁO`, scan)], "top_secret"],
    ["noise of a scan in letters", [page(`${head}| T0I MẬT _\nBÁO CÁO`, scan)], "top_secret"],
    ["a dot lost by a scan", [page(`${head}MÂT\nBÁO CÁO`, scan)], "secret"],
    ["a small letter of a scan", [page(`${head}TỐI MậT\nBÁO CÁO`, scan)], "top_secret"],
    ["decomposed", [page(`${head}TỐI MẬT`.normalize("NFD"))], "top_secret"],
    ["TCVN3", [page("§¶NG ñY\nTèI MËT\nB¸O C¸O")], "top_secret"],
    ["VNI", [page("ÑAÛNG UÛY\nTUYEÄT MAÄT\nBAÙO CAÙO")], "most_secret"],
    ["in two lines", [page(`${head}TỐI\nMẬT\nBÁO CÁO`)], "secret"],
    [
      "in a header of a later page",
      [page("Nội dung"), page("Tiếp", { page: 2, frames: ["TỐI MẬT"] })],
      "top_secret",
    ],
    [
      "as the first line of several pages",
      [page("Bìa\nTài liệu"), page("TỐI MẬT\nnội dung", { page: 2 }), page("TỐI MẬT\ntiếp", { page: 3 })],
      "top_secret",
    ],
    ["at the head of an enclosure", [page("Bìa"), page(`${head}MẬT\nBÁO CÁO`, { page: 2 })], "secret"],
  ])("%s", (_, pages, level) => {
    expect(findSecrecyMark(pages, "ke-hoach.docx")?.level).toBe(level);
  });

  test.each([
    ["TOI MAT - ke hoach.docx", "top_secret"],
    ["TỐI MẬT.pdf", "top_secret"],
    ["Ke hoach 12 (TUYET MAT).docx", "most_secret"],
    ["KH 12-KH.TU [MẬT].pdf", "secret"],
    ["MAT_ke hoach.docx", null],
    ["MAT - ke hoach.docx", "secret"],
    ["MẬT kế hoạch 12.docx", "secret"],
    ["toi mat - ke hoach.docx", "top_secret"],
    ["TOI_MAT_ke_hoach.pdf", "top_secret"],
    ["TOI MAT 12 KH.pdf", "top_secret"],
    ["tài liệu tối mật.docx", "top_secret"],
    ["TỐI MẬT kế hoạch.doc".normalize("NFD"), "top_secret"],
  ])("the name %s", (name, level) => {
    expect(findSecrecyMark([], name)?.level ?? null).toBe(level);
  });
});

describe("is none", () => {
  test.each<[string, PageText[]]>([
    [
      "a sentence about the levels",
      [page(`${head}TÀI LIỆU HỎI ĐÁP\nCác độ mật gồm tuyệt mật, tối mật và mật.`)],
    ],
    [
      "a sentence with the words in capitals",
      [page("Câu 3. Tài liệu TỐI MẬT là gì?\nTài liệu MẬT do ai xác định?")],
    ],
    ["a title about secrets", [page("HỎI ĐÁP\nLUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC")]],
    ["a title that breaks before the word", [page("LUẬT BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC")]],
    ["a title that breaks within a level", [page("QUY ĐỊNH VỀ TÀI LIỆU CÓ ĐỘ\nTỐI MẬT")]],
    ["honey", [page("Người nuôi ong lấy mật\nMật ong\nMẬT ONG RỪNG")]],
    ["a password", [page("Mật khẩu: 1234\nMật khẩu")]],
    ["a person", [page("Họ tên\tNguyễn Thị Mật\nMật\nÔng Mật")]],
    ["other words that lose their marks", [page("MẮT\nMẶT\nMÁT\nMẤT")]],
    ["a sentence's last word", [page("Đây là tài liệu được đóng dấu\nTỐI MẬT.")]],
    ["a quoted word", [page('Thế nào là\n"MẬT"')]],
    ["small letters alone", [page("tối mật\nmật")]],
    ["all levels below one another", [page("Độ mật\nTUYỆT MẬT\nTỐI MẬT\nMẬT\nThời hạn bảo vệ")]],
    ["a heading far down", [page(`${"Nội dung dòng\n".repeat(30)}TỐI MẬT\nlà độ cao thứ hai`)]],
    ["one later page that begins so", [page("Hỏi đáp"), page("TỐI MẬT\nlà độ thứ hai", { page: 2 })]],
    ["a level named as none", [page("Độ mật: Không\nĐộ mật: thường")]],
    ["a poor scan of other words", [page("MẮT KÍNH\nMẶT TRẬN TỔ QUỐC", scan)]],
  ])("%s", (_, pages) => {
    expect(findSecrecyMark(pages, "hoi-dap.docx")).toBeNull();
  });

  test.each([
    "hoi-dap-bi-mat-nha-nuoc.docx",
    "Luật bảo vệ bí mật nhà nước.pdf",
    "LUAT BAO VE BI MAT NHA NUOC.pdf",
    "mật ong.jpg",
    "Mat tran To quoc.docx",
    "MAT TRAN TO QUOC.docx",
    "MẶT TRẬN.docx",
    "Nguyễn Thị Mật.docx",
    "Hỏi đáp về tài liệu tối mật là gì.docx",
    "Doi mat khau.docx",
    "tôi mất - thơ.docx",
    "mat.png",
  ])("the name %s", (name) => {
    expect(findSecrecyMark([], name)).toBeNull();
  });

  test("prose about secrets, however its lines break", () => {
    const word = fc.constantFrom(
      ..."công tác bảo vệ bí mật nhà nước tài liệu có độ TỐI MẬT hoặc TUYỆT MẬT và MẬT phải được mật ong khẩu Đảng quản lý".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 30, maxLength: 200 }),
        fc.integer({ min: 40, max: 100 }),
        (words, width) => {
          const lines = [""];
          // A sentence begins with a small word and ends with a full stop; only its last line is short.
          for (const one of ["Theo", ...words, "quy", "định."]) {
            const line = lines.at(-1) ?? "";
            if (line.length + one.length + 1 > width) lines.push(one);
            else lines[lines.length - 1] = line === "" ? one : `${line} ${one}`;
          }
          expect(findSecrecyMark([page(`${head}${lines.join("\n")}`)], "van-ban.docx")).toBeNull();
        },
      ),
    );
  });
});
