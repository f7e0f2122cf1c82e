/** The people who sign in to the sample department: one at least for each role, with what each comes to do. */
import type { Role } from "~/accounts/permissions";
import type { Prisma } from "~/platform/prisma/client";
import { idAt, type Random } from "./random.ts";

export interface Account {
  key: string;
  name: string;
  role: Role;
  /** The place for which the role holds. */
  place: string;
  /** What the sign-in page says of them. */
  says: { vi: string; en: string };
}

export const accounts = [
  {
    key: "officer",
    name: "Nguyễn Thị Thanh Hương",
    role: "department_officer",
    place: "province",
    says: {
      vi: "Chuyên viên Ban Tuyên giáo và Dân vận: giữ danh sách của cả tỉnh",
      en: "Officer of the provincial department: keeps the roster of the whole province",
    },
  },
  {
    key: "leader",
    name: "Lê Minh Tuấn",
    role: "department_leader",
    place: "province",
    says: {
      vi: "Phó Trưởng Ban: xem toàn bộ, duyệt, không sửa",
      en: "Deputy head of the department: sees everything, approves, changes nothing",
    },
  },
  {
    key: "ward-officer",
    name: "Trần Thu Hà",
    role: "commune_officer",
    place: "Cửa Lam",
    says: {
      vi: "Ban Xây dựng Đảng phường Cửa Lam: chỉ thấy người của phường mình",
      en: "Party-building board of Cửa Lam ward: sees the people of the own ward only",
    },
  },
  {
    key: "highland-officer",
    name: "Giàng A Páo",
    role: "commune_officer",
    place: "Pá Lau",
    says: {
      vi: "Ban Xây dựng Đảng xã Pá Lau: một xã vùng cao",
      en: "Party-building board of Pá Lau, a commune in the highlands",
    },
  },
  {
    key: "ward-leader",
    name: "Phạm Văn Thịnh",
    role: "commune_leader",
    place: "Cửa Lam",
    says: {
      vi: "Phó Bí thư Thường trực Đảng ủy phường Cửa Lam: xác nhận",
      en: "Standing deputy secretary of Cửa Lam ward: confirms",
    },
  },
  {
    key: "speaker",
    name: "Đặng Thị Hồng Ánh",
    role: "speaker",
    place: "Cửa Lam",
    says: {
      vi: "Trưởng Ban Xây dựng Đảng phường Cửa Lam, báo cáo viên: chỉ thấy hồ sơ của mình",
      en: "Head of the Party-building board of Cửa Lam ward, a speaker: sees the own record only",
    },
  },
  {
    key: "trainer",
    name: "Đỗ Ngọc Quỳnh",
    role: "training_officer",
    place: "province",
    says: {
      vi: "Trường Chính trị tỉnh: lo việc bồi dưỡng",
      en: "Provincial political school: looks after training",
    },
  },
  {
    key: "auditor",
    name: "Vũ Đình Khánh",
    role: "auditor",
    place: "province",
    says: {
      vi: "Kiểm tra, bảo vệ dữ liệu: xem nhật ký thay đổi",
      en: "Auditor: reads the trail of every change",
    },
  },
  {
    key: "administrator",
    name: "Hoàng Quốc Bảo",
    role: "system_administrator",
    place: "province",
    says: {
      vi: "Quản trị hệ thống: tài khoản, vai trò, thiết lập",
      en: "System administrator: accounts, roles, settings",
    },
  },
] as const satisfies Account[];

export type AccountKey = (typeof accounts)[number]["key"];

export interface AccountRows {
  users: Prisma.UserCreateManyInput[];
  grants: Prisma.GrantCreateManyInput[];
  idOf: (key: AccountKey) => string;
  nameOf: (key: AccountKey) => string;
}

export function makeAccounts(
  random: Random,
  madeAt: Date,
  unitIdOf: (key: string) => string,
  ownRecordId: string,
): AccountRows {
  const ids = new Map<AccountKey, string>(accounts.map(({ key }) => [key, idAt(random, madeAt)]));
  const idOf = (key: AccountKey) => ids.get(key) as string;
  const nameOf = (key: AccountKey) => accounts.find((account) => account.key === key)?.name ?? "";
  const users = accounts.map(({ key }) => ({
    id: idOf(key),
    name: nameOf(key),
    email: `${key}@demo.invalid`,
    username: `demo.${key}`,
    createdAt: madeAt,
    speakerId: key === "speaker" ? ownRecordId : null,
  }));
  const grants = accounts.map(({ key, role, place }) => ({
    userId: idOf(key),
    role,
    unitId: unitIdOf(place),
    grantedBy: idOf("administrator"),
    createdAt: madeAt,
  }));
  return { users, grants, idOf, nameOf };
}
