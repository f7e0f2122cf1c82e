/** The shapes that rosters come in: titles, heads of one or two lines, sections, totals, signatures, several sheets. */
import { isoOf, type Truth } from "./people";
import type { Random } from "./random";
import {
  type Decided,
  lowerKind,
  type Value,
  type Written,
  writeBirth,
  writeDecisionDay,
  writeDecisionNumber,
  writeGender,
  writeKind,
  writeName,
  writePhone,
  writeText,
  writeTheory,
  writeUnit,
} from "./spellings";

export interface Expected {
  sheet: string;
  row: number;
  /** By the keys of the preview; undefined: nobody can tell, it must be reported. */
  fields: Record<string, unknown>;
}

export interface Drawn {
  name: string;
  grid: Value[][];
  merges: { row: number; column: number; down: number; across: number }[];
  expected: Expected[];
}

type Field =
  | "name"
  | "nameParts"
  | "birth"
  | "birthByGender"
  | "gender"
  | "genderMarks"
  | "unit"
  | "position"
  | "education"
  | "theory"
  | "phone"
  | "kind"
  | "kindMarks"
  | "decision"
  | "decisionTogether"
  | "topic"
  | "language"
  | "email"
  | "note"
  | "ethnic";

interface Head {
  labels: string[];
  /** Labels below a merged one. */
  below?: string[][];
}

const heads: Record<Field, Head> = {
  name: {
    labels: ["Họ và tên", "HỌ VÀ TÊN", "Họ tên", "Họ, tên", "Họ và tên báo cáo viên", "Họ và tên, bí danh"],
  },
  nameParts: {
    labels: ["Họ và tên"],
    below: [
      ["Họ và tên đệm", "Tên"],
      ["Họ đệm", "Tên"],
    ],
  },
  birth: { labels: ["Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Ngày tháng năm sinh", "NGÀY SINH"] },
  birthByGender: {
    labels: ["Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh"],
    below: [["Nam", "Nữ"]],
  },
  gender: { labels: ["Giới tính", "Giới", "Nam/Nữ", "Phái"] },
  genderMarks: { labels: ["Giới tính", "Giới"], below: [["Nam", "Nữ"]] },
  unit: {
    labels: ["Đơn vị", "Đơn vị công tác", "Tên đơn vị", "Xã, phường", "Xã/phường", "Đảng bộ", "ĐƠN VỊ"],
  },
  position: {
    labels: ["Chức vụ", "Chức vụ hiện nay", "Chức vụ, đơn vị công tác", "CHỨC VỤ", "Chức vụ công tác"],
  },
  education: {
    labels: ["Trình độ chuyên môn", "Chuyên môn", "Trình độ CM", "Trình độ học vấn", "TĐ chuyên môn"],
  },
  theory: { labels: ["Trình độ LLCT", "LLCT", "Lý luận chính trị", "Trình độ lý luận chính trị"] },
  phone: {
    labels: [
      "Điện thoại",
      "Số điện thoại",
      "SĐT",
      "ĐT",
      "Số ĐT",
      "Điện thoại di động",
      "Số điện thoại liên hệ",
    ],
  },
  kind: { labels: ["BCV/TTV", "Chức danh", "Báo cáo viên/Tuyên truyền viên", "Chức danh (BCV, TTV)"] },
  kindMarks: {
    labels: ["Chức danh", "Là"],
    below: [
      ["BCV", "TTV"],
      ["Báo cáo viên", "Tuyên truyền viên"],
    ],
  },
  decision: {
    labels: ["Quyết định công nhận"],
    below: [
      ["Số", "Ngày"],
      ["Số QĐ", "Ngày QĐ"],
      ["Số quyết định", "Ngày ban hành"],
    ],
  },
  decisionTogether: { labels: ["Quyết định công nhận", "Số, ngày QĐ", "QĐ công nhận (số, ngày)"] },
  topic: { labels: ["Lĩnh vực", "Chuyên đề", "Lĩnh vực, chuyên đề sở trường", "Chuyên đề đảm nhận"] },
  language: { labels: ["Ngoại ngữ", "Ngoại ngữ, tiếng dân tộc", "Tiếng dân tộc, ngoại ngữ"] },
  email: { labels: ["Email", "E-mail", "Thư điện tử"] },
  note: { labels: ["Ghi chú", "GHI CHÚ"] },
  ethnic: { labels: ["Dân tộc"] },
};

