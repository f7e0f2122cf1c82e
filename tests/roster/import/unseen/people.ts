/** The people of unseen rosters: what a careful clerk would know of each, before anybody writes it down. */
import type { Random } from "./random";

export interface Born {
  year: number;
  month?: number;
  day?: number;
}

export interface Truth {
  fullName: string;
  gender: "F" | "M";
  birth: Born;
  position: string;
  education: string;
  politicalTheory: string;
  /** Nine digits behind the zero. */
  phone: string;
  kind: "BCV" | "TTV";
  unit: string;
  topic: string;
  language: string;
}

const families =
  "Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Âu Bạch Bành Biện Cấn Châu Chế Chu Chử Cung Cù Diệp Doãn Đàm Đào Đậu Điền Đinh Đoàn Đới Đường Giáp Hà Hạ Hàn Hứa Kha Khổng Khuất Khúc Kiều Kim La Lã Lại Lâm Lều Liễu Lò Lỗ Lư Lữ Lương Lưu Mạc Mai Mẫn Mẫu Nghiêm Ngụy Nhâm Nhữ Ninh Nông Ong Ông Phí Phó Phùng Phương Quách Quản Sầm Sử Tạ Tăng Thạch Thái Thân Thẩm Tiêu Tiết Tô Tống Trà Trang Triệu Trịnh Trương Từ Ứng Văn Vi Viên Vương Xa Yên".split(
    " ",
  );
const womensMiddle =
  "Thị Thị Thị Thị Bích Ngọc Thu Kim Mỹ Hồng Thanh Thùy Thuý Diệu Khánh Ái Ánh Thị Ngọc|Thị Hồng|Thị Út|Thị Mỹ|Lệ Tuyết Quỳnh".split(
    / |\|/,
  );
const womensGiven =
  "Ái Anh Ánh Bích Bưởi Bé Chi Cúc Dung Duyên Diễm Đào Hà Hạnh Hằng Hoa Hòa Hoà Huế Huệ Hương Hường Khuyên Kiều Lan Liên Liễu Loan Lợi Lụa Lý Mai Mận Mùi Nga Ngân Nghĩa Nguyệt Nhàn Nhi Nhung Oanh Ơn Phấn Phượng Quế Quyên Quỳnh Sen Sương Tâm Thắm Thảo Thoa Thơ Thơm Thu Thúy Thuý Thủy Thuỷ Thương Trâm Trinh Tú Tuyết Út Uyên Vân Vui Xuân Xuyến Ý Yên Yến Ðào"
    .replace(" Ðào", "")
    .split(" ");
const mensMiddle =
  "Văn Văn Văn Hữu Đức Công Đình Bá Thế Quang Quốc Xuân Ngọc Minh Thanh Thành Trọng Tiến Duy Việt Viết Khắc Sỹ Sĩ Hoàng Huy Nhật Anh Trường Phú Đăng Mạnh Chí Nho Như Doãn".split(
    " ",
  );
const mensGiven =
  "An Ân Anh Bảo Bằng Bình Cảnh Cần Cường Chiến Chinh Chính Chung Chương Công Của Dần Dũng Dự Dương Đại Đạt Đậu Định Đô Đông Đồng Đức Giang Giáp Hải Hạnh Hào Hảo Hậu Hiển Hiếu Hiệp Hoà Hòa Hoàn Hoàng Hợi Hợp Huấn Hùng Huy Hưng Khải Khánh Khoa Khôi Kiên Kiệt Kỳ Lâm Lập Linh Long Lộc Lợi Luân Luật Lực Lượng Mạnh Mão Minh Nam Nghị Nghĩa Nguyên Nhân Nhật Núi Phát Phong Phú Phúc Phương Quân Quý Quyết Quyền Sáng Sinh Sơn Sử Tài Tâm Tân Tấn Thạch Thái Thắng Thành Thập Thiện Thịnh Thông Thống Thuận Thuỷ Thực Tiến Tình Toàn Toản Trí Triều Trọng Trung Trường Trực Tú Tuấn Tuyên Tùng Tư Ước Vĩnh Vinh Vượng Vỹ Xuyên Ý".split(
    " ",
  );
