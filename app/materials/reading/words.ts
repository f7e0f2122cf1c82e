/** What readers of materials read around them. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    damaged:
      "Tệp PDF này bị hỏng nên chưa ghi được tên người đọc lên từng trang. Đồng chí dùng bản đọc nhanh, hoặc báo cho cán bộ phụ trách tài liệu.",
    locked:
      "Tệp PDF này bị khóa bằng mật khẩu nên không ghi được tên người đọc lên từng trang. Đồng chí dùng bản đọc nhanh, hoặc báo cho cán bộ phụ trách tài liệu.",
  },
  en: {
    damaged:
      "This PDF is damaged, so the reader's name cannot be written on its pages. Use the quick read, or tell whoever keeps the material.",
    locked:
      "This PDF is locked by a password, so the reader's name cannot be written on its pages. Use the quick read, or tell whoever keeps the material.",
  },
});