export type Sections = "none" | "units" | "kinds" | "kindsUnits" | "unitsKinds" | "sheetUnits";

export interface Plan {
  careless: boolean;
  sections: Sections;
  twoLines: boolean;
  /** Text files have no merged cells, and perhaps no titles. */
  plain: boolean;
  titles: boolean;
  decision: Decided | null;
}

export function draw(random: Random, name: string, all: Truth[], plan: Plan): Drawn {
  const columns = chooseColumns(random, plan);
  const drawn: Drawn = { name, grid: [], merges: [], expected: [] };
  const width = columns.flatMap(spanOf).length + 1;
  if (plan.titles) drawTitles(random, drawn, width, plan, all);
  drawHead(random, drawn, columns, plan);
  if (!plan.plain && random.chance(0.2))
    drawn.grid.push(Array.from({ length: width }, (_, at) => (random.chance(0.99) ? `(${at + 1})` : at + 1)));
  drawBody(random, drawn, columns, all, plan);
  if (plan.titles || random.chance(0.3)) drawFoot(random, drawn, width, all, plan);
  return drawn;
}

function spanOf(field: Field): Field[] {
  return heads[field].below ? [field, field] : [field];
}

function chooseColumns(random: Random, { sections, twoLines, plain, decision }: Plan): Field[] {
  const may = (share: number, ...fields: Field[]) => (random.chance(share) ? fields : []);
  const saysUnit =
    sections === "units" ||
    sections === "kindsUnits" ||
    sections === "unitsKinds" ||
    sections === "sheetUnits";
  const saysKind = sections === "kinds" || sections === "kindsUnits" || sections === "unitsKinds";
  const lead: Field[] = twoLines && random.chance(0.15) ? ["nameParts"] : ["name"];
  const birth: Field[] =
    twoLines && !plain && random.chance(0.5)
      ? ["birthByGender"]
      : ["birth", ...(twoLines && random.chance(0.3) ? (["genderMarks"] as Field[]) : may(0.8, "gender"))];
  const rest: Field[] = [
    ...(saysUnit ? [] : (["unit"] as Field[])),
    ...may(0.9, "position"),
    ...may(0.8, "education"),
    ...may(0.8, "theory"),
    ...may(0.9, "phone"),
    ...(saysKind ? [] : twoLines && random.chance(0.25) ? (["kindMarks"] as Field[]) : (["kind"] as Field[])),
    ...may(0.4, "topic"),
    ...may(0.3, "language"),
    ...may(0.2, "email"),
    ...may(0.3, "ethnic"),
    ...(decision
      ? []
      : twoLines && random.chance(0.5)
        ? (["decision"] as Field[])
        : may(0.6, "decisionTogether")),
  ];
  for (let at = rest.length - 1; at > 0; at--) {
    if (!random.chance(0.4)) continue;
    const other = random.number(at + 1);
    [rest[at], rest[other]] = [rest[other] as Field, rest[at] as Field];
  }
  return [...lead, ...birth, ...rest, ...may(0.6, "note")];
}

