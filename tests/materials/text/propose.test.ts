/** What the head of a document says: number, issuer, date and title, of Party and State layouts. */
import { describe, expect, test } from "vitest";
import { proposeFromText } from "~/materials/text/proposing/propose";

const of = (text: string) => proposeFromText([{ page: 1, text }]);

describe("a whole head", () => {
  test("of a Party committee, as a PDF gives it", () => {
    const text = [
      "QUẬN ỦY BA ĐÌNH\tĐẢNG CỘNG SẢN VIỆT NAM",
      "*\tBa Đình, ngày 10 tháng 6 năm 2024",
      "Số 229-KH/QU",
      "KẾ HOẠCH",
      "triển khai Chỉ thị số 30-CT/TW về công tác tuyên truyền miệng",
      "trong tình hình mới",
      "Trong những năm qua, công tác tuyên truyền miệng trên địa bàn",
    ];
    expect(of(text.join("\n"))).toEqual({
      number: "229-KH/QU",
      issuer: "Quận ủy Ba Đình",
      issuedOn: "2024-06-10",
      title: "Kế hoạch triển khai Chỉ thị số 30-CT/TW về công tác tuyên truyền miệng trong tình hình mới",
    });
  });

  test("of a department, as Word gives it", () => {
    const text = [
      "TỈNH ỦY PHÚ THỌ",
      "BAN TUYÊN GIÁO VÀ DÂN VẬN",
      "*",
      "Số 26 - HD/BTGDVTU",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "Việt Trì, ngày 05 tháng 02 năm 2026",
      "HƯỚNG DẪN",
      "CÔNG TÁC TUYÊN TRUYỀN MIỆNG NĂM 2026",
      "-----",
      "Thực hiện Chỉ thị 30",
    ];
    expect(of(text.join("\n"))).toEqual({
      number: "26-HD/BTGDVTU",
      issuer: "Ban Tuyên giáo và Dân vận Tỉnh ủy Phú Thọ",
      issuedOn: "2026-02-05",
      title: "Hướng dẫn công tác tuyên truyền miệng năm 2026",
    });
  });

  test("of the State", () => {
    const text = [
      "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "PHƯỜNG NGỌC HÀ\tĐộc lập - Tự do - Hạnh phúc",
      "Số: 15/QĐ-UBND\tNgọc Hà, ngày 31 tháng 12 năm 2025",
      "QUYẾT ĐỊNH",
      "Về việc công nhận tuyên truyền viên cơ sở",
      "Căn cứ Luật Tổ chức chính quyền địa phương",
    ];
    expect(of(text.join("\n"))).toMatchObject({
      number: "15/QĐ-UBND",
      issuer: "Ủy ban Nhân dân phường Ngọc Hà",
      issuedOn: "2025-12-31",
      title: "Quyết định về việc công nhận tuyên truyền viên cơ sở",
    });
  });
});

test.each([
  ["Số 241-KH/TU", "241-KH/TU"],
  ["241 - KH/TU", "241-KH/TU"],
  ["Số: 973 - QĐ/BTGTW", "973-QĐ/BTGTW"],
  ["Số 229–KH/QU ngày 10/6/2023", "229-KH/QU"],
  ["Số: 30/2020/NĐ-CP", "30/2020/NĐ-CP"],
  ["Số 132-CV/TU", "132-CV/TU"],
  ["thực hiện Chỉ thị số 30-CT/TW", null],
  ["Số điện thoại: 0912 345 678", null],
  ["Số       -KH/TU", null],
])("the number in %s", (part, number) => {
  expect(of(part).number).toBe(number);
});

test.each([
  ["Ba Đình, ngày 10 tháng 6 năm 2024", "2024-06-10"],
  ["Hà Nội, ngày      tháng 6 năm 2024", null],
  ["Hà Nội, ngày 31 tháng 2 năm 2024", null],
])("the date in %s", (part, day) => {
  expect(of(part).issuedOn).toBe(day);
});

test("an official letter is called by its subject; a slide and prose by nothing that they do not say", () => {
  expect(of("Số 12-CV/ĐU\nV/v cung cấp tài liệu tháng 11\nKính gửi: các chi bộ").title).toBe(
    "Cung cấp tài liệu tháng 11",
  );
  expect(of("Chỉ thị số 30-CT/TW: công tác tuyên truyền miệng\nVai trò").title).toBe(
    "Chỉ thị số 30-CT/TW: công tác tuyên truyền miệng",
  );
  expect(of("Thưa các đồng chí, hôm nay chúng ta")).toEqual({
    number: null,
    issuer: null,
    issuedOn: null,
    title: null,
  });
  expect(proposeFromText([])).toEqual({ number: null, issuer: null, issuedOn: null, title: null });
});
