/** What people read about long work that did not come to its end. */
import { defineWords } from "./words";

export const jobWords = defineWords({
  vi: {
    interrupted: "Hệ thống dừng giữa chừng nhiều lần nên việc này không hoàn thành. Không có gì được ghi.",
    broke:
      "Có lỗi trong hệ thống nên việc này không hoàn thành. Không có gì được ghi. Lỗi đã được ghi nhật ký.",
    cancelled: "Đã hủy theo yêu cầu.",
  },
  en: {
    interrupted:
      "The system stopped in the middle several times, so this was not finished. Nothing was saved.",
    broke:
      "Something is wrong in the system, so this was not finished. Nothing was saved. The fault is in the log.",
    cancelled: "Cancelled as asked.",
  },
});
