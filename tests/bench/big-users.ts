/** The accounts of the big set: three officers (the whole country, the largest province, one commune) and 500 clerks of the past. */
import type pg from "pg";
import { makeName } from "../../prisma/demo/names.ts";
import { idAt, randomFrom } from "../../prisma/demo/random.ts";
import type { BigUnit } from "./big-units.ts";

export const officers = ["central", "province", "commune"] as const;
/** Besides them a speaker of that commune signs in (big-materials.ts). */
export type Officer = (typeof officers)[number] | "speaker";

export async function writeUsers(owner: pg.Client, units: BigUnit[]): Promise<void> {
  const random = randomFrom(3);
  const centre = units.find(({ level }) => level === "central");
  const province = units.find(({ level }) => level === "province");
  const commune = units.find(({ level, parentId }) => level === "commune" && parentId === province?.id);
  const roles = { central: "department_officer", province: "department_officer", commune: "commune_officer" };
  for (const [officer, unit] of [
    ["central", centre],
    ["province", province],
    ["commune", commune],
  ] as const) {
    const id = idAt(random, new Date("2025-07-01"));
    await owner.query(
      `INSERT INTO "user" (id, name, email, username, second_factor_by, updated_at)
       VALUES ($1, $2, $3, $4, '2100-01-01', now())`,
      [id, `Bench ${officer}`, `${officer}@bench.invalid`, `bench.${officer}`],
    );
    await owner.query(
      `INSERT INTO role_grant (id, user_id, role, unit_id, granted_by) VALUES ($1, $2, $3, $4, 'bench')`,
      [idAt(random, new Date("2025-07-01")), id, roles[officer], unit?.id],
    );
  }
  const clerks = Array.from({ length: 500 }, () => makeName(random).fullName);
  await owner.query(
    `INSERT INTO "user" (id, name, email, username, updated_at)
     SELECT id, name, 'clerk' || place || '@bench.invalid', 'clerk.' || place, now()
     FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS clerk (id, name, place)`,
    [clerks.map(() => idAt(random, new Date("2025-07-01"))), clerks],
  );
}
