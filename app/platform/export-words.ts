/** What people read about the files that were made for them. */
import { defineWords } from "./words";

export const exportWords = defineWords({
  vi: {
    ready: (name: string) => `Tệp “${name}” đã xuất xong, tải về trong 7 ngày.`,
    actions: {
      "export.removed": "Xóa tệp đã xuất trước hạn",
    },
    fields: { rows: "Số dòng" },
  },
  en: {
    ready: (name: string) => `The file “${name}” is ready. Fetch it within 7 days.`,
    actions: {
      "export.removed": "Exported file removed early",
    },
    fields: { rows: "Rows" },
  },
});
