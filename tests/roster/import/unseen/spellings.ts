/** The ways in which departments write what they know of a person, with what a careful clerk still reads. */
import { type Born, isoOf, type Truth } from "./people";
import type { Random } from "./random";

/** A serial of Excel is shown as a date. */
export type Value = string | number | { serial: number } | null;

export interface Written {
  value: Value;
  /** What a clerk reads; null: nothing stands there; undefined: nobody can tell, it must be reported. */
  reads: string | null | undefined;
}

const two = (part: number | undefined) => String(part).padStart(2, "0");

export function writeName(random: Random, { fullName, gender }: Truth, careless: boolean): Written {
  const plain = { value: fullName, reads: fullName };
  if (!careless) return plain;
  // "Ông Văn Kim" may be a name of three words: where nobody can tell, nobody is asked.
  const address =
    gender === "F" ? "Bà" : /^(Nguyễn|Trần|Lê|Phạm|Phan|Vũ|Võ|Bùi|Đỗ|Giàng) /u.test(fullName) ? "Ông" : "Đ/c";
  return random.pick<() => Written>([
    () => plain,
    () => plain,
    () => ({ ...plain, value: fullName.toUpperCase() }),
    () => ({ ...plain, value: fullName.toLowerCase() }),
    () => ({ ...plain, value: `Đ/c ${fullName}` }),
    () => ({ ...plain, value: `đ/c: ${fullName}` }),
    () => ({ ...plain, value: `Đ/C ${fullName.toUpperCase()}` }),
    () => ({ ...plain, value: `Đồng chí ${fullName}` }),
    () => ({ ...plain, value: `${address} ${fullName}` }),
    () => ({ ...plain, value: `  ${fullName.replaceAll(" ", "  ")} ` }),
    () => ({ ...plain, value: `${fullName}\u00A0` }),
    () => ({ ...plain, value: fullName.normalize("NFD") }),
    () => ({ ...plain, value: fullName.replace(" ", "\n") }),
    () => ({ ...plain, value: `${fullName} ${gender === "F" ? "(nữ)" : "(Nam)"}` }),
    () => ({ ...plain, value: `${fullName}${gender === "F" ? " (Nữ)" : ""}` }),
    () => ({ ...plain, value: `${fullName} (Ba Lúa)` }),
    () => ({ ...plain, value: `ThS. ${fullName}` }),
    () => ({ ...plain, value: `TS. ${fullName}` }),
    () => ({ ...plain, value: `${fullName} *` }),
    () => ({ ...plain, value: `${random.number(60)}. ${fullName}` }),
    () => ({ ...plain, value: fullName.replace(/^\S+/u, (family) => family.toUpperCase()) }),
    () => ({ ...plain, value: fullName.replaceAll("'", "’") }),
  ])();
}

/** As the cell shows it: "5/3/75". */
export function writeBirth(random: Random, birth: Born, careless: boolean): Written {
  const { year, month, day } = birth;
  const reads = isoOf(birth);
  const short = String(year % 100).padStart(2, "0");
  const ways: Value[] = day
    ? [
        ...[
          `${two(day)}/${two(month)}/${year}`,
          `${two(day)}/${two(month)}/${year}`,
          { serial: serialOf(birth) },
        ],
        ...(careless
          ? [
              ...[`${day}/${month}/${year}`, `${day}-${month}-${year}`, `${two(day)}.${two(month)}.${year}`],
              ...[
                `${day}/${month}/${short}`,
                `${two(day)}/${two(month)}/${short}`,
                `${reads}`,
                ` ${day} / ${month} / ${year} `,
              ],
              ...[
                `${reads} 00:00:00`,
                `ngày ${two(day)} tháng ${two(month)} năm ${year}`,
                `'${two(day)}/${two(month)}/${year}`,
              ],
              ...[`${day} tháng ${month} năm ${year}`, `${two(day)}/${two(month)}/${year}.`, serialOf(birth)],
              ...[
                `${two(day)}-${two(month)}-${year}`,
                `${reads}T00:00:00`,
                `${two(day)}${two(month)}${year}`,
              ],
            ]
          : []),
      ]
    : month
      ? [
          ...[
            `${two(month)}/${year}`,
            `${month}/${year}`,
            `tháng ${month}/${year}`,
            `Tháng ${month} năm ${year}`,
          ],
          ...[
            `00/${two(month)}/${year}`,
            `--/${two(month)}/${year}`,
            `${two(month)}-${year}`,
            `../${two(month)}/${year}`,
          ],
          `T${month}/${year}`,
        ]
      : [
          ...[year, year, String(year), `00/00/${year}`],
          ...(careless
            ? [
                `0/0/${year}`,
                `../../${year}`,
                `--/--/${year}`,
                `sinh năm ${year}`,
                `SN ${year}`,
                ` ${year} `,
                `Năm ${year}`,
                `…/…/${year}`,
              ]
            : []),
        ];
  if (careless && random.chance(0.02)) {
    const value = random.pick([
      "31/02/1980",
      "32/13/1980",
      "1775",
      "15/08/2049",
      "abc",
      "197",
      "30/2/75",
      "12/1/19755",
    ]);
    return { value, reads: undefined };
  }
  return { value: random.pick(ways), reads };
}