/** Names of other peoples, in their own order and letters. */
const others: [string, "F" | "M"][] = [
  ...(["H'Hen Niê", "H'Bia Êban", "Ka Tơm", "Ka Sim", "Sô Thị Hơ", "Vàng Thị Mỷ", "Rơ Châm H'Yéo"] as const),
  ...([
    "Nay H'Ban",
    "Chamaléa Thị Thủy",
    "Katơr Thị Vân",
    "Pi Năng Thị Hà",
    "Ksor H'Bơ",
    "Hồ Thị Kăn Lía",
  ] as const),
  ...([
    "Đinh Y Nhung",
    "Cil Múp Ha Lin",
    "Bon Niêng K'Glơh",
    "Phàn Tả Mẩy",
    "Zơrâm Nhung",
    "Lò Thị Ún",
  ] as const),
].map((name): [string, "F" | "M"] => [name, "F"]);
const otherMen: [string, "F" | "M"][] = [
  ...([
    "Y Moan",
    "Y Thông Khứu",
    "K'Điệp",
    "K'Brêm",
    "Giàng A Câu",
    "Thào Mí Lử",
    "Mùa A Vảng",
    "Ly Seo Páo",
  ] as const),
  ...([
    "Chẻo Láo Tả",
    "Tẩn A Sơn",
    "Hảng A Chu",
    "Lò Văn Ngoãn",
    "Thạch Sô Phia",
    "Kim Sâm Nang",
    "Siu Bleh",
  ] as const),
  ...([
    "Rah Lan Win",
    "A Lăng Mai",
    "Bríu Liếc",
    "Đàng Năng Thọ",
    "Y Bhin",
    "Đinh Núp",
    "Sùng A Páo",
  ] as const),
].map((name): [string, "F" | "M"] => [name, "M"]);
const positions = [
  ...[
    "Bí thư Đảng ủy",
    "Phó Bí thư Thường trực Đảng ủy",
    "Chủ tịch HĐND",
    "Phó Chủ tịch UBND",
    "Chủ tịch UBMTTQ",
  ],
  ...[
    "Trưởng Ban Xây dựng Đảng",
    "Chủ tịch Hội Cựu chiến binh",
    "Bí thư Đoàn TNCS Hồ Chí Minh",
    "Trưởng thôn",
  ],
  ...[
    "Công chức Văn hóa - Xã hội",
    "Hiệu trưởng Trường THPT Chu Văn An",
    "Bí thư Chi bộ 5",
    "Già làng, Trưởng bản",
  ],
  ...[
    "Giám đốc Trung tâm Chính trị",
    "Chuyên viên Văn phòng Đảng ủy",
    "UVBTV, Chủ nhiệm UBKT Đảng ủy",
    "Chỉ huy trưởng BCHQS",
  ],
  ...[
    "Chủ tịch Hội LHPN",
    "Phó Giám đốc Sở Nội vụ",
    "Trưởng Công an phường",
    "Cán bộ hưu trí",
    "Tổ trưởng TDP số 7",
  ],
];
const educations = [
  ...[
    "ĐH Luật",
    "Đại học Luật",
    "Cử nhân QTKD",
    "12/12",
    "Thạc sĩ Quản lý công",
    "ThS. Luật học",
    "Kỹ sư Nông nghiệp",
  ],
  ...[
    "TC Hành chính",
    "CĐ Sư phạm",
    "Tiến sĩ Triết học",
    "ĐH Sư phạm Ngữ văn",
    "Bác sĩ CKI",
    "Trung cấp",
    "9/12",
    "Cao đẳng",
  ],
  ...["Đại học Kinh tế quốc dân; Cử nhân Anh văn", "ThS", "Đại học", "CN Báo chí", "Cử nhân Lịch sử Đảng"],
];
export const topics = [
  ...[
    "Nghị quyết, chỉ thị của Đảng",
    "Chuyển đổi số",
    "Biển đảo, biên giới",
    "Kinh tế - xã hội",
    "Tôn giáo, dân tộc",
  ],
  ...["Học tập và làm theo Bác", "Bảo vệ nền tảng tư tưởng", "Văn hóa, giáo dục", "Đối ngoại"],
];
const languages = [
  "",
  "",
  "",
  "Tiếng Anh B1",
  "Tiếng Mông",
  "Tiếng Tày",
  "Tiếng Khmer",
  "Anh B, Trung",
  "Tiếng Ê-đê",
];
export const theories = [
  "Chưa qua đào tạo",
  "Sơ cấp",
  "Trung cấp",
  "Trung cấp",
  "Cao cấp",
  "Cao cấp",
  "Cử nhân",
];
const mobiles =
  "32 33 34 35 36 37 38 39 56 58 59 70 76 77 78 79 81 82 83 84 85 86 88 89 90 91 92 93 94 96 97 98".split(
    " ",
  );

export function people(random: Random, count: number, units: readonly string[]): Truth[] {
  return Array.from({ length: count }, (_, at) => {
    const [fullName, gender] = nameOf(random);
    return {
      fullName,
      gender,
      birth: bornOf(random),
      position: random.pick(positions),
      education: random.pick(educations),
      politicalTheory: random.pick(theories),
      phone: `${random.pick(mobiles)}${String(1_000_000 + ((at * 104_729 + random.number(9_000_000)) % 8_999_999))}`,
      kind: random.chance(0.5) ? "BCV" : "TTV",
      unit: units[Math.floor((at * units.length) / count)] ?? "",
      topic: random.pick(topics),
      language: random.pick(languages),
    };
  });
}

function nameOf(random: Random): [string, "F" | "M"] {
  if (random.chance(0.12)) return random.pick([...others, ...otherMen]);
  const family = random.pick(families);
  return random.chance(0.45)
    ? [`${family} ${random.pick(womensMiddle)} ${random.pick(womensGiven)}`, "F"]
    : [`${family} ${random.pick(mensMiddle)} ${random.pick(mensGiven)}`, "M"];
}

function bornOf(random: Random): Born {
  const year = 1948 + random.number(55);
  if (random.chance(0.35)) return { year };
  const month = 1 + random.number(12);
  return random.chance(0.1) ? { year, month } : { year, month, day: 1 + random.number(28) };
}

const two = (part: number) => String(part).padStart(2, "0");

export function isoOf({ year, month, day }: Born): string {
  return [String(year), month && two(month), day && two(day)].filter(Boolean).join("-");
}
