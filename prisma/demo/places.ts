/** The sample province: a made-up Lam Giang with its committees, departments and organisations, old names included. */
import type { Level, UnitKind } from "~/units/unit";
import type { People } from "./names.ts";

/** A unit as it stands today, with what it was before: earlier versions come first. */
export interface Place {
  key: string;
  name: string;
  shortName?: string;
  kind: UnitKind;
  level: Level;
  code?: string;
  parent?: string;
  openedOn: string;
  closedOn?: string;
  /** Until (and with) that day it was called, and stood, otherwise. */
  before?: { until: string; name?: string; parent?: string; reason: string };
  peoples?: People[];
}

/** District committees ended on 30/06/2025; the commune committees of today began the day after. */
const reform = { lastDay: "2025-06-30", firstDay: "2025-07-01" };

const province: Place[] = [
  {
    key: "province",
    name: "Tỉnh ủy Lam Giang",
    kind: "provincial_committee",
    level: "province",
    code: "98",
    openedOn: "1992-01-01",
  },
  {
    key: "department",
    name: "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    shortName: "Ban TG&DV Tỉnh ủy",
    kind: "department",
    level: "province",
    parent: "province",
    openedOn: "1992-01-01",
    before: {
      until: "2025-02-14",
      name: "Ban Tuyên giáo Tỉnh ủy",
      reason: "Quyết định số 1402-QĐ/TU về hợp nhất Ban Tuyên giáo và Ban Dân vận",
    },
  },
  {
    key: "school",
    name: "Trường Chính trị tỉnh Lam Giang",
    kind: "training_centre",
    level: "province",
    parent: "province",
    openedOn: "1992-03-01",
  },
  {
    key: "newspaper",
    name: "Báo và phát thanh, truyền hình Lam Giang",
    kind: "other",
    level: "province",
    parent: "province",
    openedOn: "1992-03-01",
    before: {
      until: reform.lastDay,
      name: "Báo Lam Giang",
      reason: "Quyết định số 1466-QĐ/TU về hợp nhất Báo và Đài Phát thanh - Truyền hình",
    },
  },
];

const affiliated: Place[] = (
  [
    ["party-bodies", "Đảng ủy các cơ quan Đảng tỉnh", "2025-02-15"],
    ["government", "Đảng ủy Ủy ban nhân dân tỉnh", "2025-02-15"],
    ["army", "Đảng ủy Quân sự tỉnh", "1992-01-01"],
    ["police", "Đảng ủy Công an tỉnh", "1992-01-01"],
  ] as const
).map(([key, name, openedOn]) => ({
  key,
  name,
  kind: "affiliated_committee",
  level: "commune",
  parent: "province",
  openedOn,
}));

const front: Place[] = (
  [
    ["front", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "fatherland_front"],
    ["women", "Hội Liên hiệp Phụ nữ tỉnh", "womens_union"],
    ["farmers", "Hội Nông dân tỉnh", "farmers_union"],
    ["veterans", "Hội Cựu chiến binh tỉnh", "veterans_association"],
    ["workers", "Liên đoàn Lao động tỉnh", "trade_union"],
    ["youth", "Tỉnh đoàn Lam Giang", "youth_union"],
  ] as const
).map(([key, name, kind]) => ({
  key,
  name,
  kind,
  level: "province",
  parent: key === "front" ? "province" : "front",
  openedOn: "1992-01-01",
  ...(key !== "front" && {
    before: {
      until: reform.lastDay,
      parent: "province",
      reason: "Sắp xếp các tổ chức chính trị - xã hội trực thuộc Ủy ban Mặt trận Tổ quốc",
    },
  }),
}));

const district: Place = {
  key: "old-district",
  name: "Huyện ủy Cao Lĩnh",
  kind: "district_committee",
  level: "district_legacy",
  parent: "province",
  openedOn: "1992-01-01",
  closedOn: reform.lastDay,
};

const wards =
  "Cửa Lam, Bến Vàng, Đông Hiệp, Tây Hiệp, Ngọc Tiên, Vạn Xuân Đông, Kim Bồng, Thạch Lam, Minh Khê, Tràng Sen, An Hội Đông, Lam Thủy";
const communes =
  "Cao Lĩnh, Suối Ngà, Nậm Hương, Pá Lau, Bản Sen, Mường Lam, Khe Trúc, Thượng Lam, Hạ Lam, Vân Trình, Đồng Dâu, Yên Khoái, Phúc Điền, " +
  "Tiên Hội, Gia Hòa Thượng, Long Khê, Bình Giã Đông, Diễm Sơn, Buôn Hrah, Ea Lam, Sóc Dừa, Cồn Hến, Lộc Giang, Xuân Lam, Quế Lâm Thượng, " +
  "Trà Nham, Hòa Mục, Tân Kỳ Sơn";

const peoplesOf: Record<string, People[]> = {
  "Pá Lau": ["hmong", "hmong", "kinh"],
  "Nậm Hương": ["tay", "tay", "hmong", "kinh"],
  "Bản Sen": ["tay", "kinh"],
  "Mường Lam": ["tay", "kinh"],
  "Buôn Hrah": ["ede", "ede", "kinh"],
  "Ea Lam": ["ede", "kinh"],
  "Sóc Dừa": ["khmer", "khmer", "kinh"],
};

/** Became a ward after the reform, under the same code. */
const promoted = { name: "Lam Thủy", until: "2026-04-29" };

const committees: Place[] = [...wards.split(", "), ...communes.split(", ")].map((name, place) => ({
  key: name,
  name: `Đảng ủy ${place < wards.split(", ").length ? "phường" : "xã"} ${name}`,
  kind: "commune_committee",
  level: "commune",
  code: String(98_003 + place * 6),
  parent: "province",
  openedOn: reform.firstDay,
  peoples: peoplesOf[name],
  ...(name === promoted.name && {
    before: {
      until: promoted.until,
      name: `Đảng ủy xã ${name}`,
      reason: "Nghị quyết về việc thành lập phường Lam Thủy",
    },
  }),
}));

const cells: Place[] = (
  [
    ["Cửa Lam", ["Chi bộ tổ dân phố số 1", "Chi bộ tổ dân phố số 2", "Chi bộ tổ dân phố số 3"]],
    ["Cao Lĩnh", ["Chi bộ thôn Đồng Vông", "Chi bộ thôn Lũng Cao", "Chi bộ thôn Nà Sen"]],
    ["Pá Lau", ["Chi bộ bản Pá Lau 1", "Chi bộ bản Huổi Lếch"]],
  ] as const
).flatMap(([parent, names]) =>
  names.map((name) => ({
    key: `${parent}: ${name}`,
    name,
    kind: "cell" as const,
    level: "grassroots" as const,
    parent,
    openedOn: reform.firstDay,
    peoples: peoplesOf[parent],
  })),
);

/** Parents stand before their children. */
export const places: Place[] = [...province, ...affiliated, ...front, district, ...committees, ...cells];
