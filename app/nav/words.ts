/** The words of the menu, of the actions that Ctrl+K offers, and of the first page. */
import { defineWords } from "~/platform/words";

export const navWords = defineWords({
  vi: {
    overview: "Tổng quan",
    roster: "Đội ngũ",
    units: "Đơn vị",
    administration: "Quản trị",
    accounts: "Tài khoản",
    permissions: "Ai được làm gì",
    audit: "Nhật ký thay đổi",
    page: "Trang",
    action: "Thao tác",
    addSpeaker: "Thêm người vào đội ngũ",
    importRoster: "Nhập đội ngũ từ Excel",
    addUnit: "Thêm đơn vị",
    importUnits: "Nhập danh mục đơn vị",
    addAccount: "Cấp tài khoản",
    signOut: "Đăng xuất",
  },
  en: {
    overview: "Overview",
    roster: "Speakers",
    units: "Units",
    administration: "Administration",
    accounts: "Accounts",
    permissions: "Who may do what",
    audit: "Changes",
    page: "Page",
    action: "Action",
    addSpeaker: "Add a speaker",
    importRoster: "Import speakers from Excel",
    addUnit: "Add a unit",
    importUnits: "Import the list of units",
    addAccount: "Give someone an account",
    signOut: "Sign out",
  },
});
