/** What the sample department does by its decisions: a term of sixty people that ends soon, one that was renewed last month, and signed scans. */
import type { Actor } from "~/platform/actor";
import { asChangeSet } from "~/platform/change-sets.server";
import { addDays, type Day, dayToColumn, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import type { Prisma } from "~/platform/prisma/client";
import { numberKey, showNumber } from "~/roster/decision";
import { sortNameOf } from "~/roster/speaker-name";
import { makeName, makePhone } from "./names.ts";
import { between, chance, idAt, pick, type Random } from "./random.ts";

interface Stage {
  tx: Db;
  random: Random;
  day: Day;
  /** Who recorded all this. */
  officer: Actor;
  unitId: (key: string) => string;
}

/** The units under the military committee, by what their speakers do there. */
const workplaces = [
  ["Phòng Chính trị, Bộ CHQS tỉnh", "Trợ lý Tuyên huấn"],
  ["Trung đoàn 741", "Phó Chính ủy"],
  ["Tiểu đoàn Bộ binh 1", "Chính trị viên Tiểu đoàn"],
  ["Đại đội Trinh sát 20", "Chính trị viên Đại đội"],
  ["Đại đội Công binh 17", "Chính trị viên Đại đội"],
  ["Ban CHQS khu vực 1", "Trợ lý Chính trị"],
  ["Ban CHQS khu vực 2", "Chủ nhiệm Chính trị"],
  ["Trường Quân sự tỉnh", "Giáo viên Lý luận chính trị"],
  ["Bệnh xá Quân dân y", "Bí thư Chi bộ"],
  ["Phòng Hậu cần - Kỹ thuật", "Bí thư Đoàn cơ sở"],
] as const;

export async function makeDecisions(stage: Stage): Promise<void> {
  await makeEndingTerm(stage);
  await makeRenewal(stage);
  await makeScans(stage);
}

/** Sixty people of the military committee, whose term ends in five weeks: nothing is decided yet. */
async function makeEndingTerm({ tx, random, day, unitId }: Stage): Promise<void> {
  const unit = unitId("army");
  const endsOn = addDays(day, 38);
  const startsOn = addDays(endsOn, -1825);
  const term = await makeTerm(tx, random, unit, startsOn, endsOn);
  const decision = await makeDecision(tx, random, {
    ...{ unit, number: "87-QĐ/ĐU", decidedOn: addDays(startsOn, -3), kind: "recognition" },
    issuer: "Ban Thường vụ Đảng ủy Quân sự tỉnh",
    signer: "Lương Xuân Trường",
  });
  const people = Array.from({ length: 60 }, (_, at) => makePerson(random, day, unit, at));
  await tx.speaker.createMany({ data: people });
  await tx.appointment.createMany({
    data: people.map(({ id }, at) => ({
      id: idAt(random, dayToColumn(startsOn)),
      speakerId: id,
      unitId: unit,
      role: at % 4 === 0 ? "rapporteur" : "communicator",
      network: "party",
      level: "commune",
      startsOn: dayToColumn(startsOn),
      endsOn: dayToColumn(endsOn),
      ...{ termId: term, decisionId: decision },
    })),
  });
}

/** The police committee's term ended last month: most were renewed, one retired; this can be taken back on the decision's page. */
async function makeRenewal({ tx, random, day, officer, unitId }: Stage): Promise<void> {
  const unit = unitId("police");
  const lastDay = addDays(day, -24);
  const before = addDays(lastDay, -1826);
  const former = await makeTerm(tx, random, unit, before, lastDay);
  const old = await makeDecision(tx, random, {
    ...{ unit, number: "31-QĐ/ĐU", decidedOn: before, kind: "recognition" },
    issuer: "Ban Thường vụ Đảng ủy Công an tỉnh",
    signer: "Trần Đức Long",
  });
  const decision = await makeDecision(tx, random, {
    ...{ unit, number: "118-QĐ/ĐU", decidedOn: addDays(lastDay, -2), kind: "consolidation" },
    issuer: "Ban Thường vụ Đảng ủy Công an tỉnh",
    signer: "Trần Đức Long",
  });
  const people = Array.from({ length: 14 }, (_, at) => ({
    ...makePerson(random, day, unit, at),
    position: pick(random, [
      "Đội trưởng",
      "Phó Trưởng phòng",
      "Cán bộ tuyên truyền",
      "Trưởng Công an phường",
    ]),
    workplace: "Công an tỉnh Lam Giang",
  }));
  await tx.speaker.createMany({ data: people });
  const seat = { unitId: unit, role: "communicator", network: "party", level: "commune" };
  const held = people.map(({ id }) => ({
    ...seat,
    id: idAt(random, dayToColumn(before)),
    speakerId: id,
    ...{ startsOn: dayToColumn(before), endsOn: dayToColumn(lastDay), termId: former, decisionId: old },
  }));
  await tx.appointment.createMany({ data: held });
  const change = { kind: "roster.renewal", title: "118-QĐ/ĐU", unitId: unit, subjectId: decision };
  const { changeSetId } = await asChangeSet(tx, officer, change, async () => {
    const term = await makeTerm(tx, random, unit, addDays(lastDay, 1), addDays(lastDay, 1826));
    await tx.appointment.update({
      where: { id: held[0]?.id ?? "" },
      data: { endReason: "retired", endDecisionId: decision },
    });
    await tx.appointment.createMany({
      data: people.slice(1).map(({ id }) => ({
        ...seat,
        id: idAt(random, dayToColumn(lastDay)),
        speakerId: id,
        startsOn: dayToColumn(addDays(lastDay, 1)),
        endsOn: dayToColumn(addDays(lastDay, 1826)),
        ...{ termId: term, decisionId: decision },
      })),
    });
  });
  const at = new Date(dayToColumn(addDays(day, -21)).getTime() + 3 * 3_600_000);
  await tx.changeSet.update({ where: { id: changeSetId }, data: { createdAt: at } });
  const line = {
    ...{ actorId: officer.userId, actorName: officer.name, at, unitId: unit, address: "10.98.1.17" },
    ...{ subjectKind: "decision", subjectId: decision, title: "118-QĐ/ĐU", before: {} },
  };
  await tx.auditLine.createMany({
    data: [
      { ...line, action: "decision.added", after: { decisionNumber: "118-QĐ/ĐU", kind: "consolidation" } },
      { ...line, action: "decision.carried_out", after: { renewed: people.length - 1, ends: 1 } },
    ],
  });
}

/** A scan for the latest decisions of each committee; some are still missing, as in life. */
async function makeScans({ tx, random, officer }: Stage): Promise<void> {
  const decisions = await tx.decision.findMany({ orderBy: [{ decidedOn: "desc" }, { id: "asc" }], take: 24 });
  for (const { id, number, decidedOn } of decisions) {
    if (!chance(random, 0.6)) continue;
    const day = decidedOn.toISOString().slice(0, 10);
    const scan = await storeFile(tx, officer, {
      name: `QD ${showNumber(number).replaceAll("/", "-")} ngay ${showDay(day).replaceAll("/", "-")}.pdf`,
      type: "application/pdf",
      content: Buffer.from(scanOf(random, showNumber(number))),
    });
    await tx.decision.update({ where: { id }, data: { fileId: scan.id } });
  }
}

async function makeTerm(tx: Db, random: Random, unitId: string, startsOn: Day, endsOn: Day): Promise<string> {
  const id = idAt(random, dayToColumn(startsOn));
  const name = `${startsOn.slice(0, 4)}-${endsOn.slice(0, 4)}`;
  await tx.term.create({
    data: { id, name, unitId, startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) },
  });
  return id;
}

