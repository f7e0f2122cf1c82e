/** What people read around the search in materials. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: "Tìm trong tài liệu",
    label: "Tìm trong toàn bộ nội dung tài liệu",
    placeholder: "Từ ngữ, số ký hiệu, “cụm từ”",
    found: (count: string) => `${count} tài liệu`,
    inPages: (count: number) => `Có ở ${count} trang`,
    page: (page: number) => `Trang ${page}`,
    version: (version: number) => `Bản ${version}, người đọc không thấy`,
    expired: "Hết hiệu lực",
    superseded: "Đã được thay thế",
    conference: "Hội nghị",
    topic: "Chuyên đề",
    kind: "Loại",
    year: "Năm ban hành",
    yearIs: (year: number) => `Năm ${year}`,
    emptyTitle: "Gõ vài từ để tìm",
    noneTitle: (q: string) => `Không có tài liệu nào chứa ${inQuotes(q)}`,
    none: "Trong những tài liệu đồng chí được xem. Thử bớt từ, bỏ điều kiện lọc, hoặc gõ cách khác:",
    hints: {
      words: { example: "tuyen truyen mieng", meaning: "gõ không cần dấu, thứ tự nào cũng được" },
      phrase: { example: "“quận Ba Đình”", meaning: "trong ngoặc kép: đúng cụm từ liền nhau" },
      number: { example: "241-KH/TU", meaning: "số ký hiệu văn bản, viết liền hay cách đều được" },
      minus: { example: "hỏi đáp -mật", meaning: "dấu trừ: bỏ tài liệu có từ ấy" },
    },
    inList: "Tìm theo tên trong kho tài liệu",
    inTexts: (q: string) => `Tìm ${inQuotes(q)} trong tài liệu`,
    inTextsNote: "Nội dung tài liệu",
  },
  en: {
    title: "Search in materials",
    label: "Search in all that the materials say",
    placeholder: "Words, a document number, “a phrase”",
    found: (count: string) => `${count} documents`,
    inPages: (count: number) => (count === 1 ? "On 1 page" : `On ${count} pages`),
    page: (page: number) => `Page ${page}`,
    version: (version: number) => `Version ${version}, not seen by readers`,
    expired: "No longer valid",
    superseded: "Superseded",
    conference: "Conference",
    topic: "Topic",
    kind: "Kind",
    year: "Year of issue",
    yearIs: (year: number) => `Year ${year}`,
    emptyTitle: "Type a few words to search",
    noneTitle: (q: string) => `No document holds ${inQuotes(q)}`,
    none: "Among the materials that you may see. Try fewer words, take filters away, or type it another way:",
    hints: {
      words: { example: "tuyen truyen mieng", meaning: "no tone marks needed, in any order" },
      phrase: { example: "“quận Ba Đình”", meaning: "in quotes: exactly these words in a row" },
      number: { example: "241-KH/TU", meaning: "a document number, with blanks or without" },
      minus: { example: "hỏi đáp -mật", meaning: "a minus sign: without documents that hold the word" },
    },
    inList: "Search titles in the desk of materials",
    inTexts: (q: string) => `Search ${inQuotes(q)} in materials`,
    inTextsNote: "What materials say",
  },
});

/** What was typed in quotes needs no others. */
function inQuotes(q: string): string {
  return /["“”«»]/.test(q) ? q : `“${q}”`;
}
