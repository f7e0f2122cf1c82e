/** Rosters as departments might make them, of known people: encodings, shapes and spellings that no sample has. */
import * as xlsx from "@e965/xlsx";
import { toTcvn3, toVni, toWindows1258 } from "./old-letters";

export interface Person {
  fullName: string;
  birth: string;
  gender: "F" | "M";
  unit: string;
  position: string;
  education: string;
  politicalTheory: string;
  phone: string;
  kind: "BCV" | "TTV";
}

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
const families =
  "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trịnh Nông Quách".split(" ");
const women = [
  "Thị Hường",
  "Thị Ánh",
  "Bích Thủy",
  "Thu Hoà",
  "Mỹ Duyên",
  "Thị Ngọc Hằng",
  "Kim Oanh",
  "Thị Út",
];
const men = [
  "Văn Dũng",
  "Quang Nghĩa",
  "Đức Vượng",
  "Hữu Đạt",
  "Minh Ân",
  "Trọng Hiếu",
  "Công Lực",
  "Thế Bình",
  "Bá Tú",
];
const positions = [
  "Bí thư Chi bộ",
  "Phó Chủ tịch Hội Nông dân",
  "Trưởng Trạm Y tế",
  "Chuyên viên",
  "Chủ tịch UBND",
];
const educations = ["Đại học Luật", "Thạc sĩ Quản lý giáo dục", "12/12", "Cử nhân Kinh tế"];
const theories = ["Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân"];
export const communes = ["Phường Ngọc Hà", "Xã Ô Diên", "Phường Dương Nội", "Xã Hòa Xá"];

export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, at) => {
    const isWoman = at % 5 < 2;
    return {
      fullName: `${pick(families, at * 7)} ${isWoman ? pick(women, at) : pick(men, at * 3)}`,
      birth:
        at % 4 === 0
          ? String(1958 + (at % 40))
          : `${1958 + (at % 40)}-${two(1 + (at % 12))}-${two(1 + ((at * 5) % 28))}`,
      gender: isWoman ? "F" : "M",
      unit: pick(communes, Math.floor(at / 6)),
      position: pick(positions, at * 3),
      education: pick(educations, at),
      politicalTheory: pick(theories, at * 3),
      phone: `+84${pick(["35", "79", "91", "58", "83"], at)}${String(1_000_000 + at * 7_919).slice(-7)}`,
      kind: at % 3 ? "TTV" : "BCV",
    };
  });
}

export interface Made {
  name: string;
  bytes: Buffer;
  people: Person[];
  /** Fields that this shape does not hold, or whose case it loses. */
  without?: (keyof Person)[];
  caseless?: boolean;
}

type Grid = (string | number | null)[][];
const two = (part: number) => String(part).padStart(2, "0");
const vietnamese = (birth: string) => birth.split("-").reverse().join("/");
const national = ({ phone }: Person) => `0${phone.slice(3)}`;
const theoryShort: Record<string, string> = {
  "Sơ cấp": "SC",
  "Trung cấp": "TC",
  "Cao cấp": "CC LLCT",
  "Cử nhân": "CN",
};
const roles = { BCV: "Báo cáo viên", TTV: "Tuyên truyền viên" };

export const flatHead = [
  "Số TT",
  "HỌ VÀ TÊN",
  "Ngày tháng năm sinh",
  "Giới tính",
  "Đơn vị",
  "Chức vụ",
  "Chuyên môn",
  "LLCT",
  "Số điện thoại",
  "BCV/TTV",
];

export function flat(all: Person[]): Grid {
  return [
    flatHead,
    ...all.map((one, at) => [
      at + 1,
      one.fullName,
      vietnamese(one.birth),
      one.gender === "F" ? "Nữ" : "Nam",
      one.unit,
      one.position,
      one.education,
      one.politicalTheory,
      national(one),
      one.kind,
    ]),
  ];
}

/** Another order, other words, abbreviations, spoiled phones and dates. */
export function spoiled(all: Person[]): Grid {
  return [
    ["DANH SÁCH ĐỘI NGŨ BCV, TTV"],
    [],
    [
      "TT",
      "SĐT liên hệ",
      "Họ tên",
      "Phái",
      "Năm sinh",
      "Trình độ LLCT",
      "Trình độ CM",
      "Chức danh",
      "Chức vụ hiện nay",
      "Tên đơn vị",
    ],
    ...all.map((one, at) => [
      `${at + 1}.`,
      pick(
        [
          Number(one.phone.slice(3)),
          `+84 ${one.phone.slice(3)}`,
          `'${national(one)}`,
          national(one).replace(/(\d{4})(\d{3})/, "$1.$2."),
        ],
        at,
      ),
      pick(
        [
          one.fullName.toUpperCase(),
          `Đ/c: ${one.fullName}`,
          one.fullName.toLowerCase(),
          ` ${one.fullName}\u00A0`,
          one.fullName.normalize("NFD"),
        ],
        at,
      ),
      one.gender === "F" ? "nữ" : "nam",
      one.birth.length === 4
        ? pick([`00/00/${one.birth}`, Number(one.birth), `sinh năm ${one.birth}`], at)
        : pick(
            [
              serialOf(one.birth),
              vietnamese(one.birth).replaceAll("/", "-"),
              vietnamese(one.birth).replace(/19(\d\d)$/, "$1"),
            ],
            at,
          ),
      theoryShort[one.politicalTheory] ?? null,
      one.education,
      roles[one.kind],
      one.position,
      one.unit.replace("Phường", pick(["P.", "ĐU P."], at)).replace("Xã", "X."),
    ]),
    [null, null, `Danh sách này có ${all.length} đồng chí`],
  ];
}

