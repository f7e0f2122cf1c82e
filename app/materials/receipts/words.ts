/** The words of who has read and who has not. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    errors: {
      newerVersion: "Tài liệu đã có bản mới hơn. Hãy mở bản mới rồi xác nhận.",
    },
  },
  en: {
    errors: {
      newerVersion: "A newer version is out. Open that one, then acknowledge it.",
    },
  },
});
