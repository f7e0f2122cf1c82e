/** The words of the outbox. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: "Thư điện tử gửi đi",
    summary: "Thông báo và lời nhắc gửi qua thư điện tử: đang chờ, đã đi, chưa đi được.",
    notSet: "Chưa có thư nào đi ra ngoài: máy chủ thư chưa được cài đặt",
    notSetWhy:
      "Mọi thông báo vẫn hiện trong ứng dụng. Người quản trị máy chủ đặt MAIL_URL và MAIL_FROM thì thư mới được tạo và gửi.",
    label: "Thư",
    to: "Người nhận",
    subject: "Tiêu đề",
    state: "Tình trạng",
    when: "Lúc",
    created: "Tạo lúc",
    sent: "Gửi lúc",
    next: "Gửi từ",
    tries: "Số lần thử",
    problem: "Máy chủ thư trả lời",
    body: "Nội dung",
    search: "Tìm theo tên, địa chỉ, tiêu đề",
    all: "Tất cả",
    states: {
      waiting: "Đang chờ",
      sending: "Đang gửi",
      sent: "Đã gửi",
      failed: "Không gửi được",
      unsure: "Không rõ đã đi chưa",
      discarded: "Đã bỏ",
    },
    unsureHelp:
      "Ứng dụng dừng giữa lúc gửi hoặc mất kết nối, nên không tự gửi lần hai. Gửi lại thì người nhận có thể nhận hai thư.",
    failed: (count: string) => `${count} thư điện tử không gửi được`,
    failedHelp:
      "Xem máy chủ thư trả lời gì. Nếu sai địa chỉ: sửa ở hồ sơ của người nhận rồi bấm gửi lại, thư sẽ đi tới địa chỉ mới.",
    discard: "Bỏ thư này",
    discardAll: (count: string) => `Bỏ cả ${count} thư đang chờ`,
    resend: "Gửi lại",
    resendAll: (count: string) => `Gửi lại cả ${count} thư`,
    none: "Chưa có thư nào",
    noneWhy: "Thư được tạo khi phát hành tài liệu, nhắc đọc, cho những người có địa chỉ thư điện tử.",
    noneMatch: "Không có thư nào như vậy",
    noneMatchWhy: "Bỏ bớt điều kiện lọc để xem thêm.",
    toasts: {
      discarded: (count: number) => `Đã bỏ ${count} thư.`,
      resent: (count: number) => `${count} thư sẽ được gửi lại trong ít phút.`,
    },
    errors: {
      noneWaits: "Thư không còn chờ gửi nữa.",
      noneFailed: "Không còn thư nào cần gửi lại.",
      listGrew: "Danh sách vừa thay đổi. Tải lại trang rồi làm lại.",
    },
    audit: {
      actions: { "mail.discarded": "bỏ thư đang chờ gửi", "mail.resent": "gửi lại thư" },
      fields: { mails: "Số thư" },
    },
  },
  en: {
    title: "Outgoing e-mail",
    summary: "Notices and reminders sent by e-mail: what waits, what went, what could not go.",
    notSet: "Nothing goes out: no mail server is set",
    notSetWhy:
      "Every notice still appears in the app. Letters are made and sent once the server's administrator sets MAIL_URL and MAIL_FROM.",
    label: "Letters",
    to: "To",
    subject: "Title",
    state: "State",
    when: "When",
    created: "Made",
    sent: "Sent",
    next: "Not before",
    tries: "Tries",
    problem: "The mail server's answer",
    body: "Text",
    search: "Search by name, address, title",
    all: "All",
    states: {
      waiting: "Waiting",
      sending: "Being sent",
      sent: "Sent",
      failed: "Could not go",
      unsure: "May have gone",
      discarded: "Thrown away",
    },
    unsureHelp:
      "The app stopped or lost its connection in the middle of sending, so it does not send a second time by itself. Sent again, it may arrive twice.",
    failed: (count: string) => `${count} e-mails could not go`,
    failedHelp:
      "See what the mail server answers. If the address is wrong, put it right in the person's record and send again: the letter goes to the new address.",
    discard: "Throw it away",
    discardAll: (count: string) => `Throw away all ${count} that wait`,
    resend: "Send again",
    resendAll: (count: string) => `Send all ${count} again`,
    none: "No letters yet",
    noneWhy:
      "Letters are made when materials are published or reminded of, for people with an e-mail address.",
    noneMatch: "No letter matches",
    noneMatchWhy: "Take away a filter to see more.",
    toasts: {
      discarded: (count: number) => `${count} letters thrown away.`,
      resent: (count: number) => `${count} letters go out again in a few minutes.`,
    },
    errors: {
      noneWaits: "The letter does not wait any more.",
      noneFailed: "No letter is left to send again.",
      listGrew: "The list has just changed. Reload the page and do it again.",
    },
    audit: {
      actions: { "mail.discarded": "threw waiting letters away", "mail.resent": "sent letters again" },
      fields: { mails: "Letters" },
    },
  },
});
