/** Every word that people read about accounts, in Vietnamese and English. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    // Signing in
    signIn: "Đăng nhập",
    login: "Tên đăng nhập hoặc số điện thoại",
    password: "Mật khẩu",
    showPassword: "Hiện mật khẩu",
    signInHelp: "Quên mật khẩu hoặc chưa có tài khoản? Hãy liên hệ người quản trị của cơ quan để nhận mã.",
    haveCode: "Tôi có mã kích hoạt",
    wrongLogin: "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    accountDisabled: "Tài khoản này đã bị khóa. Hãy liên hệ người quản trị của cơ quan.",
    tooManyTries: (wait: string, _inEnglish: string) => `Thử quá nhiều lần. Hãy đợi ${wait} rồi thử lại.`,
    seconds: (count: number) => `${count} giây`,
    minutes: (count: number) => `${count} phút`,
    signInAgain: "Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác rồi gửi lại.",
    notAllowed: "Vai trò của bạn không được làm việc này.",
    signOut: "Đăng xuất",
    signedOut: "Bạn đã đăng xuất.",
    // The second step
    secondStep: "Xác nhận bước hai",
    secondStepHelp:
      "Mở ứng dụng xác thực trên điện thoại và nhập 6 chữ số. Không có điện thoại? Nhập một mã khôi phục đã in.",
    code: "Mã xác nhận",
    codeShape: "Mã gồm 6 chữ số trên điện thoại, hoặc một mã khôi phục như a1B2c-D3e4F.",
    wrongCode: "Mã chưa đúng. Hãy đợi mã mới trên điện thoại rồi nhập lại.",
    usedCode: "Mã này đã dùng rồi. Hãy đợi mã tiếp theo trên điện thoại (tối đa 30 giây).",
    secondStepOver: "Bước xác nhận đã hết hạn. Hãy đăng nhập lại từ đầu.",
    secondFactorLocked: "Nhập sai mã quá nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.",
    confirm: "Xác nhận",
    backToSignIn: "Về trang đăng nhập",
    // Passwords
    passwordTooShort: "Mật khẩu cần ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.",
    passwordTooLong: "Mật khẩu dài nhất 128 ký tự.",
  },
  en: {
    signIn: "Sign in",
    login: "User name or phone number",
    password: "Password",
    showPassword: "Show password",
    signInHelp: "Forgot the password, or no account yet? Ask your administrator for a code.",
    haveCode: "I have an activation code",
    wrongLogin: "The user name or the password is not right.",
    accountDisabled: "This account is disabled. Please ask your administrator.",
    tooManyTries: (_inVietnamese: string, wait: string) =>
      `Too many tries. Please wait ${wait} and try again.`,
    seconds: (count: number) => `${count} seconds`,
    minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
    signInAgain: "Your session has ended. Sign in again in another tab, then send this once more.",
    notAllowed: "Your role does not allow this.",
    signOut: "Sign out",
    signedOut: "You are signed out.",
    secondStep: "Second step",
    secondStepHelp:
      "Open the authenticator on your phone and type the 6 digits. No phone? Type one of your printed recovery codes.",
    code: "Code",
    codeShape: "A code is 6 digits from the phone, or a recovery code such as a1B2c-D3e4F.",
    wrongCode: "The code is not right. Wait for the next one on the phone and type it.",
    usedCode: "This code was used already. Wait for the next one on the phone (at most 30 seconds).",
    secondStepOver: "This step took too long. Please sign in again from the start.",
    secondFactorLocked: "Too many wrong codes. Please wait 15 minutes and sign in again.",
    confirm: "Confirm",
    backToSignIn: "Back to sign-in",
    passwordTooShort: "At least 10 characters. A short sentence you remember is best.",
    passwordTooLong: "At most 128 characters.",
  },
});

export const roleWords = defineWords({
  vi: {
    system_administrator: "Quản trị hệ thống",
    department_officer: "Chuyên viên Ban",
    department_leader: "Lãnh đạo Ban",
    commune_officer: "Cán bộ xã, phường",
    commune_leader: "Lãnh đạo xã, phường",
    training_officer: "Cán bộ đào tạo",
    speaker: "Báo cáo viên",
    auditor: "Kiểm soát viên",
  },
  en: {
    system_administrator: "System administrator",
    department_officer: "Department officer",
    department_leader: "Department leader",
    commune_officer: "Commune officer",
    commune_leader: "Commune leader",
    training_officer: "Training officer",
    speaker: "Speaker",
    auditor: "Auditor",
  },
});
