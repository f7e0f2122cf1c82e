/** Who is active on a day: always from appointments, never from a flag. */
import { type Day, dayToColumn } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";

/** Which people are active in a unit and under it on a day, by id: invariant 1 of the domain, always from appointments. */
export async function activeSpeakersOn(day: Day, unitId: string, outer: Db = db): Promise<string[]> {
  const on = dayToColumn(day);
  const rows = await outer.appointment.findMany({
    where: {
      startsOn: { lte: on },
      OR: [{ endsOn: null }, { endsOn: { gte: on } }],
      unit: { under: { some: { ancestorId: unitId } } },
    },
    select: { speakerId: true },
    distinct: ["speakerId"],
  });
  return rows.map(({ speakerId }) => speakerId);
}
