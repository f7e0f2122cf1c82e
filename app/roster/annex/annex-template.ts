/** Our own Word templates of an annex, by the layout of Party documents (Guide 36-HD/VPTW) or of State ones (Decree 30/2020): written out part by part, the fields in braces. */
import type { Layout } from "./annex-content";
import { annexWords } from "./annex-words";

const words = annexWords.vi;

/** Twips: 1/20 of a point; 30 mm left, 20 mm elsewhere on A4 leave this much for the text. */
const page = { width: 11_906, height: 16_838, left: 1701, other: 1134 };
const textWidth = page.width - page.left - page.other;
const columns = [520, 2250, 640, 640, 1750, 1850, 1421];

interface Look {
  /** In points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  boxed?: boolean;
}

interface Place {
  align?: "center" | "left" | "right" | "both";
  before?: number;
  after?: number;
  keepNext?: boolean;
}

/** The files of the archive. */
export function templateParts(layout: Layout): { name: string; text: string[] }[] {
  return [
    { name: "[Content_Types].xml", text: [contentTypes] },
    { name: "_rels/.rels", text: [packageRelations] },
    { name: "word/_rels/document.xml.rels", text: [documentRelations] },
    { name: "word/styles.xml", text: [styles] },
    { name: "word/header1.xml", text: [pageNumber] },
    { name: "word/document.xml", text: [documentOf(layout)] },
  ];
}

function documentOf(layout: Layout): string {
  const body = [
    head(layout),
    paragraph(run("{title}", { size: 15, bold: true }), { align: "center", before: 12, keepNext: true }),
    paragraph(run("{subject}", { size: 14, italic: true }), { align: "center", keepNext: true }),
    rule(3400, 6),
    list(),
    paragraph(run("{total}", { size: 14, italic: true }), {
      align: "both",
      before: 6,
      after: 12,
      keepNext: true,
    }),
    signature(),
    section,
  ].join("");
  return `${xmlHead}<w:document xmlns:w="${w}" xmlns:r="${r}"><w:body>${body}</w:body></w:document>`;
}

function head(layout: Layout): string {
  const left =
    layout === "party"
      ? paragraph(run("{superior}", {}) + run("{issuer}", { bold: true }), { align: "center" }) +
        paragraph(run("*", {}), { align: "center" })
      : paragraph(run("{superior}", { size: 13 }) + run("{issuer}", { size: 13, bold: true }), {
          align: "center",
        }) + rule(1350);
  const right =
    layout === "party"
      ? paragraph(run(words.partyName, { size: 15, bold: true }), { align: "center" }) + rule(420)
      : paragraph(run(words.stateName, { size: 12, bold: true }), { align: "center" }) +
        paragraph(run(words.motto, { size: 13, bold: true }), { align: "center" }) +
        rule(920);
  const size = layout === "party" ? 14 : 13;
  const number =
    paragraph(run("{number}", { size }), { align: "center", before: 2 }) +
    paragraph(run("\u00a0{draft}\u00a0", { size: 13, bold: true, boxed: true }), {
      align: "center",
      before: 4,
    });
  const day = paragraph(run("{placeAndDay}", { size, italic: true }), { align: "center", before: 6 });
  const widths = layout === "party" ? [4050, textWidth - 4050] : [3900, textWidth - 3900];
  return table(widths, [row([cell(left), cell(right)]), row([cell(number), cell(day)])], "none");
}

/** The first row repeats on every page; a unit's row and a person's row are repeated by the template's fields. */
function list(): string {
  const { col } = words;
  const top = (text: string, span: Span = {}) =>
    cell(paragraph(run(text, { size: 12, bold: true }), { align: "center" }), { middle: true, ...span });
  const heads = [
    row(
      [
        top(col.no, { down: "restart" }),
        top(col.fullName, { down: "restart" }),
        top(col.birth, { across: 2 }),
        top(col.position, { down: "restart" }),
        top(col.workplace, { down: "restart" }),
        top(col.remark, { down: "restart" }),
      ],
      true,
    ),
    row(
      [
        ...[top("", { down: "continue" }), top("", { down: "continue" })],
        ...[top(col.male), top(col.female)],
        ...[top("", { down: "continue" }), top("", { down: "continue" }), top("", { down: "continue" })],
      ],
      true,
    ),
  ];
  const unit = row([
    cell(paragraph(run("{#sections}{heading}", { size: 12, bold: true }), { keepNext: true }), {
      across: columns.length,
    }),
  ]);
  const text = (field: string, place: Place = {}) => cell(paragraph(run(field, { size: 12 }), place));
  const centred: Place = { align: "center" };
  const person = row([
    text("{#people}{no}", centred),
    text("{fullName}"),
    text("{birthMale}", centred),
    text("{birthFemale}", centred),
    text("{position}"),
    text("{workplace}"),
    text("{remark}{/people}{/sections}"),
  ]);
  return table(columns, [...heads, unit, person], "single");
}

function signature(): string {
  const line = (text: string, before = 0) =>
    paragraph(run(text, { bold: true }), { align: "center", before, keepNext: true });
  const name = paragraph(run("{signer}", { bold: true }), { align: "center", before: 64 });
  return table(
    [4000, textWidth - 4000],
    [row([cell(paragraph("", {})), cell(line("{authority}") + line("{signerTitle}") + name)])],
    "none",
  );
}

function table(widths: number[], rows: string[], border: "none" | "single"): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="${border}" w:sz="4" w:space="0" w:color="auto"/>`)
    .join("");
  const margin = border === "none" ? 0 : 70;
  const padding = border === "none" ? 0 : 30;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders>
    <w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${padding}" w:type="dxa"/><w:left w:w="${margin}" w:type="dxa"/><w:bottom w:w="${padding}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar>
    </w:tblPr><w:tblGrid>${grid}</w:tblGrid>${withWidths(rows, widths)}</w:tbl>`;
}