export function serialOf({ year, month = 1, day = 1 }: Born): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

const before2018: [string, string][] = [
  ...([
    ["32", "162"],
    ["33", "163"],
    ["34", "164"],
    ["35", "165"],
    ["36", "166"],
    ["37", "167"],
    ["38", "168"],
  ] as const),
  ...([
    ["39", "169"],
    ["70", "120"],
    ["79", "121"],
    ["77", "122"],
    ["76", "126"],
    ["78", "128"],
    ["83", "123"],
  ] as const),
  ...([
    ["84", "124"],
    ["85", "125"],
    ["81", "127"],
    ["82", "129"],
    ["56", "186"],
    ["58", "188"],
    ["59", "199"],
  ] as const),
].map(([now, then]) => [now, then]);

export function writePhone(random: Random, phone: string, careless: boolean): Written {
  const reads = `+84${phone}`;
  const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  if (!careless) return { value: random.pick([`0${phone}`, `0${a} ${b} ${c}`, `0${a}.${b}.${c}`]), reads };
  if (random.chance(0.02)) {
    const value = random.pick([
      `0${phone.slice(0, 7)}`,
      `0${phone}9`,
      "0012",
      `4${phone}`,
      "9.12E+08",
      `0${a}xxx${c}`,
    ]);
    return { value, reads: undefined };
  }
  if (random.chance(0.03)) return { value: random.pick(["-", "Không", "không có", "x", "..."]), reads: null };
  if (random.chance(0.04)) {
    const [area, rest] = random.pick([
      ["24", "38"],
      ["236", "3"],
      ["28", "39"],
      ["204", "3"],
    ] as const);
    const line = `${area}${rest}${String(100_000 + random.number(899_999))}`.slice(
      0,
      area.length + 8 - (area.length - 2),
    );
    return {
      value: random.pick([
        `0${line}`,
        `(0${area}) ${line.slice(area.length)}`,
        `0${area}.${line.slice(area.length)}`,
      ]),
      reads: `+84${line}`,
    };
  }
  const old = before2018.find(([now]) => now === phone.slice(0, 2))?.[1];
  const ways: Value[] = [
    ...[
      `+84${phone}`,
      `+84 ${a} ${b} ${c}`,
      `84${phone}`,
      `(+84) ${a}${b}${c}`,
      `0084${phone}`,
      `+840${phone}`,
    ],
    ...[
      Number(phone),
      Number(phone),
      phone,
      `'0${phone}`,
      `0${a}-${b}-${c}`,
      `(0${a}) ${b} ${c}`,
      ` 0${phone} `,
    ],
    ...[
      `0${phone}; 0987654321`,
      `0${phone}/0987654321`,
      `0${phone} - 0987654321`,
      `0${phone}\n0243 8234 567`,
    ],
    ...[
      `ĐT: 0${phone}`,
      `DĐ 0${phone}`,
      `0${phone} (Zalo)`,
      `0${a} ${b}${c}`,
      `O${phone}`,
      `0${phone}, 987654321`,
    ],
    ...[
      `0${phone.slice(0, 2)} ${phone.slice(2, 5)} ${phone.slice(5)}`,
      `${a} ${b} ${c}`,
      `${a}.${b}.${c}`,
      `0${phone}.`,
    ],
    ...(old
      ? [
          `0${old}${phone.slice(2)}`,
          Number(`${old}${phone.slice(2)}`),
          `0${old}.${phone.slice(2, 5)}.${phone.slice(5)}`,
        ]
      : []),
    ...(old ? [`+84${old}${phone.slice(2)}`, `${old}${phone.slice(2)}`] : []),
  ];
  return { value: random.pick(ways), reads };
}

