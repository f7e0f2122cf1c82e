/** What people read about a table file that cannot be taken in. */
import { defineWords } from "./words";

export const sheetWords = defineWords({
  vi: {
    empty: "Tệp không có dòng nào.",
    tooBig: (most: number) => `Tệp lớn hơn ${most} MB. Hãy chia thành nhiều tệp.`,
    tooManyRows: (count: number, most: number) =>
      `Tệp có ${count} dòng, nhiều hơn mức ${most} dòng. Hãy chia thành nhiều tệp.`,
    oldExcel: "Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel và lưu lại dạng .xlsx.",
    notATable: "Đây không phải tệp Excel (.xlsx) hay CSV.",
    notUtf8: "Tệp CSV này không phải UTF-8. Trong Excel hãy chọn Lưu thành: CSV UTF-8.",
    damaged: "Tệp bị hỏng hoặc không đọc được.",
  },
  en: {
    empty: "There are no rows in the file.",
    tooBig: (most: number) => `The file is larger than ${most} MB. Please split it.`,
    tooManyRows: (count: number, most: number) =>
      `The file has ${count} rows, more than ${most}. Please split it.`,
    oldExcel: "This is an old Excel file (.xls) or has a password. Open it in Excel and save it as .xlsx.",
    notATable: "This is neither an Excel file (.xlsx) nor CSV.",
    notUtf8: "This CSV file is not UTF-8. In Excel choose Save as: CSV UTF-8.",
    damaged: "The file is damaged or cannot be read.",
  },
});
