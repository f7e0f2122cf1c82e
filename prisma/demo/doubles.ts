/** A handful of people who stand in the roster twice, as it happens: pairs to decide about, and one merge that can be undone. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { mergeFields } from "~/roster/doubles/merge";
import { mergeSpeakers } from "~/roster/doubles/merge.server";
import { searchAllPairs } from "~/roster/doubles/pairs.server";
import { sortNameOf } from "~/roster/speaker-name";

interface Twin {
  fullName: string;
  /** A second spelling, and what else is different about the second record. */
  again: string;
  birthYear: number;
  gender: "female" | "male";
  phone: string | null;
  phoneAgain: string | null;
  position: string;
  positionAgain: string | null;
  /** Places by their order among the communes; the second one a neighbour after a marriage. */
  place: number;
  placeAgain: number;
}

const twins: Twin[] = [
  // The tone mark in its old and its new place.
  {
    fullName: "Nguyễn Thị Hòa",
    again: "Nguyễn Thị Hoà",
    birthYear: 1979,
    gender: "female",
    phone: "+84912345120",
    phoneAgain: "+84912345120",
    position: "Chủ tịch Hội Liên hiệp Phụ nữ phường",
    positionAgain: "Chủ tịch Hội LHPN",
    place: 0,
    placeAgain: 0,
  },
  // Married into the next commune.
  {
    fullName: "Lò Thị Thúy",
    again: "Lò Thị Thuý",
    birthYear: 1991,
    gender: "female",
    phone: "+84975114208",
    phoneAgain: null,
    position: "Bí thư Đoàn xã",
    positionAgain: "Phó Chủ tịch Hội Liên hiệp Phụ nữ xã",
    place: 1,
    placeAgain: 2,
  },
  // The telephone lost its zero in Excel and was left out; the name in capitals.
  {
    fullName: "Trần Quốc Toản",
    again: "TRẦN QUỐC TOẢN",
    birthYear: 1968,
    gender: "male",
    phone: "+84983667012",
    phoneAgain: null,
    position: "Chủ tịch Hội Cựu chiến binh xã",
    positionAgain: null,
    place: 3,
    placeAgain: 3,
  },
  {
    fullName: "Đặng Văn Khoa",
    again: "Đặng V. Khoa",
    birthYear: 1984,
    gender: "male",
    phone: "+84904551877",
    phoneAgain: "+84904551877",
    position: "Công chức văn hóa - xã hội",
    positionAgain: "CC VH-XH",
    place: 4,
    placeAgain: 4,
  },
  // Two people of one name: for the officer to say so.
  {
    fullName: "Phạm Thị Lan",
    again: "Phạm Thị Lan",
    birthYear: 1975,
    gender: "female",
    phone: "+84936220145",
    phoneAgain: "+84977801256",
    position: "Hiệu trưởng Trường Trung học cơ sở",
    positionAgain: "Trưởng trạm Y tế",
    place: 5,
    placeAgain: 5,
  },
  // The one that is merged.
  {
    fullName: "Vũ Đình Thủy",
    again: "Vũ Đình Thuỷ",
    birthYear: 1972,
    gender: "male",
    phone: "+84918220733",
    phoneAgain: "+84918220733",
    position: "Phó Bí thư Thường trực Đảng ủy",
    positionAgain: "Phó Bí thư TT",
    place: 6,
    placeAgain: 6,
  },
];

/** After the sample department stands, so that pairs and merge are made as the app makes them. */
export async function makeDoubles(officer: Actor): Promise<void> {
  const communes = await db.unit.findMany({
    where: { kind: "commune_committee", closedOn: null },
    orderBy: { id: "asc" },
    select: { id: true, parentId: true },
  });
  const pairs: [string, string][] = [];
  for (const twin of twins)
    pairs.push(await addTwins(twin, (at) => communes[at % communes.length]?.id ?? ""));
  await searchAllPairs();
  const last = pairs.at(-1);
  if (last) await mergeSpeakers(officer, last, choices);
}

const choices = {
  fields: Object.fromEntries(mergeFields.map((field) => [field, "one"])) as Record<
    (typeof mergeFields)[number],
    "one"
  >,
  ...{ private: "one" as const, account: "one" as const, appointments: {}, revisions: { one: 1, other: 1 } },
};

async function addTwins(twin: Twin, unitAt: (place: number) => string): Promise<[string, string]> {
  const { birthYear, gender } = twin;
  const add = async (
    fullName: string,
    phone: string | null,
    position: string | null,
    unitId: string,
    startsOn: string,
  ) => {
    const { id } = await db.speaker.create({
      data: { ...{ fullName, birthYear, gender, phone, position, unitId }, sortName: sortNameOf(fullName) },
    });
    await db.appointment.create({
      data: {
        ...{ speakerId: id, unitId, role: "communicator", network: "party", level: "grassroots" },
        startsOn: new Date(startsOn),
      },
    });
    return id;
  };
  return [
    await add(twin.fullName, twin.phone, twin.position, unitAt(twin.place), "2025-08-12"),
    await add(twin.again, twin.phoneAgain, twin.positionAgain, unitAt(twin.placeAgain), "2025-09-01"),
  ];
}