function drawTitles(
  random: Random,
  { grid, merges }: Drawn,
  width: number,
  { decision, sections }: Plan,
  all: Truth[],
) {
  const right = Math.max(2, width - 4);
  const wide = (row: number) => merges.push({ row, column: 0, down: 0, across: width - 1 });
  const at = (column: number, text: string) =>
    Array.from({ length: column + 1 }, (_, here) => (here === column ? text : null));
  grid.push([
    random.pick(["ĐẢNG BỘ TỈNH THÁI NGUYÊN", "TỈNH ỦY LÀO CAI", "ĐẢNG BỘ PHƯỜNG BA ĐÌNH", "UBND XÃ Ô DIÊN"]),
    ...at(right - 2, "ĐẢNG CỘNG SẢN VIỆT NAM"),
  ]);
  grid.push(
    [random.pick(["BAN TUYÊN GIÁO VÀ DÂN VẬN", "BAN XÂY DỰNG ĐẢNG", "PHÒNG VĂN HÓA - XÃ HỘI"])],
    ["*"],
  );
  const one = new Set(all.map(({ kind }) => kind)).size === 1 && sections !== "kinds";
  grid.push(
    [],
    [
      random.pick([
        "DANH SÁCH BÁO CÁO VIÊN, TUYÊN TRUYỀN VIÊN",
        "DANH SÁCH\nBáo cáo viên, tuyên truyền viên nhiệm kỳ 2025 - 2030",
        "DANH SÁCH TRÍCH NGANG ĐỘI NGŨ BCV, TTV",
        one ? "DANH SÁCH" : "DANH SÁCH KIỆN TOÀN BÁO CÁO VIÊN VÀ TUYÊN TRUYỀN VIÊN",
      ]),
    ],
  );
  wide(grid.length - 1);
  if (decision) {
    const { day, month, year } = decision.day;
    const two = (part: number) => String(part).padStart(2, "0");
    const date = random.pick([
      `${day}/${month}/${year}`,
      `${two(day)}/${two(month)}/${year}`,
      `${two(day)} tháng ${two(month)} năm ${year}`,
      `${two(day)}-${two(month)}-${year}`,
    ]);
    const number = random.pick([
      decision.number,
      decision.number.replace("-", " - "),
      decision.number.replace("/", " / "),
    ]);
    const of = random.pick([
      "của Ban Thường vụ Đảng ủy",
      "của Ban Thường vụ Tỉnh ủy Lào Cai",
      "của Chủ tịch Ủy ban nhân dân xã",
      "",
    ]);
    grid.push([
      random
        .pick([
          `(Kèm theo Quyết định số ${number} ngày ${date} ${of})`,
          `(Kèm theo Quyết định số: ${number}, ngày ${date} ${of})`,
          `(Ban hành kèm theo Quyết định số ${number} ngày ${date}\n${of})`,
          `Kèm theo QĐ số ${number} ngày ${date} ${of}`,
          `(Kèm theo Tờ trình số 12-TTr/BTGDV ngày 01/02/2025; Quyết định số ${number} ngày ${date} ${of})`,
        ])
        .trim(),
    ]);
    wide(grid.length - 1);
  } else if (random.chance(0.4))
    grid.push([
      random.pick([
        "(Tính đến ngày 30/9/2026)",
        "(Số liệu đến tháng 9/2026)",
        "Kèm theo Công văn số 15-CV/BTGDV ngày 2/3/2026",
      ]),
    ]);
  if (random.chance(0.7)) grid.push([]);
}

function drawHead(random: Random, { grid, merges }: Drawn, columns: Field[], { twoLines, plain }: Plan) {
  const top: Value[] = [random.pick(["STT", "TT", "Số TT", "Stt"])];
  const below: Value[] = [null];
  const row = grid.length;
  const merge = (column: number, down: number, across: number) => {
    if (!plain) merges.push({ row, column, down, across });
  };
  if (twoLines) merge(0, 1, 0);
  for (const field of columns) {
    const { labels, below: parts } = heads[field];
    const label = random.pick(labels);
    if (!parts) {
      if (twoLines) merge(top.length, 1, 0);
      top.push(label);
      below.push(null);
      continue;
    }
    const names = random.pick(parts);
    merge(top.length, 0, 1);
    top.push(label, null);
    below.push(...names);
  }
  const spoilt = (value: Value): Value =>
    typeof value === "string" && random.chance(0.2)
      ? random.pick([`${value} `, value.replace(" ", "\n"), value.normalize("NFD")])
      : value;
  grid.push(top.map(spoilt));
  if (twoLines) grid.push(below.map(spoilt));
}

const roman = "I II III IV V VI VII VIII IX X".split(" ");

