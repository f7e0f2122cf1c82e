/** What speakers of the sample department ask to have corrected in their own records: three requests that wait, one declined. */
import { addDays, type Day, dayToColumn } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { notify } from "~/platform/notices.server";
import type { Proposed } from "~/roster/own/proposal";
import { words } from "~/roster/own/words";
import type { SpeakerRow } from "./people.ts";
import { idAt, type Random } from "./random.ts";

interface Stage {
  tx: Db;
  random: Random;
  day: Day;
  speakers: SpeakerRow[];
  /** The account of the speaker whom one may sign in as; who keeps the records. */
  own: { userId: string; speakerId: string };
  keepers: { department: string; ward: string; highland: string };
}

interface Request {
  fullName: string;
  daysAgo: number;
  after: (speaker: SpeakerRow) => Proposed;
  note: string | null;
  keeper: string;
}

export async function makeOwn(stage: Stage): Promise<void> {
  const { department, highland } = stage.keepers;
  const requests: Request[] = [
    {
      fullName: "Giàng Thị Mỷ",
      daysAgo: 6,
      after: () => ({ phone: "+84865011973", position: "Phó Chủ tịch Hội Liên hiệp Phụ nữ xã" }),
      note: "Tôi đổi số điện thoại từ đầu tháng, giữ chức vụ mới theo quyết định tháng trước.",
      keeper: highland,
    },
    {
      fullName: "Y Bhin Niê",
      daysAgo: 2,
      after: () => ({ languages: [{ language: "ede", level: "fluent", written: true }] }),
      note: "Tôi đọc và viết được chữ Ê Đê.",
      keeper: department,
    },
    {
      fullName: "Thạch Sa Rương",
      daysAgo: 1,
      after: () => ({}),
      note: "Chứng nhận bồi dưỡng nghiệp vụ năm ngoái của tôi chưa có trong hồ sơ. Tôi gửi bản chụp cho phường rồi.",
      keeper: department,
    },
  ];
  for (const request of requests) await ask(stage, request);
  await declineOne(stage);
}

async function ask(stage: Stage, { fullName, daysAgo, after, note, keeper }: Request): Promise<void> {
  const { tx, random, speakers } = stage;
  const speaker = speakers.find((one) => one.fullName === fullName);
  if (!speaker) throw new Error(`The sample department has no speaker ${fullName}.`);
  const createdAt = morning(stage, -daysAgo);
  const userId = await makeAccount(stage, speaker);
  const id = idAt(random, createdAt);
  const proposed = after(speaker);
  await tx.correction.create({
    data: {
      ...{ id, speakerId: speaker.id, userId, note, createdAt },
      before: await before(tx, speaker, proposed),
      after: JSON.parse(JSON.stringify(proposed)),
    },
  });
  await notify(tx, {
    ...{ userIds: [keeper], kind: "correction.waiting", subjectId: id, path: `/roster/corrections/${id}` },
    phrase: words.notices.waiting(fullName),
  });
}

/** Signs in with a telephone number, as any speaker would. */
async function makeAccount({ tx, random, keepers }: Stage, speaker: SpeakerRow): Promise<string> {
  const createdAt = new Date(speaker.createdAt.getTime() + 86_400_000);
  const id = idAt(random, createdAt);
  await tx.user.create({
    data: {
      ...{ id, name: speaker.fullName, speakerId: speaker.id, createdAt },
      email: `${id}@demo.invalid`,
      phone: speaker.phone,
      username: speaker.phone ? null : `demo.${id.slice(-8)}`,
      grants: { create: { role: "speaker", unitId: speaker.unitId, grantedBy: keepers.department } },
    },
  });
  return id;
}

async function before(tx: Db, speaker: SpeakerRow, proposed: Proposed) {
  const held: Record<string, unknown> = { phone: speaker.phone, position: speaker.position };
  if (proposed.languages) {
    held.languages = await tx.speakerLanguage.findMany({
      where: { speakerId: speaker.id },
      select: { language: true, level: true, written: true },
    });
  }
  const asked = Object.entries(held).filter(([field]) => field in proposed);
  return Object.fromEntries(asked) as Record<string, string | null>;
}

/** The speaker whom one may sign in as has had an answer. */
async function declineOne(stage: Stage): Promise<void> {
  const { tx, random, own, keepers } = stage;
  const { workplace } = await tx.speaker.findUniqueOrThrow({ where: { id: own.speakerId } });
  const createdAt = morning(stage, -20);
  await tx.correction.create({
    data: {
      ...{ ...own, id: idAt(random, createdAt), createdAt, state: "declined" },
      before: { workplace },
      after: { workplace: "Văn phòng Đảng ủy phường Cửa Lam" },
      reason: "Chưa có quyết định điều động. Khi có quyết định, đồng chí gửi lại giúp.",
      decidedAt: morning(stage, -18),
      decidedBy: keepers.ward,
    },
  });
}

/** Nine in the morning of a day, counted from today. */
function morning({ day }: Pick<Stage, "day">, days: number): Date {
  return new Date(dayToColumn(addDays(day, days)).getTime() + 2 * 3_600_000);
}
