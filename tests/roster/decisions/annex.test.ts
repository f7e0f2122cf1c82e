/** The annex in Word: what it says, how it looks as a PDF, and which templates are refused. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TemplateHandler } from "easy-template-x";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { writeZip } from "~/platform/zip-writer.server";
import {
  annexOf,
  changeAnnexSettings,
  ourTemplate,
  readAnnexSettings,
  removeTemplate,
  uploadTemplate,
} from "~/roster/annex/annex.server";
import { type AnnexPerson, contentOf, headingOf, layoutFor, placeOf } from "~/roster/annex/annex-content";
import { annexOfList } from "~/roster/annex/annex-list.server";
import { templateParts } from "~/roster/annex/annex-template";
import { words } from "~/roster/decisions/words";
import { rosterQuery } from "~/roster/roster-query";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";
import { lookOf, millimetres, partsOf, textsOf } from "./word";

const decision = {
  number: "Số 45 - QĐ/ĐU",
  decidedOn: "2026-02-05",
  kind: "recognition" as const,
  issuer: "Ban Thường vụ Đảng ủy phường Cửa Lam",
  signer: "Phạm Văn Thịnh",
  unitName: "Đảng ủy phường Cửa Lam",
  superiorName: "Tỉnh ủy Lam Giang",
};

function person(at: number): AnnexPerson {
  const isWoman = at % 3 === 0;
  return {
    fullName: `${isWoman ? "Nguyễn Thị" : "Trần Văn"} ${["Ưởng", "Kỳ", "Ẵm", "Hường", "Đức"][at % 5]}`,
    birthYear: 1965 + (at % 30),
    gender: isWoman ? "female" : "male",
    position: "Phó Bí thư Chi bộ",
    workplace: "Trường THCS Cửa Lam",
    education: null,
    politicalTheory: "advanced",
    role: at % 2 ? "rapporteur" : "communicator",
    unitName: at < 30 ? "Đảng ủy phường Cửa Lam" : "Chi bộ khu phố 4",
  };
}

const people = Array.from({ length: 60 }, (_, at) => person(at));

test("a Party annex has its head, numbered people under their units, the total and the signature", async () => {
  const heading = headingOf(decision, "party", "");
  expect(heading).toEqual({
    superior: "Tỉnh ủy Lam Giang",
    issuer: "Đảng ủy phường Cửa Lam",
    number: "Số 45 - QĐ/ĐU",
    place: "Cửa Lam",
    day: "2026-02-05",
    signer: "Phạm Văn Thịnh",
    title: "DANH SÁCH\ncông nhận báo cáo viên, tuyên truyền viên",
    subject: "(Kèm theo Quyết định số 45-QĐ/ĐU, ngày 05/02/2026 của Ban Thường vụ Đảng ủy phường Cửa Lam)",
    authority: "T/M BAN THƯỜNG VỤ",
  });
  const content = contentOf([{ name: null, people }], "party", heading);
  expect(content.placeAndDay).toBe("Cửa Lam, ngày 05 tháng 02 năm 2026");
  expect(content.number).toBe("Số 45-QĐ/ĐU");
  expect(content.total).toBe("Danh sách này có 60 đồng chí./.");
  expect(content.sections.map(({ heading: unit, people: some }) => [unit, some.length, some[0]?.no])).toEqual(
    [
      ["Đảng ủy phường Cửa Lam", 30, "1"],
      ["Chi bộ khu phố 4", 30, "31"],
    ],
  );
});

test("a decision of a People's Committee takes the State's layout, whatever is usual", () => {
  const issuer = "Chủ tịch Ủy ban nhân dân phường Cửa Lam";
  expect(layoutFor({ issuer }, "party")).toBe("state");
  const heading = headingOf({ ...decision, number: "112/QĐ-UBND", issuer }, "state", "");
  expect([heading.superior, heading.issuer, heading.authority]).toEqual([
    null,
    "Ủy ban nhân dân phường Cửa Lam",
    "CHỦ TỊCH",
  ]);
});

test("a committee without a place of its own signs where the one above is", () => {
  const police = { ...decision, unitName: "Đảng ủy Công an tỉnh" };
  expect(headingOf(police, "party", "").place).toBe("Lam Giang");
  expect(headingOf(police, "party", "Bản Sen").place).toBe("Bản Sen");
});

test.each([
  ["Đảng ủy phường Cửa Lam", "Cửa Lam"],
  ["Tỉnh ủy Lam Giang", "Lam Giang"],
  ["Đảng ủy xã Pá Lau", "Pá Lau"],
])("the place of %s is %s", (unit, place) => expect(placeOf(unit)).toBe(place));

/** Domain.md 3.5: what stands where, how large; and every word of it in its order. */
describe.each(["party", "state"] as const)("the Word file of the %s layout", (layout) => {
  const at =
    layout === "party"
      ? decision
      : { ...decision, number: "112/QĐ-UBND", issuer: "Chủ tịch Ủy ban nhân dân phường Cửa Lam" };
  const few: AnnexPerson[] = [
    { ...person(0), fullName: "Nguyễn Thị Ưởng <A & B>" },
    { ...person(1), birthYear: null, workplace: null },
    { ...person(31), role: null, remark: "Chuyển công tác" },
  ];
  let parts: Map<string, string>;
  let document: string;

  beforeAll(async () => {
    parts = partsOf(await annexOf([{ name: null, people: few }], layout, headingOf(at, layout, "")));
    document = parts.get("word/document.xml") ?? "";
  });

  test("says everything once, in its order", () => {
    const head =
      layout === "party"
        ? [
            "TỈNH ỦY LAM GIANG\nĐẢNG ỦY PHƯỜNG CỬA LAM",
            "*",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số 45-QĐ/ĐU",
            "DỰ THẢO",
          ]
        : [
            "ỦY BAN NHÂN DÂN\nPHƯỜNG CỬA LAM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 112/QĐ-UBND",
            "DỰ THẢO",
          ];
    const subject =
      layout === "party"
        ? "(Kèm theo Quyết định số 45-QĐ/ĐU, ngày 05/02/2026 của Ban Thường vụ Đảng ủy phường Cửa Lam)"
        : "(Kèm theo Quyết định số 112/QĐ-UBND, ngày 05/02/2026 của Chủ tịch Ủy ban nhân dân phường Cửa Lam)";
    expect(textsOf(document)).toEqual([
      ...head,
      "Cửa Lam, ngày 05 tháng 02 năm 2026",
      "DANH SÁCH\ncông nhận báo cáo viên, tuyên truyền viên",
      subject,
      ...["TT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị công tác", "Ghi chú", "Nam", "Nữ"],
      "Đảng ủy phường Cửa Lam",
      ...[
        "1",
        "Nguyễn Thị Ưởng <A & B>",
        "1965",
        "Phó Bí thư Chi bộ",
        "Trường THCS Cửa Lam",
        "Tuyên truyền viên",
      ],
      ...["2", "Trần Văn Kỳ", "Phó Bí thư Chi bộ", "Báo cáo viên"],
      "Chi bộ khu phố 4",
      ...["3", "Trần Văn Kỳ", "1966", "Phó Bí thư Chi bộ", "Trường THCS Cửa Lam", "Chuyển công tác"],
      layout === "party" ? "Danh sách này có 3 đồng chí./." : "Danh sách này có 3 người./.",
      layout === "party" ? "T/M BAN THƯỜNG VỤ" : "CHỦ TỊCH",
      "Phạm Văn Thịnh",
    ]);
    expect(document).toBe(document.normalize("NFC"));
    expect(document).not.toMatch(/[{}]/);
  });

  test("has the sizes, margins and type of its guide", () => {
    const looks =
      layout === "party"
        ? {
            "ĐẢNG CỘNG SẢN VIỆT NAM": "15 bold",
            "TỈNH ỦY LAM GIANG": "14",
            "ĐẢNG ỦY PHƯỜNG CỬA LAM": "14 bold",
            "Số 45-QĐ/ĐU": "14",
            "Cửa Lam, ngày 05 tháng 02 năm 2026": "14 italic",
            "T/M BAN THƯỜNG VỤ": "14 bold",
          }
        : {
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "12 bold",
            "Độc lập - Tự do - Hạnh phúc": "13 bold",
            "Số: 112/QĐ-UBND": "13",
            "Cửa Lam, ngày 05 tháng 02 năm 2026": "13 italic",
            "CHỦ TỊCH": "14 bold",
          };
    for (const [said, look] of Object.entries(looks))
      expect([said, lookOf(document, said)]).toEqual([said, look]);
    const margins = ["top", "bottom", "left", "right"].map((side) => millimetres(document, "pgMar", side));
    expect(margins).toEqual([20, 20, 30, 20]);
    expect([millimetres(document, "pgSz", "w"), millimetres(document, "pgSz", "h")]).toEqual([210, 297]);
    expect(parts.get("word/styles.xml")).toContain('w:ascii="Times New Roman"');
    expect(document).not.toContain("w:rFonts");
    // Both lines of the head repeat on every page; no row breaks over two.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(document.match(/<w:tr>/g)?.length ?? 0);
    expect(parts.get("word/header1.xml")).toContain("PAGE");
  });
});