function drawBody(random: Random, drawn: Drawn, columns: Field[], all: Truth[], plan: Plan) {
  const { grid, merges } = drawn;
  const width = columns.flatMap(spanOf).length + 1;
  const style = random.number(3);
  const section = (mark: string, text: string, inner: boolean) => {
    if (style === 0) grid.push([mark, text]);
    else if (style === 1) grid.push([`${mark}. ${text}`]);
    else grid.push([null, `${inner ? "" : ""}${mark}. ${text}`]);
    if (!plan.plain && random.chance(0.5)) {
      const column = style === 1 ? 0 : 1;
      merges.push({ row: grid.length - 1, column, down: 0, across: width - 1 - column });
    }
  };
  const level = random.pick(["", " CẤP TỈNH", " CẤP XÃ", " CƠ SỞ"]);
  const kindName = { BCV: `BÁO CÁO VIÊN${level}`, TTV: `TUYÊN TRUYỀN VIÊN${level && " CƠ SỞ"}` };
  const unitWay = random.number(4);
  const unitName = (unit: string) =>
    [`ĐẢNG ỦY ${unit.toUpperCase()}`, `Đảng bộ ${lowerKind(unit)}`, unit, `ĐẢNG BỘ ${unit.toUpperCase()}`][
      unitWay
    ] as string;
  const restart = random.chance(0.6);
  let number = 0;
  const each = (some: Truth[]) => {
    if (restart) number = 0;
    for (const one of some) drawPerson(random, drawn, columns, one, ++number, plan);
    if (plan.titles && random.chance(0.1)) grid.push([null, `Cộng: ${some.length} đồng chí`]);
  };
  const units = [...new Set(all.map(({ unit }) => unit))];
  const kinds = ["BCV", "TTV"] as const;
  const ofUnit = (unit: string) => all.filter((one) => one.unit === unit);
  if (plan.sections === "units")
    for (const [at, unit] of units.entries()) {
      section(roman[at] ?? "I", unitName(unit), false);
      each(ofUnit(unit));
    }
  else if (plan.sections === "kinds")
    for (const [at, kind] of kinds.entries()) {
      section(at ? "B" : "A", kindName[kind], false);
      each(all.filter((one) => one.kind === kind));
    }
  else if (plan.sections === "kindsUnits")
    for (const [at, kind] of kinds.entries()) {
      section(at ? "B" : "A", kindName[kind], false);
      for (const [inner, unit] of units.entries()) {
        const some = ofUnit(unit).filter((one) => one.kind === kind);
        if (some.length === 0) continue;
        section(roman[inner] ?? "I", unitName(unit), true);
        each(some);
      }
    }
  else if (plan.sections === "unitsKinds")
    for (const [at, unit] of units.entries()) {
      section(roman[at] ?? "I", unitName(unit), false);
      for (const [inner, kind] of kinds.entries()) {
        const some = ofUnit(unit).filter((one) => one.kind === kind);
        if (some.length === 0) continue;
        section(inner ? "b" : "a", kindName[kind], true);
        each(some);
      }
    }
  else each(all);
}

