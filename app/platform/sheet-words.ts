/** What people read about a table file that cannot be taken in. */
import { defineWords } from "./words";

export const sheetWords = defineWords({
  vi: {
    empty: "Tệp không có dòng nào.",
    tooBig: (most: number) => `Tệp lớn hơn ${most} MB. Hãy chia thành nhiều tệp.`,
    tooManyRows: (count: number, most: number) =>
      `Tệp có ${count} dòng, nhiều hơn mức ${most} dòng. Hãy chia thành nhiều tệp.`,
    tooManyColumns: "Bảng rộng bất thường (hơn 256 cột có chữ). Hãy chép riêng danh sách sang tệp mới.",
    encrypted: "Tệp này đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
    oldExcel: "Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
    noWorkbook: "Đây không phải bảng tính (.xlsx, .xls) hay bảng dạng CSV.",
    bomb: "Tệp này khi mở ra lớn bất thường nên không được nhận.",
    notATable: "Đây không phải tệp Excel (.xlsx) hay CSV.",
    notUtf8: "Tệp CSV này không phải UTF-8. Trong Excel hãy chọn Lưu thành: CSV UTF-8.",
    damaged: "Tệp này bị hỏng, không đọc được. Hãy mở bằng Excel và lưu lại thành tệp mới.",
  },
  en: {
    empty: "There are no rows in the file.",
    tooBig: (most: number) => `The file is larger than ${most} MB. Please split it.`,
    tooManyRows: (count: number, most: number) =>
      `The file has ${count} rows, more than ${most}. Please split it.`,
    tooManyColumns:
      "The table is absurdly wide (text in more than 256 columns). Copy the list into a new file.",
    encrypted: "This file has a password. Open it in Excel, remove the password and save it again.",
    oldExcel: "This is a file of an old Excel (.xls). Open it in Excel and save it as .xlsx.",
    noWorkbook: "This is neither a workbook (.xlsx, .xls) nor a table in CSV.",
    bomb: "Unpacked, this file is absurdly large; it is not taken in.",
    notATable: "This is neither an Excel file (.xlsx) nor CSV.",
    notUtf8: "This CSV file is not UTF-8. In Excel choose Save as: CSV UTF-8.",
    damaged: "This file is damaged and cannot be read. Open it in Excel and save it as a new file.",
  },
});