const office = "/usr/bin/soffice";

test.skipIf(!existsSync(office)).each(["party", "state"] as const)(
  "as a PDF of LibreOffice the %s annex reads as it should (skipped where soffice is missing)",
  { timeout: 120_000 },
  async (layout) => {
    const at =
      layout === "party"
        ? decision
        : { ...decision, number: "112/QĐ-UBND", issuer: "Chủ tịch Ủy ban nhân dân phường Cửa Lam" };
    const annex = await annexOf([{ name: null, people }], layout, headingOf(at, layout, ""));
    const text = asText(annex, layout);
    const expected =
      layout === "party"
        ? [
            "TỈNH ỦY LAM GIANG",
            "ĐẢNG ỦY PHƯỜNG CỬA LAM",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số 45-QĐ/ĐU",
            "T/M BAN THƯỜNG VỤ",
            "Danh sách này có 60 đồng chí./.",
          ]
        : [
            "ỦY BAN NHÂN DÂN PHƯỜNG CỬA LAM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 112/QĐ-UBND",
            "CHỦ TỊCH",
            "Danh sách này có 60 người./.",
          ];
    for (const part of [...expected, "DỰ THẢO", "Chi bộ khu phố 4", "Nguyễn Thị Ưởng", "Phạm Văn Thịnh"]) {
      expect(text).toContain(part);
    }
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toMatch(/[{}]/);
  },
);

