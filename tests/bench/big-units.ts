/** The units of the big set: a centre, 34 provinces, communes and cells, named as communes are. */
import type pg from "pg";
import { idAt, pick, type Random, randomFrom } from "../../prisma/demo/random.ts";

export interface BigUnit {
  id: string;
  name: string;
  kind: string;
  level: "central" | "province" | "commune" | "grassroots";
  code: string | null;
  parentId: string | null;
}

const opened = new Date("2025-07-01");
const counts = { provinces: 34, communes: 3321, cells: 144 };

export async function writeUnits(owner: pg.Client, share: number): Promise<BigUnit[]> {
  const units = makeUnits(randomFrom(30), Math.max(share, 0.05));
  const column = (key: keyof BigUnit) => units.map((unit) => unit[key]);
  await owner.query(
    `INSERT INTO unit (id, name, kind, level, code, parent_id, opened_on, updated_at)
     SELECT *, $7::date, $7::date FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[])`,
    [
      column("id"),
      column("name"),
      column("kind"),
      column("level"),
      column("code"),
      column("parentId"),
      opened,
    ],
  );
  await owner.query(
    `INSERT INTO unit_version (id, unit_id, valid_from, name, kind, level, code, parent_id)
     SELECT gen_random_uuid(), id, opened_on, name, kind, level, code, parent_id FROM unit`,
  );
  return units;
}

export async function rebuildScope(owner: pg.Client): Promise<void> {
  await owner.query(
    `INSERT INTO unit_scope (ancestor_id, unit_id, depth)
     WITH RECURSIVE above (ancestor_id, unit_id, depth) AS (
       SELECT id, id, 0 FROM unit
       UNION ALL
       SELECT unit.parent_id, above.unit_id, above.depth + 1
       FROM above JOIN unit ON unit.id = above.ancestor_id WHERE unit.parent_id IS NOT NULL
     ) SELECT ancestor_id, unit_id, depth FROM above`,
  );
}

function makeUnits(random: Random, share: number): BigUnit[] {
  const unit = (facts: Omit<BigUnit, "id">): BigUnit => ({ id: idAt(random, opened), ...facts });
  const centre = unit({
    name: "Ban Tuyên giáo và Dân vận Trung ương",
    kind: "central_committee",
    level: "central",
    code: null,
    parentId: null,
  });
  const provinces = Array.from({ length: counts.provinces }, (_, place) =>
    unit({
      name: `Tỉnh ủy ${placeName(random)}`,
      kind: "provincial_committee",
      level: "province",
      code: String(place + 1).padStart(2, "0"),
      parentId: centre.id,
    }),
  );
  const communes = Array.from({ length: Math.round(counts.communes * share) }, (_, place) =>
    unit({
      name: `Đảng ủy ${pick(random, ["xã", "xã", "xã", "xã", "phường"])} ${placeName(random)}`,
      kind: "commune_committee",
      level: "commune",
      code: String(place * 3 + 4).padStart(5, "0"),
      // The first province is three times as large as the others, as the largest real ones are.
      parentId: provinces[Math.max(0, (place % (counts.provinces + 2)) - 2)]?.id ?? null,
    }),
  );
  const cells = Array.from({ length: Math.round(counts.cells * share) }, (_, place) =>
    unit({
      name: `Chi bộ thôn ${placeName(random)}`,
      kind: "cell",
      level: "grassroots",
      code: null,
      parentId: communes[place % 48]?.id ?? null,
    }),
  );
  return [centre, ...provinces, ...communes, ...cells];
}

const firsts =
  "Tân Phú Bình Hòa An Long Vĩnh Thanh Đông Tây Nam Bắc Xuân Quảng Yên Thạch Hải Ngọc Kim Đại Mỹ Trung".split(
    " ",
  );
const seconds =
  "Lập Hưng Thịnh Phong Sơn Giang Hà Lộc Khê Định Thành Xuyên Thủy Lâm Minh Tiến Đức Điền Trạch Hội Mai Lương".split(
    " ",
  );

function placeName(random: Random): string {
  const third = random() < 0.2 ? ` ${pick(random, ["Đông", "Tây", "Thượng", "Hạ"])}` : "";
  return `${pick(random, firsts)} ${pick(random, seconds)}${third}`;
}