export function serialOf(birth: string): number {
  return Date.parse(`${birth}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** An annex: two lines of head, years in the column of the gender, units as sections, a signature. */
export function annex(all: Person[], write = (text: string) => text): { grid: Grid; merges: string[] } {
  const say = (text: string) => write(text);
  const grid: Grid = [
    [say("ĐẢNG BỘ TỈNH")],
    [say("DANH SÁCH BÁO CÁO VIÊN, TUYÊN TRUYỀN VIÊN")],
    [
      say("STT"),
      say("Họ và tên"),
      say("Năm sinh"),
      null,
      say("Chức vụ, đơn vị công tác"),
      say("Trình độ"),
      null,
      say("Chức danh"),
      say("Điện thoại"),
    ],
    [null, null, "Nam", say("Nữ"), null, say("Chuyên môn"), say("Lý luận chính trị"), null, null],
  ];
  const merges = ["A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:G3", "H3:H4", "I3:I4"];
  for (const [at, commune] of [...new Set(all.map(({ unit }) => unit))].entries()) {
    grid.push([pick(["I", "II", "III", "IV"], at), say(`ĐẢNG ỦY ${commune.toUpperCase()}`)]);
    for (const [number, one] of all.filter(({ unit }) => unit === commune).entries()) {
      const year = Number(one.birth.slice(0, 4));
      grid.push([
        number + 1,
        say(one.fullName),
        one.gender === "M" ? year : null,
        one.gender === "F" ? year : null,
        say(one.position),
        say(one.education),
        say(one.politicalTheory),
        say(roles[one.kind]),
        national(one),
      ]);
    }
  }
  grid.push(
    [null, say(`Tổng cộng: ${all.length} đồng chí`)],
    [],
    [null, null, null, null, null, null, say("T/M BAN THƯỜNG VỤ")],
    [null, null, null, null, null, null, say("Nguyễn Văn Mẫu")],
  );
  return { grid, merges };
}

export function book(
  sheets: [string, Grid, string[]?][],
  type: "xlsx" | "biff8" = "xlsx",
  is1904 = false,
): Buffer {
  const made = xlsx.utils.book_new();
  for (const [name, grid, merges = []] of sheets) {
    const sheet = xlsx.utils.aoa_to_sheet(grid);
    sheet["!merges"] = merges.map((range) => xlsx.utils.decode_range(range));
    xlsx.utils.book_append_sheet(made, sheet, name);
  }
  if (is1904) made.Workbook = { WBProps: { date1904: true } };
  return xlsx.write(made, { type: "buffer", bookType: type });
}

export function text(grid: Grid, separator: string, quotes = false): string {
  const cell = (value: string | number | null) => {
    const shown = String(value ?? "");
    return quotes || shown.includes(separator) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  return `${grid.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}

const yearOnly = (all: Person[]) => all.map((one) => ({ ...one, birth: one.birth.slice(0, 4) }));
const utf16be = (written: string) => Buffer.from(`\uFEFF${written}`, "utf16le").swap16();

export function everyKind(): Made[] {
  const all = people(60);
  const years = yearOnly([...all].sort((a, b) => communes.indexOf(a.unit) - communes.indexOf(b.unit)));
  const inSections = annex(years);
  const old = annex(years, toTcvn3);
  const vni = annex(years, toVni);
  const capitals = all.map((one) => ({ ...one, fullName: one.fullName.toUpperCase() }));
  const tcvn3Grid = flat(all).map((row) =>
    row.map((cell) => (typeof cell === "string" ? toTcvn3(cell) : cell)),
  );
  const vniGrid = flat(capitals).map((row) =>
    row.map((cell) => (typeof cell === "string" ? toVni(cell) : cell)),
  );
  const macs = flat(all).map((row, at) =>
    row.map((cell, column) =>
      at > 0 && column === 2 && all[at - 1]!.birth.length > 4 ? serialOf(all[at - 1]!.birth) - 1_462 : cell,
    ),
  );
  const byUnit = communes.map((unit): [string, Grid] => [
    unit,
    flat(all.filter((one) => one.unit === unit)).map((row) => row.filter((_, column) => column !== 4)),
  ]);
  return [
    { name: "xls", bytes: book([["DS", flat(all)]], "biff8"), people: all },
    { name: "xls, spoiled", bytes: book([["DS", spoiled(all)]], "biff8"), people: all },
    { name: "spoiled", bytes: book([["DS", spoiled(all)]]), people: all },
    { name: "annex", bytes: book([["DS", inSections.grid, inSections.merges]]), people: years },
    { name: "annex, TCVN3", bytes: book([["DS", old.grid, old.merges]]), people: years, caseless: true },
    { name: "annex, VNI, xls", bytes: book([["DS", vni.grid, vni.merges]], "biff8"), people: years },
    { name: "VNI with names in capitals", bytes: book([["DS", vniGrid]]), people: all },
    { name: "TCVN3 in CSV", bytes: Buffer.from(text(tcvn3Grid, ","), "latin1"), people: all, caseless: true },
    { name: "VNI in CSV", bytes: Buffer.from(text(vniGrid, ";"), "latin1"), people: all },
    { name: "windows-1258 with tabs", bytes: toWindows1258(text(flat(all), "\t")), people: all },
    { name: "UTF-16BE with semicolons", bytes: utf16be(text(flat(all), ";")), people: all },
    { name: "UTF-16LE without a mark", bytes: Buffer.from(text(flat(all), "\t"), "utf16le"), people: all },
    { name: "UTF-8, quoted, spoiled", bytes: Buffer.from(text(spoiled(all), ",", true)), people: all },
    { name: "a book from 1904", bytes: book([["DS", macs]], "xlsx", true), people: all },
    {
      name: "a sheet for each commune",
      bytes: book(byUnit),
      people: communes.flatMap((unit) => all.filter((one) => one.unit === unit)),
    },
  ];
}
