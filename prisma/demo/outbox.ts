/** Letters of the sample department, as an outbox shows them after some weeks; none waits, so that none ever goes out. */
import { db } from "~/platform/db.server";

interface Outgoing {
  unitId: string;
  people: { userId: string; address: string }[];
}

const title = "Tài liệu mới: Tài liệu hội nghị báo cáo viên tháng 11/2026";
const body =
  "Kính gửi đồng chí,\n\nTài liệu hội nghị báo cáo viên tháng 11/2026 đã được phát hành. Mời đồng chí đọc và xác nhận.\n\nThư này do hệ thống gửi, đồng chí không cần trả lời.";

const ends = [
  { state: "sent" },
  { state: "failed", problem: "550 5.1.1 Hộp thư không tồn tại" },
  { state: "unsure", problem: "Timeout" },
];

export async function makeOutbox({ unitId, people }: Outgoing): Promise<void> {
  const at = new Date(Date.now() - 3 * 86_400_000);
  await db.mail.createMany({
    data: people.map((person, place) => {
      const end = ends[place % ends.length];
      const sentAt = end?.state === "sent" ? at : null;
      return {
        ...{ kind: "materials.published", subjectId: "demo", unitId, title, body, ...person, ...end, sentAt },
        ...{ createdAt: at, claimedAt: at, notBefore: at, tries: 1 },
      };
    }),
  });
}
