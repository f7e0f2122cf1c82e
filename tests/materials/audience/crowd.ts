/** Many speakers of one unit with accounts, made in one statement. */
import { db } from "~/platform/db.server";
import type { UnitLike } from "../../factories";

export async function makeCrowd(unit: UnitLike, count: number): Promise<void> {
  await db.$executeRaw`
    WITH person AS (INSERT INTO speaker (id, full_name, sort_name, unit_id, updated_at)
        SELECT gen_random_uuid(), 'Nguyễn Văn ' || n, ARRAY[n::text, 'Nguyễn', 'Văn'], ${unit.id}::uuid, now()
        FROM generate_series(1, ${count}::int) AS n RETURNING id),
      post AS (INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on)
        SELECT gen_random_uuid(), id, ${unit.id}::uuid, 'rapporteur', 'party', 'commune', '2025-01-01' FROM person)
    INSERT INTO "user" (id, name, email, speaker_id, updated_at)
    SELECT gen_random_uuid(), 'Người', id || '@account.invalid', id, now() FROM person`;
}