/** Each cell gets the width of the columns that it spans. */
function withWidths(rows: string[], widths: number[]): string {
  return rows
    .map((one) => {
      let at = 0;
      return one.replace(/<w:tcPr>(<w:gridSpan w:val="(\d+)"\/>)?/g, (_, span = "", across = "1") => {
        const width = widths.slice(at, at + Number(across)).reduce((sum, each) => sum + each, 0);
        at += Number(across);
        return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}`;
      });
    })
    .join("");
}

function row(cells: string[], isHead = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}

interface Span {
  across?: number;
  down?: "restart" | "continue";
  middle?: boolean;
}

function cell(content: string, { across, down, middle }: Span = {}): string {
  const spans = `${across ? `<w:gridSpan w:val="${across}"/>` : ""}${down ? `<w:vMerge w:val="${down}"/>` : ""}`;
  return `<w:tc><w:tcPr>${spans}${middle ? '<w:vAlign w:val="center"/>' : ""}</w:tcPr>${content}</w:tc>`;
}

function paragraph(runs: string, { align, before = 0, after = 0, keepNext }: Place): string {
  const properties = [
    keepNext ? "<w:keepNext/>" : "",
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`,
    align ? `<w:jc w:val="${align}"/>` : "",
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A line across, this far from both sides. */
function rule(indent: number, after = 0): string {
  return `<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>
    <w:spacing w:before="60" w:after="${after * 20}" w:line="120" w:lineRule="exact"/>
    <w:ind w:left="${indent}" w:right="${indent}"/></w:pPr></w:p>`;
}

function run(text: string, { size = 14, bold, italic, boxed }: Look): string {
  const look = [
    bold ? "<w:b/>" : "",
    italic ? "<w:i/>" : "",
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    boxed ? '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="auto"/>' : "",
  ].join("");
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The first page bears no number. */
const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>
  <w:pgSz w:w="${page.width}" w:h="${page.height}"/>
  <w:pgMar w:top="${page.other}" w:bottom="${page.other}" w:left="${page.left}" w:right="${page.other}" w:header="567" w:footer="567" w:gutter="0"/>
  <w:titlePg/></w:sectPr>`;

const pageNumber = `${xmlHead}<w:hdr xmlns:w="${w}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>
  <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;

const styles = `${xmlHead}<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr>
  <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
  <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

const contentTypes = `${xmlHead}<Types xmlns="${packages}/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>
  <Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>
  <Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/></Types>`;

const packageRelations = `${xmlHead}<Relationships xmlns="${packages}/relationships">
  <Relationship Id="rId1" Type="${r}/officeDocument" Target="word/document.xml"/></Relationships>`;

const documentRelations = `${xmlHead}<Relationships xmlns="${packages}/relationships">
  <Relationship Id="rId1" Type="${r}/styles" Target="styles.xml"/>
  <Relationship Id="rId2" Type="${r}/header" Target="header1.xml"/></Relationships>`;
