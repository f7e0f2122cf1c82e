/** What the server says about uploads. */
import { defineWords } from "~/platform/words";

export const uploadWords = defineWords({
  vi: {
    tooLarge: (megabytes: number) => `Tệp lớn quá ${megabytes} MB.`,
    noRoom:
      "Máy chủ không còn đủ chỗ chứa tệp này. Phần đã gửi được giữ lại; hãy báo quản trị hệ thống rồi gửi tiếp.",
    signInAgain: "Phiên làm việc đã hết. Phần đã gửi được giữ lại: đăng nhập lại rồi gửi tiếp.",
    notThere: "Không còn lần gửi này, hoặc nơi nhận tệp không còn.",
    empty: "Tệp rỗng.",
  },
  en: {
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB.`,
    noRoom:
      "The server has no room for this file. What came so far is kept; tell the system administrator, then go on.",
    signInAgain: "Your session has ended. What came so far is kept: sign in again, then go on.",
    notThere: "This upload is no longer there, or the place it is for is not.",
    empty: "The file is empty.",
  },
});
