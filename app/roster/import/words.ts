/** Every word of the import, in Vietnamese and English. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    refused: {
      tooBig: "Tệp lớn quá 20 MB. Hãy tách danh sách thành nhiều tệp.",
      empty: "Tệp này không có dòng nào.",
      tooManyRows: (rows: number, most: number) =>
        `Tệp có ${rows} dòng, quá ${most} dòng. Hãy tách thành nhiều tệp.`,
      tooManyColumns: "Bảng rộng bất thường (hơn 256 cột có chữ). Hãy chép riêng danh sách sang tệp mới.",
      encrypted: "Tệp này đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
      oldExcel: "Đây là tệp Excel đời cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
      plainText: "Đây là tệp văn bản (CSV). Hãy mở bằng Excel và lưu lại thành .xlsx.",
      noWorkbook: "Đây không phải bảng tính Excel (.xlsx).",
      damaged: "Tệp này bị hỏng, không đọc được. Hãy mở bằng Excel và lưu lại thành tệp mới.",
      noUnit: "Đồng chí chưa được giao đơn vị nào đang hoạt động để nhập danh sách.",
      unitOutOfReach: "Không có đơn vị này trong phạm vi của đồng chí.",
      halfDecision: "Cần điền cả số và ngày quyết định, hoặc bỏ trống cả hai.",
      rowAdded: "Dòng này đã được nhập, không sửa ở đây được nữa.",
      running: "Danh sách này đang được nhập. Chờ xong rồi sửa tiếp.",
      gone: "Không tìm thấy lần nhập này.",
      bomb: "Tệp này khi mở ra lớn bất thường nên không được nhận.",
    },
    steps: { checking: "Kiểm tra từng dòng", adding: "Ghi vào đội ngũ" },
  },
  en: {
    refused: {
      tooBig: "The file is larger than 20 MB. Split the list into several files.",
      empty: "There is not a single row in this file.",
      tooManyRows: (rows: number, most: number) =>
        `The file has ${rows} rows, more than ${most}. Split it into several files.`,
      tooManyColumns:
        "The table is absurdly wide (text in more than 256 columns). Copy the list into a new file.",
      encrypted: "This file has a password. Open it in Excel, remove the password and save it again.",
      oldExcel: "This is a file of an old Excel (.xls). Open it in Excel and save it as .xlsx.",
      plainText: "This is a text file (CSV). Open it in Excel and save it as .xlsx.",
      noWorkbook: "This is not an Excel workbook (.xlsx).",
      damaged: "This file is damaged and cannot be read. Open it in Excel and save it as a new file.",
      noUnit: "You have no open unit into which you could import.",
      unitOutOfReach: "There is no such unit within your reach.",
      halfDecision: "Give both number and date of the decision, or leave both empty.",
      rowAdded: "This row was imported and can no longer be changed here.",
      running: "This list is being imported. Wait until it is done.",
      gone: "This import was not found.",
      bomb: "This file would unpack to an absurd size and is not accepted.",
    },
    steps: { checking: "Checking each row", adding: "Adding to the roster" },
  },
});
