/** The words of reading a file as the last one like it. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: (unit: string, moment: string) => `Đọc như lần nhập ${moment} cho ${unit}`,
    help: (columns: number, answers: number) =>
      `Tệp có cùng dòng tiêu đề, nên hệ thống dùng lại ${[
        columns > 0 && `${columns} cột đã chỉ`,
        answers > 0 && `${answers} câu đã trả lời`,
      ]
        .filter(Boolean)
        .join(" và ")}.`,
    forget: "Bỏ, đọc lại từ đầu",
  },
  en: {
    title: (unit: string, moment: string) => `Read as the import of ${moment} for ${unit}`,
    help: (columns: number, answers: number) =>
      `The heads are the same, so this is used again: ${[
        columns > 0 && `${columns} ${columns === 1 ? "column" : "columns"} said`,
        answers > 0 && `${answers} ${answers === 1 ? "answer" : "answers"} given`,
      ]
        .filter(Boolean)
        .join(", ")}.`,
    forget: "Undo, read it afresh",
  },
});