const theoryWays: Record<string, string[]> = {
  "Chưa qua đào tạo": ["Chưa qua đào tạo", "Chưa", "Chưa học", "Không"],
  "Sơ cấp": ["Sơ cấp", "SC", "sơ cấp", "Sơ cấp LLCT", "SCCT", "Sơ cấp chính trị", "SC LLCT"],
  "Trung cấp": [
    "Trung cấp",
    "TC",
    "TC LLCT",
    "Trung cấp LLCT",
    "TCCT",
    "Trung cấp LLCT-HC",
    "trung cấp",
    "TC-LLCT",
    "Trung cấp lý luận chính trị",
    "TCLLCT",
  ],
  "Cao cấp": [
    "Cao cấp",
    "CC",
    "CC LLCT",
    "Cao cấp LLCT",
    "CCCT",
    "CAO CẤP",
    "Cao cấp chính trị",
    "Cao cấp lý luận chính trị",
    "CCLLCT",
    "CC.",
  ],
  "Cử nhân": ["Cử nhân", "CN", "CN CT", "Cử nhân chính trị", "CNCT", "cử nhân LLCT", "CN LLCT"],
};
const unclearTheories = ["Đang học CC", "Đang học trung cấp", "Khá", "A", "TC-CC"];

export function writeTheory(random: Random, theory: string, careless: boolean): Written {
  if (!careless) return { value: theory, reads: theory };
  if (random.chance(0.02)) return { value: random.pick(unclearTheories), reads: undefined };
  return { value: random.pick(theoryWays[theory] ?? [theory]), reads: theory };
}

export function writeKind(random: Random, kind: Truth["kind"], careless: boolean): Written {
  const long = kind === "BCV" ? "Báo cáo viên" : "Tuyên truyền viên";
  const level = random.pick(["cấp xã", "cấp tỉnh", "cơ sở"]);
  const ways = careless
    ? [
        kind,
        long,
        long.toUpperCase(),
        `${kind} ${level}`,
        `${long} ${level}`,
        kind.toLowerCase(),
        ` ${long} `,
      ]
    : [kind, long];
  return { value: random.pick(ways), reads: kind };
}

export function writeGender(random: Random, gender: Truth["gender"], careless: boolean): Written {
  const [plain, ...ways] = gender === "F" ? ["Nữ", "nữ", "NỮ", " Nữ "] : ["Nam", "nam", "NAM", " Nam"];
  return { value: careless ? random.pick([plain, ...ways] as string[]) : (plain as string), reads: gender };
}

export function writeUnit(random: Random, unit: string, careless: boolean): Written {
  if (!careless) return { value: unit, reads: unit };
  const ways = [
    unit,
    unit,
    unit.toUpperCase(),
    `Đảng ủy ${lowerKind(unit)}`,
    `Đảng bộ ${lowerKind(unit)}`,
    ` ${unit} `,
    unit.normalize("NFD"),
  ];
  if (unit.startsWith("Phường "))
    ways.push(
      unit.replace("Phường ", "P. "),
      unit.replace("Phường ", "P."),
      unit.replace("Phường ", "ĐU P. "),
      unit.replace("Phường ", "phường "),
    );
  if (unit.startsWith("Xã "))
    ways.push(unit.replace("Xã ", "X. "), unit.replace("Xã ", "xã "), unit.replace("Xã ", "ĐU xã "));
  return { value: random.pick(ways), reads: unit };
}

export function lowerKind(unit: string): string {
  return unit.replace(/^(Phường|Xã|Đặc khu|Thị trấn)/u, (word) => word.toLowerCase());
}

export function writeText(random: Random, text: string, careless: boolean): Written {
  if (!text) return { value: null, reads: null };
  if (!careless) return { value: text, reads: text };
  return {
    value: random.pick([
      text,
      text,
      ` ${text}`,
      text.normalize("NFD"),
      text.replace(" ", "  "),
      text.replace(" ", "\n"),
    ]),
    reads: text,
  };
}

export interface Decided {
  number: string;
  day: Required<Born>;
}

export function writeDecisionNumber(random: Random, number: string): string {
  const [digits, rest] = [number.slice(0, number.search(/[-/]/)), number.slice(number.search(/[-/]/))];
  return random.pick([
    number,
    `Số ${number}`,
    `${digits} ${rest[0]} ${rest.slice(1)}`,
    `Số: ${number}`,
    `QĐ số ${number}`,
    ` ${number} `,
    `số ${digits}${rest}`,
  ]);
}

export function writeDecisionDay(random: Random, day: Required<Born>): Value {
  const { year, month, day: date } = day;
  return random.pick<Value>([
    ...[
      `${two(date)}/${two(month)}/${year}`,
      `${date}/${month}/${year}`,
      { serial: serialOf(day) },
      `${date}/${month}/${year % 100}`,
    ],
    ...[`ngày ${two(date)} tháng ${two(month)} năm ${year}`, `${two(date)}-${two(month)}-${year}`],
  ]);
}