/** What a reader of the PDF would copy out of it, blanks made one. */
function asText(annex: Buffer, name: string): string {
  const folder = process.env.ANNEX_FOLDER ?? mkdtempSync(path.join(tmpdir(), "annex-"));
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, annex);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(office, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file], {
    stdio: "ignore",
  });
  execFileSync(
    office,
    [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file],
    { stdio: "ignore" },
  );
  expect(
    readFileSync(path.join(folder, `${name}.pdf`))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  return readFileSync(path.join(folder, `${name}.txt`), "utf8").replace(/\s+/g, " ");
}

test("the department's own template takes the place of ours, and goes again", async () => {
  const actor = await makeActor({ role: "system_administrator" });
  await changeAnnexSettings(actor, { layout: "state", place: "Ba Đình" });
  await uploadTemplate(actor, "party", { name: "mau-rieng.docx", bytes: await ourTemplate("party") });
  expect(await readAnnexSettings()).toEqual({
    layout: "state",
    place: "Ba Đình",
    templates: { party: "mau-rieng.docx", state: null },
  });
  const annex = await annexOf([{ name: null, people }], "party", headingOf(decision, "party", "Ba Đình"));
  expect(annex.subarray(0, 2).toString()).toBe("PK");
  await removeTemplate(actor, "party");
  expect((await readAnnexSettings()).templates.party).toBeNull();
});

test.each([
  ["no document", () => Buffer.from("hello"), words.vi.errors.templateType],
  [
    "an unknown field",
    () => changed((xml) => xml.replace("{title}", "{tieu_de}")),
    words.vi.errors.templateUnknown("{tieu_de}"),
  ],
  [
    "a part that never closes",
    () => changed((xml) => xml.replace("{/people}", "")),
    words.vi.errors.templateBroken("sections"),
  ],
  [
    "nothing repeated",
    () => changed((xml) => xml.replace("{#people}", "").replace("{/people}", "")),
    words.vi.errors.templateNoPeople,
  ],
  [
    "an entity",
    () => changed((xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
    words.vi.errors.templateMacros,
  ],
])("refuses a template with %s", async (_, make, why) => {
  const actor = await makeActor({ role: "system_administrator" });
  await expect(uploadTemplate(actor, "party", { name: "mau.docx", bytes: await make() })).rejects.toThrow(
    why,
  );
});

async function changed(change: (xml: string) => string): Promise<Buffer> {
  const parts = templateParts("party").map(({ name, text }) => ({
    name,
    text: name === "word/document.xml" ? [change(text.join(""))] : text,
  }));
  const pieces: Buffer[] = [];
  for await (const piece of writeZip(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("any list of the roster becomes an annex: its people under their units, no number, no day", async () => {
  await makeUnit();
  const province = await makeUnit({ name: "Tỉnh ủy Lam Giang", level: "province" });
  const unit = await makeUnit({ name: "Đảng ủy xã Pá Lau", parent: province });
  for (const fullName of ["Giàng A Câu", "Sùng A Dình"])
    await makeSpeaker({ unit, fullName, birthYear: 1980 });
  const actor = await makeActor({ role: "commune_officer", unit, permission: "roster.export" });
  await changeAnnexSettings(actor, { layout: "party", place: "" });
  const annex = await annexOfList(actor, rosterQuery({ q: "A" }), "Phụ lục.docx");
  const text = (await new TemplateHandler().getText(annex)).replace(/\s+/g, " ");
  for (const part of [
    "ĐẢNG ỦY XÃ PÁ LAU",
    "báo cáo viên, tuyên truyền viên",
    "Giàng A Câu",
    "Sùng A Dình",
    "DỰ THẢO",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("Danh sách này có 2 đồng chí./.");
  const line = await db.auditLine.findFirstOrThrow({
    where: { actorId: actor.userId, action: "roster.exported" },
  });
  expect(line.after).toMatchObject({ people: 2 });
});
