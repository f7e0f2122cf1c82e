/** What the sample department's people find to read: a handbook whose reading they acknowledge, and a calendar that changed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readTextInThread } from "~/materials/text/read-file.server";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { writeDocument } from "~/platform/document-writer.server";
import { storeFile } from "~/platform/files.server";
import { notify } from "~/platform/notices.server";

interface Entry {
  title: string;
  kind: string;
  number: string;
  circulation: string;
  summary: string;
  daysAgo: number;
  acknowledgeBy?: string;
  /** What the second version changed. */
  change?: string;
  file: { name: string; sections: { title: string; text: string[] }[] };
}

export async function makeReading(officer: Actor, unitId: string, readerIds: string[]): Promise<void> {
  for (const entry of entries(today())) await makeEntry(officer, unitId, readerIds, entry);
}

async function makeEntry(officer: Actor, unitId: string, readerIds: string[], entry: Entry): Promise<void> {
  const { title, kind, number, circulation, summary, daysAgo, acknowledgeBy, change, file } = entry;
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  const version = { publishedAt: at, publishedBy: officer.userId, createdBy: officer.userId, createdAt: at };
  const material = await db.material.create({
    data: {
      ...{ title, kind, number, circulation, summary, unitId, createdBy: officer.userId, createdAt: at },
      ...{ issuer: "Ban Tuyên giáo và Dân vận Tỉnh ủy", issuedOn: dayToColumn(addDays(today(), -daysAgo)) },
      versions: {
        create: [
          ...(change ? [{ ...version, number: 1 }] : []),
          {
            ...{ ...version, number: change ? 2 : 1, change, asksAgain: true },
            acknowledgeBy: acknowledgeBy ? dayToColumn(acknowledgeBy) : null,
          },
        ],
      },
      rules: { create: { staff: ["commune_officer", "commune_leader"] } },
    },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const currentId = material.versions[0]?.id ?? "";
  await makeFile(officer, currentId, title, file);
  await db.material.update({
    where: { id: material.id },
    data: { state: "published", publishedAt: at, currentId },
  });
  const line = {
    ...{ at, actorId: officer.userId, actorName: officer.name, address: "10.98.1.17" },
    ...{ subjectKind: "material", subjectId: material.id, title, unitId, before: {} },
  };
  await db.auditLine.createMany({
    data: [
      { ...line, action: "material.added", after: { title, kind } },
      { ...line, action: "material.published", after: { version: change ? 2 : 1 } },
    ],
  });
  await notify(db, {
    userIds: readerIds,
    kind: "materials.published",
    subjectId: material.id,
    phrase: { vi: `Tài liệu mới: ${title}`, en: `New material: ${title}` },
    path: `/library/${material.id}`,
  });
}

/** Written and read again as an upload is. */
async function makeFile(officer: Actor, versionId: string, title: string, { name, sections }: Entry["file"]) {
  const content = await writeDocument({
    title,
    intro: ["Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Giang"],
    sections: sections.map(({ title, text }) => ({ title, lines: text.map((line) => ({ text: line })) })),
    pageOf: (page, pages) => `Trang ${page}/${pages}`,
    language: "vi",
  });
  const folder = await mkdtemp(path.join(tmpdir(), "reading-"));
  const copy = path.join(folder, "copy.pdf");
  await writeFile(copy, content);
  const read = await readTextInThread({ path: copy, name }, async () => {});
  await rm(folder, { recursive: true });
  const kept = await storeFile(db, officer, { name, type: read.type, content });
  await db.materialFile.create({
    data: {
      ...{ versionId, name, format: read.format, state: "accepted", pages: read.count, textState: "done" },
      ...{ fileId: kept.id, size: kept.size, sha256: kept.sha256 },
      ...{ declaredBy: officer.userId, declaredAt: new Date() },
      text: { create: read.pages.map(({ page, text, source }) => ({ page, text, source })) },
    },
  });
}

const steps: [title: string, lines: string[]][] = [
  [
    "Trước buổi báo cáo một tuần",
    [
      "Hỏi đơn vị tổ chức: ai nghe, bao nhiêu người, ở đâu, trong bao lâu, có máy chiếu hay không.",
      "Đọc tài liệu được cấp, ghi số, ký hiệu và ngày của từng văn bản sẽ dẫn.",
      "Viết dàn ý một trang: mở đầu, ba ý chính, phần hỏi đáp, kết thúc.",
      "Báo cho cán bộ phụ trách nếu cần thêm số liệu; không dùng số liệu chưa rõ nguồn.",
    ],
  ],
  [
    "Một ngày trước buổi báo cáo",
    [
      "Gọi lại cho đơn vị tổ chức để xác nhận giờ và địa điểm.",
      "Tập nói phần mở đầu và phần kết; mỗi phần không quá năm phút.",
      "Chuẩn bị bản in chữ to cho người cao tuổi, nếu đơn vị đề nghị.",
      "Mang theo giấy giới thiệu và sổ ghi buổi.",
    ],
  ],
  [
    "Trong buổi báo cáo",
    [
      "Đến trước mười lăm phút, thử micro và chỗ đứng.",
      "Nói tên, đơn vị và thời gian dự kiến ngay từ đầu.",
      "Dành ít nhất một phần tư thời gian cho hỏi đáp.",
      "Câu nào chưa trả lời được thì ghi lại và hẹn ngày trả lời, không đoán.",
    ],
  ],
  [
    "Sau buổi báo cáo",
    [
      "Ghi buổi vào hệ thống trong ngày: số người nghe theo nhóm, câu hỏi, kiến nghị; không ghi tên người nghe.",
      "Gửi câu hỏi chưa trả lời cho cán bộ phụ trách.",
      "Trả lời đơn vị tổ chức đúng hẹn.",
    ],
  ],
];

function entries(day: string): Entry[] {
  return [
    {
      title: "Sổ tay chuẩn bị một buổi tuyên truyền miệng",
      ...{ kind: "outline", number: "18-TL/BTGDVTU", circulation: "internal", daysAgo: 2 },
      summary: "Việc cần làm trước, trong và sau buổi báo cáo, theo thứ tự thời gian.",
      acknowledgeBy: addDays(day, 3),
      file: {
        name: "so-tay-buoi-tuyen-truyen.pdf",
        sections: Array.from({ length: 24 }, (_, index) => {
          const [title, text] = steps[index % steps.length] ?? ["", []];
          return { title: `${index + 1}. ${title}`, text: [...text, ...text] };
        }),
      },
    },
    {
      title: "Lịch hội nghị báo cáo viên và các mốc báo cáo năm 2027",
      ...{ kind: "guidance", number: "25-TB/BTGDVTU", circulation: "public", daysAgo: 6 },
      summary: "Ngày họp hằng tháng, hạn gửi báo cáo của từng đơn vị.",
      change: "Hội nghị tháng 2 chuyển từ ngày 10 sang ngày 24; thêm hạn gửi số liệu quý I.",
      file: {
        name: "lich-2027.pdf",
        sections: Array.from({ length: 12 }, (_, month) => ({
          title: `Tháng ${month + 1}`,
          text: [
            `Hội nghị báo cáo viên: thứ tư tuần thứ hai của tháng ${month + 1}, 8 giờ.`,
            `Hạn gửi báo cáo tháng ${month + 1}: ngày 20.`,
          ],
        })),
      },
    },
  ];
}
