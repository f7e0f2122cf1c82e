/** What speakers do for a living: the posts in each kind of unit, with the age, schooling and role that go with them. */
import type { Role } from "~/roster/appointment";
import type { PoliticalTheoryLevel } from "~/roster/speaker";
import type { Gender } from "./names.ts";

export interface Post {
  position: string;
  /** `{place}` stands for "phường Cửa Lam", `{name}` for "Cửa Lam", `{unit}` for the unit's own name. */
  workplace: string;
  role: Role;
  /** Ages between which people usually hold it. */
  ages: [youngest: number, oldest: number];
  theory: PoliticalTheoryLevel[];
  gender?: Gender;
}

const leaders: PoliticalTheoryLevel[] = ["advanced", "advanced", "bachelor"];
const officers: PoliticalTheoryLevel[] = ["intermediate", "intermediate", "advanced"];
const grassroots: PoliticalTheoryLevel[] = ["elementary", "elementary", "intermediate", "none"];

export const communePosts: Post[] = [
  post("Phó Bí thư Thường trực Đảng ủy", "Đảng ủy {place}", "rapporteur", [42, 58], leaders),
  post("Trưởng Ban Xây dựng Đảng", "Đảng ủy {place}", "rapporteur", [38, 55], leaders),
  post("Phó Chủ tịch Ủy ban nhân dân", "Ủy ban nhân dân {place}", "rapporteur", [36, 54], leaders),
  post("Chủ tịch Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ Việt Nam {place}", "rapporteur", [40, 58], officers),
  post("Phó Trưởng Ban Xây dựng Đảng", "Đảng ủy {place}", "communicator", [33, 50], officers),
  post("Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "Đảng ủy {place}", "communicator", [38, 55], officers),
  post("Chủ tịch Hội Liên hiệp Phụ nữ", "Hội LHPN {place}", "communicator", [32, 52], officers, "female"),
  post("Bí thư Đoàn TNCS Hồ Chí Minh", "Đoàn thanh niên {place}", "communicator", [26, 35], officers),
  post("Chủ tịch Hội Nông dân", "Hội Nông dân {place}", "communicator", [38, 57], officers),
  post(
    "Chủ tịch Hội Cựu chiến binh",
    "Hội Cựu chiến binh {place}",
    "communicator",
    [56, 68],
    grassroots,
    "male",
  ),
  post("Công chức Văn hóa - Xã hội", "Ủy ban nhân dân {place}", "communicator", [28, 50], officers),
  post("Hiệu trưởng", "Trường THCS {name}", "communicator", [40, 57], officers),
  post("Giáo viên Giáo dục công dân", "Trường THPT {name}", "communicator", [27, 50], grassroots),
  post("Trưởng trạm", "Trạm Y tế {place}", "communicator", [35, 56], grassroots),
  post("Chỉ huy trưởng Ban Chỉ huy Quân sự", "Ban CHQS {place}", "communicator", [33, 48], officers, "male"),
];

export const villagePosts: Post[] = [
  post("Bí thư Chi bộ", "{unit}", "communicator", [40, 68], grassroots),
  post("Trưởng ban Công tác Mặt trận", "{unit}", "communicator", [45, 68], grassroots),
  post("Chi hội trưởng Chi hội Phụ nữ", "{unit}", "communicator", [30, 55], grassroots, "female"),
];

export const provincePosts: Record<string, Post[]> = {
  department: [
    post("Phó Trưởng Ban Thường trực", "{unit}", "rapporteur", [46, 57], leaders),
    post("Phó Trưởng Ban", "{unit}", "rapporteur", [42, 57], leaders),
    post("Trưởng phòng Tuyên truyền", "{unit}", "rapporteur", [38, 55], leaders),
    post("Phó Trưởng phòng Lý luận chính trị - Lịch sử Đảng", "{unit}", "rapporteur", [36, 52], leaders),
    post("Trưởng phòng Khoa giáo", "{unit}", "rapporteur", [38, 55], leaders),
    post("Chuyên viên chính", "{unit}", "rapporteur", [34, 55], officers),
  ],
  school: [
    post("Phó Hiệu trưởng", "{unit}", "rapporteur", [42, 58], leaders),
    post("Trưởng khoa Xây dựng Đảng", "{unit}", "rapporteur", [38, 57], leaders),
    post("Giảng viên chính", "{unit}", "rapporteur", [34, 57], leaders),
  ],
  newspaper: [
    post("Phó Tổng Biên tập", "{unit}", "rapporteur", [40, 57], leaders),
    post("Trưởng phòng Thời sự", "{unit}", "rapporteur", [35, 54], officers),
  ],
  "party-bodies": [
    post("Phó Bí thư Đảng ủy", "{unit}", "rapporteur", [42, 57], leaders),
    post("Trưởng Ban Tuyên giáo và Dân vận Đảng ủy", "{unit}", "rapporteur", [38, 55], leaders),
    post("Phó Chánh Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy Lam Giang", "rapporteur", [40, 55], leaders),
    post("Bí thư Chi bộ", "Ủy ban Kiểm tra Tỉnh ủy", "communicator", [36, 55], officers),
  ],
  government: [
    post("Phó Giám đốc Sở", "Sở Văn hóa, Thể thao và Du lịch", "rapporteur", [42, 57], leaders),
    post("Phó Giám đốc Sở", "Sở Giáo dục và Đào tạo", "rapporteur", [42, 57], leaders),
    post("Trưởng Ban Tuyên giáo và Dân vận Đảng ủy", "{unit}", "rapporteur", [38, 55], leaders),
    post("Bí thư Chi bộ", "Trung tâm Kiểm soát bệnh tật tỉnh", "communicator", [38, 56], officers),
    post("Trưởng phòng Phổ biến, giáo dục pháp luật", "Sở Tư pháp", "rapporteur", [36, 54], officers),
  ],
  army: [
    post("Phó Chính ủy", "Bộ Chỉ huy Quân sự tỉnh", "rapporteur", [42, 55], leaders, "male"),
    post("Chủ nhiệm Chính trị", "Bộ Chỉ huy Quân sự tỉnh", "rapporteur", [40, 54], leaders, "male"),
    post("Trợ lý Tuyên huấn", "Bộ Chỉ huy Quân sự tỉnh", "communicator", [28, 42], officers, "male"),
  ],
  police: [
    post("Trưởng phòng Công tác chính trị", "Công an tỉnh Lam Giang", "rapporteur", [40, 55], leaders),
    post("Phó Trưởng phòng Xây dựng phong trào", "Công an tỉnh Lam Giang", "rapporteur", [36, 52], leaders),
    post("Cán bộ tuyên truyền", "Công an tỉnh Lam Giang", "communicator", [26, 42], officers),
  ],
};

/** Each organisation of the Front sends its deputy head and the head of its propaganda board. */
export const organisationPosts: Post[] = [
  post("Phó Chủ tịch", "{unit}", "rapporteur", [40, 57], leaders),
  post("Trưởng ban Tuyên giáo", "{unit}", "rapporteur", [34, 54], officers),
];

/** Teachers, doctors and soldiers learnt their trade; the others what goes with their study of theory. */
export function schoolingFor({ workplace }: Post, theory: PoliticalTheoryLevel): string[] {
  const trade = Object.entries(trades).find(([place]) => workplace.startsWith(place));
  return trade ? trade[1] : schooling[theory];
}

const trades: Record<string, string[]> = {
  "Trường T": ["Đại học Sư phạm Ngữ văn", "Đại học Sư phạm Lịch sử", "Thạc sĩ Quản lý giáo dục"],
  "Trạm Y tế": ["Bác sĩ đa khoa", "Bác sĩ chuyên khoa I", "Y sĩ"],
  "Trung tâm Kiểm soát": ["Bác sĩ chuyên khoa II", "Thạc sĩ Y tế công cộng"],
  "Bộ Chỉ huy": ["Đại học Chính trị quân sự", "Sĩ quan Lục quân"],
  "Ban CHQS": ["Đại học Quân sự cơ sở", "Cao đẳng Quân sự cơ sở"],
  "Công an": ["Đại học An ninh nhân dân", "Đại học Cảnh sát nhân dân"],
};

const schooling: Record<PoliticalTheoryLevel, string[]> = {
  bachelor: ["Thạc sĩ Chính trị học", "Thạc sĩ Triết học", "Tiến sĩ Lịch sử Đảng"],
  advanced: [
    "Thạc sĩ Quản lý công",
    "Thạc sĩ Luật",
    "Đại học Sư phạm Lịch sử",
    "Đại học Luật",
    "Thạc sĩ Báo chí",
  ],
  intermediate: ["Đại học Hành chính", "Cử nhân Kinh tế", "Đại học Sư phạm Ngữ văn", "Đại học Nông nghiệp"],
  elementary: ["Trung cấp Hành chính", "Cao đẳng Sư phạm", "Trung cấp Y", "Đại học Nông lâm"],
  none: ["THPT", "Trung cấp Nông nghiệp"],
};

function post(
  position: string,
  workplace: string,
  role: Role,
  ages: [number, number],
  theory: PoliticalTheoryLevel[],
  gender?: Gender,
): Post {
  return { position, workplace, role, ages, theory, gender };
}