interface Said {
  unit: string;
  number: string;
  decidedOn: Day;
  kind: string;
  issuer: string;
  signer: string;
}

async function makeDecision(tx: Db, random: Random, { unit, decidedOn, ...said }: Said): Promise<string> {
  const id = idAt(random, dayToColumn(decidedOn));
  await tx.decision.create({
    data: {
      ...said,
      ...{ id, unitId: unit, numberKey: numberKey(said.number), decidedOn: dayToColumn(decidedOn) },
    },
  });
  return id;
}

type Person = Prisma.SpeakerCreateManyInput & { id: string };

function makePerson(random: Random, day: Day, unitId: string, at: number): Person {
  const { fullName, gender } = makeName(
    random,
    chance(random, 0.15) ? "tay" : "kinh",
    chance(random, 0.85) ? "male" : "female",
  );
  const madeAt = new Date(dayToColumn(addDays(day, -between(random, 60, 200))).getTime() + 3 * 3_600_000);
  const [workplace, position] = workplaces[at % workplaces.length] ?? workplaces[0];
  return {
    id: idAt(random, madeAt),
    ...{ fullName, gender, workplace, position, unitId },
    sortName: sortNameOf(fullName),
    birthYear: Number(day.slice(0, 4)) - between(random, 29, 57),
    phone: makePhone(random),
    politicalTheory: pick(random, ["intermediate", "intermediate", "advanced"]),
    education: pick(random, [
      "Đại học Luật",
      "Thạc sĩ Quản lý công",
      "Đại học Sư phạm Ngữ văn",
      "Đại học Hành chính",
    ]),
    createdAt: madeAt,
    updatedAt: madeAt,
  };
}

/** One page that looks like a scan: lines of grey for the text, a ring for the seal, the number in plain letters. */
function scanOf(random: Random, number: string): string {
  const lines = Array.from(
    { length: 22 },
    (_, at) => `90 ${660 - at * 18} ${between(random, 280, 415)} 5 re f`,
  );
  const ring =
    "365 190 m 365 217 343 239 316 239 c 289 239 267 217 267 190 c 267 163 289 141 316 141 c 343 141 365 163 365 190 c s";
  const plain = number.replaceAll("Đ", "D").replace(/[^\x20-\x7e]/g, "");
  const drawn = [
    "0.35 g",
    ...["90 760 150 7 re f", "350 760 155 7 re f", "215 705 170 9 re f"],
    `BT /F1 11 Tf 90 735 Td (So ${plain}) Tj ET`,
    "0.72 g",
    ...lines,
    `0.75 0.1 0.12 RG 2.5 w ${ring}`,
  ].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  return `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
