/** The words of letters themselves. */
import { defineWords } from "~/platform/words";

export const mailWords = defineWords({
  vi: {
    bundle: (first: string, others: number) => `${first} (và ${others} lời nhắc khác)`,
    stopped: "Ứng dụng dừng lại trong lúc gửi; không rõ thư đã đi hay chưa.",
  },
  en: {
    bundle: (first: string, others: number) => `${first} (and ${others} more reminders)`,
    stopped: "The app stopped while sending; whether the letter went out is not known.",
  },
});
