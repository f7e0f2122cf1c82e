/** What is said when a note seems to hold personal data. */
import { defineWords } from "~/platform/words";

export const noteWords = defineWords({
  vi: {
    warning: "Xem lại trước khi lưu",
    found: "Ghi chú có vẻ chứa thông tin cá nhân không cần cho công việc:",
    kinds: {
      identity: "số căn cước, chứng minh",
      phone: "số điện thoại",
      address: "địa chỉ",
      person: "tên người và nơi ở",
    },
    advice: "Nếu không cần cho công việc thì xóa đi. Số điện thoại của chính người này thuộc mục Liên hệ.",
    checked: "Tôi đã xem lại, vẫn lưu như thế",
    noteToCheck: "Ghi chú có vẻ chứa thông tin cá nhân. Sửa lại, hoặc xác nhận ở dưới.",
  },
  en: {
    warning: "Look again before saving",
    found: "The note seems to hold personal data that the work does not need:",
    kinds: {
      identity: "identity number",
      phone: "telephone number",
      address: "address",
      person: "a person's name and home",
    },
    advice: "Remove it if the work does not need it. This person's own telephone belongs under Contact.",
    checked: "I have looked, save it as it is",
    noteToCheck: "The note seems to hold personal data. Change it, or confirm below.",
  },
});
