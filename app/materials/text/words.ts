/** The words of reading a file: why one is not taken. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    unknownFormat:
      "Không nhận ra định dạng của tệp này. Hệ thống nhận PDF, Word (docx, doc), PowerPoint (pptx, ppt), Excel (xlsx), ảnh (JPEG, PNG, WebP, GIF), âm thanh và video.",
    oldExcel: "Tệp Excel kiểu cũ (.xls) không nhận được. Mở bằng Excel rồi lưu lại dạng .xlsx.",
    heic: "Ảnh của iPhone (HEIC) chưa nhận được. Trên iPhone mở Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; ảnh đã có thì gửi qua Zalo hoặc thư để được bản JPEG, rồi đưa bản ấy lên.",
    tiff: "Ảnh TIFF không nhận được. Lưu bản quét thành PDF, hoặc lưu ảnh thành JPEG rồi đưa lên.",
    otherPicture: "Loại ảnh này không nhận được. Lưu lại thành JPEG hoặc PNG rồi đưa lên.",
    macros: "Tệp có chứa macro nên không nhận. Lưu lại dạng thường (docx, pptx, xlsx) rồi đưa lên.",
    encrypted: "Tệp đang đặt mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi đưa lên lại.",
    damaged: "Tệp bị hỏng hoặc chưa đầy đủ, không mở được. Kiểm tra lại tệp gốc.",
    bomb: "Tệp nén bất thường: mở ra lớn hơn mức một tài liệu thật có thể có.",
    entities: "Tệp có khai báo XML không an toàn nên không nhận.",
    tooManyPages: (most: number) => `Tệp có quá ${most} trang. Chia thành nhiều tệp nhỏ hơn.`,
    pictureTooBig: (most: number) => `Ảnh quá lớn (trên ${most} triệu điểm ảnh). Thu nhỏ rồi đưa lên lại.`,
    badName: "Tên tệp có ký tự không dùng được (dấu gạch chéo, ký tự ẩn). Đổi tên rồi đưa lên lại.",
  },
  en: {
    unknownFormat:
      "The format of this file is not known here. PDF, Word (docx, doc), PowerPoint (pptx, ppt), Excel (xlsx), pictures (JPEG, PNG, WebP, GIF), sound and video are taken.",
    oldExcel: "Old Excel files (.xls) are not taken. Open it in Excel and save it as .xlsx.",
    heic: "Pictures in iPhone's HEIC are not taken. On the iPhone open Settings, Camera, Formats and choose “Most Compatible”, then take it again; send a picture that you have by mail or Zalo to get it as JPEG, and put that in.",
    tiff: "TIFF pictures are not taken. Save the scan as PDF, or the picture as JPEG, and put that in.",
    otherPicture: "Pictures of this kind are not taken. Save it as JPEG or PNG and put that in.",
    macros:
      "The file holds macros and is not taken. Save it in the plain form (docx, pptx, xlsx) and put it in again.",
    encrypted:
      "The file has a password, so that it cannot be checked. Remove the password and put it in again.",
    damaged: "The file is damaged or incomplete and does not open. Check the original.",
    bomb: "The file is packed in an unusual way: it unpacks to more than a real document ever would.",
    entities: "The file declares XML that is not safe, so it is not taken.",
    tooManyPages: (most: number) => `The file has more than ${most} pages. Divide it into smaller files.`,
    pictureTooBig: (most: number) =>
      `The picture is too large (more than ${most} million points). Make it smaller and put it in again.`,
    badName:
      "The file's name holds characters that cannot be used (slashes, hidden characters). Rename it and put it in again.",
  },
});
