/** Names as they are really spread: the Kinh majority by measured shares, and those of other peoples in their own order. */
import { chance, pick, type Random, weighted } from "./random.ts";

export type Gender = "female" | "male";
export type People = "kinh" | "tay" | "hmong" | "ede" | "khmer";

export interface Name {
  fullName: string;
  gender: Gender;
}

/** Percent of all people, after the counts of Lê Trung Hoa (2005): one in four surnames is not what an even mix would give. */
const families = weighted([
  ["Nguyễn", 38.4],
  ["Trần", 11],
  ["Lê", 9.5],
  ["Phạm", 7.1],
  ["Hoàng", 3.6],
  ["Huỳnh", 1.5],
  ["Phan", 4.5],
  ["Vũ", 2.4],
  ["Võ", 1.5],
  ["Đặng", 2.1],
  ["Bùi", 2],
  ["Trương", 2.2],
  ["Đỗ", 1.4],
  ["Hồ", 1.3],
  ["Ngô", 1.3],
  ["Dương", 1],
  ["Đinh", 1],
  ["Lương", 0.8],
  ["Mai", 0.7],
  ["Trịnh", 0.7],
  ["Đoàn", 0.7],
  ["Đào", 0.6],
  ["Lý", 0.5],
  ["Cao", 0.5],
  ["Hà", 0.5],
  ["Tạ", 0.4],
  ["Phùng", 0.4],
  ["Lâm", 0.4],
  ["Tô", 0.3],
  ["Chu", 0.3],
  ["Thái", 0.3],
  ["Quách", 0.2],
  ["Kiều", 0.2],
  ["Vương", 0.2],
  ["Lưu", 0.2],
  ["Tống", 0.1],
  ["Âu", 0.05],
  ["Ông", 0.02],
] as const);

const middles = {
  male: weighted([
    ["Văn", 30],
    ["Đức", 7],
    ["Quang", 6],
    ["Minh", 6],
    ["Xuân", 5],
    ["Ngọc", 5],
    ["Hữu", 5],
    ["Thanh", 5],
    ["Quốc", 4],
    ["Đình", 4],
    ["Mạnh", 3],
    ["Trọng", 3],
    ["Công", 3],
    ["Tiến", 3],
    ["Duy", 3],
    ["Anh", 2],
    ["Bá", 2],
    ["Thế", 2],
    ["Việt", 2],
    ["Hoàng", 2],
    ["", 3],
  ] as const),
  female: weighted([
    ["Thị", 42],
    ["Thị Thanh", 6],
    ["Thị Thu", 6],
    ["Thị Ngọc", 5],
    ["Thị Kim", 5],
    ["Thị Minh", 4],
    ["Thị Hồng", 4],
    ["Thị Bích", 3],
    ["Thị Mai", 3],
    ["Thị Phương", 3],
    ["Ngọc", 3],
    ["Thu", 3],
    ["Thanh", 3],
    ["Minh", 2],
    ["Kim", 2],
    ["Hồng", 2],
    ["Mỹ", 2],
    ["Phương", 2],
  ] as const),
};

const givens = {
  male: (
    "Hùng Dũng Tuấn Minh Hải Sơn Thắng Cường Long Nam Bình Hưng Trung Tùng Quang Đức Thành Hòa Tâm Vinh Phúc Hiếu " +
    "Khánh Lâm Đạt Toàn Quân Phong Kiên Trường Việt Anh Chiến Thái Tiến Tài Lợi Phương Hoàng Giang Huy Khoa " +
    "Nghĩa Nhân Thịnh Thuận Tú Ân Ước Ơn Lộc Quý Tường Vượng Cảnh Đông Đồng Điệp Hào Hậu Khiêm Luân Mạnh"
  ).split(" "),
  female: (
    "Hương Hoa Lan Hạnh Thủy Hằng Nga Hà Thảo Trang Linh Mai Phương Anh Huyền Ngọc Yến Dung Oanh Loan Hồng Nhung " +
    "Thu Xuân Tuyết Vân Ánh Hiền Hòa Liên Lý Ngân Nguyệt Quyên Quỳnh Tâm Thanh Thoa Thơm Tươi Bích Chi Diệp Đào " +
    "Ba Cúc Duyên Giang Hường Khanh Luyến Mận Na Phượng Sen Tình Uyên Vinh Xoan Ái"
  ).split(" "),
};

/** Common given names are far more common than rare ones: the share falls with the place in the list. */
const commonGivens = {
  male: weighted(givens.male.map((name, place) => [name, 1 / (place + 8)] as const)),
  female: weighted(givens.female.map((name, place) => [name, 1 / (place + 8)] as const)),
};

export function makeName(random: Random, people: People = "kinh", asked?: Gender): Name {
  const gender = asked ?? (chance(random, 0.42) ? "female" : "male");
  return { fullName: makers[people](random, gender), gender };
}

const makers: Record<People, (random: Random, gender: Gender) => string> = {
  kinh: (random, gender) => {
    const middle = middles[gender](random);
    const given = commonGivens[gender](random);
    return [families(random), middle.endsWith(given) ? middle.slice(0, -given.length) : middle, given]
      .filter(Boolean)
      .join(" ")
      .replace(/ +/g, " ");
  },
  tay: (random, gender) =>
    [
      pick(random, ["Nông", "Hoàng", "Triệu", "Bế", "Lộc", "Ma", "Vi", "Lò", "Cầm", "Quàng"]),
      gender === "female" ? "Thị" : pick(random, ["Văn", "Văn", "Đức", "Minh"]),
      commonGivens[gender](random),
    ].join(" "),
  hmong: (random, gender) =>
    [
      pick(random, ["Giàng", "Vàng", "Thào", "Sùng", "Lầu", "Hạng", "Mùa", "Cứ"]),
      gender === "female" ? "Thị" : pick(random, ["A", "A", "Seo"]),
      gender === "female"
        ? pick(random, ["Mỷ", "Dợ", "Pàng", "Chía", "Súa", "Mai"])
        : pick(random, ["Câu", "Páo", "Dình", "Chớ", "Súa", "Tủa", "Lử", "Vư"]),
    ].join(" "),
  // Given name first, clan last; some men go by the given name alone.
  ede: (random, gender) =>
    gender === "female"
      ? `${pick(random, ["H'Hen", "H'Nga", "H'Lim", "H'Bia", "H'Yar", "H'Mrưi"])} ${pick(random, ["Niê", "Êban", "Mlô", "Kbuôr"])}`
      : `Y ${pick(random, ["Bhin", "Thôn", "Ksor", "Wik", "Đhăm", "Rin"])}${pick(random, [" Niê", " Êban", " Mlô", ""])}`,
  khmer: (random, gender) =>
    `${pick(random, ["Thạch", "Sơn", "Kim", "Danh", "Châu"])} ${
      gender === "female"
        ? pick(random, ["Thị Sa Vy", "Thị Sô Phia", "Sa Ri", "Thị Na Rinh"])
        : pick(random, ["Sa Rương", "Sô Phal", "Mu Ni", "Ra Vuth", "Chanh Đa"])
    }`,
};

/** Of the mobile networks, after the renumbering of 2018. */
const mobilePrefixes =
  "32 33 34 35 36 37 38 39 56 58 70 76 77 78 79 81 82 83 84 85 86 88 89 90 91 93 94 96 97 98".split(" ");

/** E.164. The middle is always 000, so that nobody's own telephone rings. */
export function makePhone(random: Random): string {
  const end = String(Math.floor(random() * 10_000)).padStart(4, "0");
  return `+84${pick(random, mobilePrefixes)}000${end}`;
}
