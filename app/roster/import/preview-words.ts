/** What the preview command says when it cannot read a file. */
import { defineWords } from "~/platform/words";

export const previewWords = defineWords({
  vi: {
    usage: "Cách dùng: npm run -s roster:preview -- TỆP [--units ĐƠN_VỊ.csv]",
    noFile: (name: string) => `Không có tệp “${name}”.`,
    notReadable: (name: string) => `Không mở được “${name}”: đây là thư mục, hoặc không có quyền đọc.`,
    noUnitNames: "Tệp đơn vị cần có cột name hoặc commune.",
  },
  en: {
    usage: "Usage: npm run -s roster:preview -- FILE [--units UNITS.csv]",
    noFile: (name: string) => `There is no file “${name}”.`,
    notReadable: (name: string) => `“${name}” cannot be opened: it is a folder, or may not be read.`,
    noUnitNames: "The units file needs a column called name or commune.",
  },
});
