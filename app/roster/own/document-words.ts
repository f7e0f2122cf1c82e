/** The words of the document that holds everything about a person. */
import { defineWords } from "~/platform/words";

export const documentWords = defineWords({
  vi: {
    title: "Thông tin hệ thống đang lưu về tôi",
    made: (name: string, moment: string) => `${name}, tải về lúc ${moment}`,
    explain:
      "Tệp này gồm mọi thông tin về đồng chí trong hệ thống quản lý báo cáo viên, tuyên truyền viên. Thấy chỗ sai, báo ở trang Hồ sơ của tôi.",
    nothing: "Không có.",
    page: (page: number, pages: number) => `Trang ${page}/${pages}`,
    sources: "Nguồn và rà soát",
    fromFile: (file: string, sheet: string, row: number) => `Từ tệp ${file}, trang ${sheet}, dòng ${row}`,
    account: "Tài khoản",
    login: "Đăng nhập bằng",
    madeAt: "Cấp lúc",
    lastSignIn: "Đăng nhập gần nhất",
    role: "Vai trò",
    sessions: "Nơi đang đăng nhập",
    session: (from: string, to: string) => `Từ ${from}, gần nhất ${to}`,
    history: "Lịch sử hồ sơ và tài khoản",
    byOneself: "tôi",
    byDepartment: "cơ quan",
    photo: "Có, xem trong tệp dữ liệu JSON",
    fileName: (name: string) => `Hồ sơ của tôi - ${name}`,
  },
  en: {
    title: "What the system holds about me",
    made: (name: string, moment: string) => `${name}, downloaded ${moment}`,
    explain:
      "This file holds everything about you in the system of the speakers' network. If something is wrong, say so on the page My record.",
    nothing: "None.",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    sources: "Sources and reviews",
    fromFile: (file: string, sheet: string, row: number) => `From file ${file}, sheet ${sheet}, row ${row}`,
    account: "Account",
    login: "Signs in with",
    madeAt: "Made",
    lastSignIn: "Last sign-in",
    role: "Role",
    sessions: "Signed in at",
    session: (from: string, to: string) => `Since ${from}, last ${to}`,
    history: "History of record and account",
    byOneself: "myself",
    byDepartment: "the department",
    photo: "Held; see the JSON data file",
    fileName: (name: string) => `My record - ${name}`,
  },
});
