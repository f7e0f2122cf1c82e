/** The words around giving a speaker the way in to the own record. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: (name: string) => `Tài khoản của ${name}`,
    explain:
      "Người này sẽ xem được hồ sơ của chính mình, đề nghị sửa chỗ sai và tải về. Không thấy ai khác. In phiếu và trao tận tay.",
    give: "Tạo tài khoản và in phiếu",
    phoneHelp: "Dùng để đăng nhập. Lấy từ hồ sơ; sửa nếu người này dùng số khác.",
    usernameHelp: "Chỉ cần khi không có số điện thoại. Ví dụ lan.nt",
    login: "Đăng nhập bằng",
    state: "Trạng thái",
    lastSignIn: "Đăng nhập gần nhất",
    never: "Chưa đăng nhập",
    again: "In phiếu mới",
    againHelp: "Khi phiếu bị mất, hết hạn, hoặc người này quên mật khẩu. Phiếu cũ chưa dùng sẽ hết hiệu lực.",
    open: (day: string) => `Đang có phiếu chưa dùng, hết hạn ${day}.`,
    disabled: "Tài khoản đang bị khóa. Người quản trị mở lại được.",
    link: "Cấp tài khoản",
    manage: "Phiếu đăng nhập",
  },
  en: {
    title: (name: string) => `Account of ${name}`,
    explain:
      "This person will see the own record, propose corrections and download it. Nobody else is seen. Print the slip and hand it over.",
    give: "Make the account and print the slip",
    phoneHelp: "For signing in. Taken from the record; change it if the person uses another.",
    usernameHelp: "Needed only without a phone number. For example lan.nt",
    login: "Signs in with",
    state: "State",
    lastSignIn: "Last sign-in",
    never: "Never signed in",
    again: "Print a new slip",
    againHelp:
      "When the slip was lost or has expired, or the password is forgotten. An unused slip holds no more.",
    open: (day: string) => `There is an unused slip, valid until ${day}.`,
    disabled: "The account is disabled. An administrator can enable it.",
    link: "Give an account",
    manage: "Sign-in slip",
  },
});