function drawPerson(
  random: Random,
  { name: sheet, grid, expected }: Drawn,
  columns: Field[],
  one: Truth,
  number: number,
  plan: Plan,
) {
  const { careless } = plan;
  const byGender = columns.includes("birthByGender");
  const fields: Record<string, unknown> = { unit: one.unit, kind: one.kind };
  const row: Value[] = [
    careless && random.chance(0.1)
      ? random.pick([`${number}.`, String(number), `0${number}`.slice(-2)])
      : number,
  ];
  const put = (key: string, { value, reads }: Written) => {
    row.push(value);
    if (reads !== null) fields[key] = reads;
  };
  const pair = (isFirst: boolean, value: Value) => row.push(...(isFirst ? [value, null] : [null, value]));
  if (plan.decision) fields.decision = shown(plan.decision);
  for (const field of columns) {
    if (field === "name") {
      const written = writeName(random, one, careless);
      put("fullName", written);
      if (/\((nữ|nam)\)/iu.test(String(written.value))) fields.gender = one.gender;
    } else if (field === "nameParts") {
      const words = one.fullName.split(" ");
      row.push(words.slice(0, -1).join(" "), words.at(-1) ?? null);
      fields.fullName = one.fullName;
    } else if (field === "birth") put("birth", writeBirth(random, one.birth, careless));
    else if (field === "birthByGender") {
      const birth = random.chance(0.7) ? { year: one.birth.year } : one.birth;
      const { value, reads } = writeBirth(random, birth, false);
      pair(one.gender === "M", value);
      Object.assign(fields, { birth: reads, gender: one.gender });
    } else if (field === "gender") put("gender", writeGender(random, one.gender, careless));
    else if (field === "genderMarks") {
      pair(one.gender === "M", random.pick(["X", "x", "X", "✓"]));
      fields.gender = one.gender;
    } else if (field === "unit") put("unit", writeUnit(random, one.unit, careless));
    else if (field === "position") put("position", writeText(random, one.position, careless));
    else if (field === "education") put("education", writeText(random, one.education, careless));
    else if (field === "theory") put("politicalTheory", writeTheory(random, one.politicalTheory, careless));
    else if (field === "phone") put("phone", writePhone(random, one.phone, careless));
    else if (field === "kind") put("kind", writeKind(random, one.kind, careless));
    else if (field === "kindMarks") pair(one.kind === "BCV", random.pick(["X", "x"]));
    else if (field === "topic") put("topic", writeText(random, one.topic, careless));
    else if (field === "language") put("language", writeText(random, one.language, careless));
    else if (field === "decision" || field === "decisionTogether") {
      const decided = {
        number: `${40 + random.number(4)}-QĐ/ĐU`,
        day: { year: 2025, month: 1 + random.number(12), day: 13 + random.number(15) },
      };
      const written = writeDecisionNumber(random, decided.number);
      const { day, month, year } = decided.day;
      if (field === "decision") row.push(written, writeDecisionDay(random, decided.day));
      else row.push(`${written.trim()}${random.pick([", ", " "])}ngày ${day}/${month}/${year}`);
      fields.decision = shown(decided);
    } else if (field === "email") row.push(random.chance(0.5) ? `can.bo${number}@vidu.vn` : null);
    else if (field === "note")
      row.push(random.chance(0.2) ? random.pick(["Kiêm nhiệm", "Mới bổ sung", "Tái cử"]) : null);
    else if (field === "ethnic") row.push(random.pick(["Kinh", "Tày", "Nùng", "Ê-đê"]));
  }
  if (byGender && !fields.birth) delete fields.birth;
  grid.push(row);
  expected.push({ sheet, row: grid.length, fields });
}

function shown({ number, day }: Decided) {
  return { number, date: isoOf(day) };
}

function drawFoot(random: Random, { grid, merges }: Drawn, width: number, all: Truth[], { plain }: Plan) {
  const right = Math.max(2, width - 4);
  const at = (text: string): Value[] => [...Array.from({ length: right }, () => null), text];
  grid.push(
    random.pick<Value[]>([
      [null, `Tổng cộng: ${all.length} đồng chí`],
      [`Tổng số: ${all.length} người`],
      [null, "Tổng cộng", null, all.length],
      [null, `Danh sách này có ${all.length} đồng chí./.`],
      [null, `Ấn định danh sách có ${all.length} đồng chí`],
    ]),
  );
  if (!plain && random.chance(0.3)) merges.push({ row: grid.length - 1, column: 1, down: 0, across: 2 });
  if (random.chance(0.4)) return;
  grid.push(
    [],
    at(
      random.pick([
        "Hà Nội, ngày 12 tháng 8 năm 2025",
        "Ngày ... tháng ... năm 2025",
        "Lào Cai, ngày 5/3/2025",
      ]),
    ),
  );
  grid.push([
    null,
    random.pick(["NGƯỜI LẬP BIỂU", "Người lập", "Nơi nhận:"]),
    ...at(
      random.pick(["T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN", "THỦ TRƯỞNG ĐƠN VỊ", "K/T TRƯỞNG BAN"]),
    ).slice(2),
  ]);
  grid.push(
    at(random.pick(["BÍ THƯ", "PHÓ BÍ THƯ", "CHỦ TỊCH", "(Ký, đóng dấu)", "PHÓ TRƯỞNG BAN"])),
    [],
    [],
  );
  grid.push([null, random.pick([null, "Lê Thị Lập", "- Như trên;"]), ...at("Nguyễn Văn Mẫu").slice(2)]);
}
