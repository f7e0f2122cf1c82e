/** The decisions that an import names: those that the unit has are used again, the others are made. */
import { dayToColumn } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { RosterImport } from "~/platform/prisma/client";
import { numberKey } from "~/roster/decision";
import type { Kept } from "./choices";
import type { CheckedImport } from "./import-thread.server";

/** Their ids, by `decisionKey`. */
export async function settleDecisions(
  tx: Db,
  found: RosterImport,
  settings: Kept["settings"],
  decisions: CheckedImport["decisions"],
): Promise<Map<string, string>> {
  const named = new Map(decisions.map((decision) => [decisionKey(decision), decision]));
  await tx.decision.createMany({
    skipDuplicates: true,
    data: [...named.values()].map(({ number, decidedOn }) => ({
      number,
      numberKey: numberKey(number),
      decidedOn: dayToColumn(decidedOn),
      issuer: isOfHeading(number, decidedOn) ? settings.decision.issuer : null,
      kind: isOfHeading(number, decidedOn) ? settings.decision.kind : "recognition",
      unitId: found.unitId,
    })),
  });
  const all = await tx.decision.findMany({
    where: {
      unitId: found.unitId,
      numberKey: { in: [...named.values()].map(({ number }) => numberKey(number)) },
    },
    select: { id: true, numberKey: true, decidedOn: true },
  });
  return new Map(
    all.map(({ id, numberKey: key, decidedOn }) => [`${key} ${decidedOn.toISOString().slice(0, 10)}`, id]),
  );

  function isOfHeading(number: string, decidedOn: string): boolean {
    const { number: own, decidedOn: day } = settings.decision;
    return own !== null && numberKey(own) === numberKey(number) && day === decidedOn;
  }
}

/** "45-qđ/đu 2025-08-12" */
export function decisionKey({ number, decidedOn }: { number: string; decidedOn: string }): string {
  return `${numberKey(number)} ${decidedOn}`;
}
