/** What the pages of readers are drawn from: among a material's pages for its keepers, and by itself for other leaders. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { findUnit } from "~/units/index.server";
import { type Addressed, findAddressed, isLate, versionOf } from "./addressed.server";
import { countHeads } from "./escalation.server";
import { readReadersQuery, readUnitsQuery } from "./reader";
import { readReaders } from "./readers.server";
import { readUnits } from "./units.server";

/** Null: not for this person to see. `version` null: nothing went out yet. */
async function openMaterial(actor: Actor, id: string, number: number | null) {
  const material = await findAddressed(actor, id);
  if (!material) return null;
  const version = versionOf(material, number);
  if (!version) return number === null ? { material, version: null } : null;
  return { material, version, isLate: isLate(version) };
}

/** Whether there is something to remind of, and this person may. */
function mayRemind(
  actor: Actor,
  { isOut }: Addressed,
  version: { isCurrent: boolean; acknowledgeBy: unknown },
) {
  return isOut && version.isCurrent && version.acknowledgeBy !== null && may(actor, "materials.remind");
}

export async function openReaders(actor: Actor, id: string, url: URL) {
  const query = readReadersQuery(url);
  const opened = await openMaterial(actor, id, query.version);
  if (!opened?.version) return opened;
  const { material, version } = opened;
  const reminds = mayRemind(actor, material, version);
  const [readers, unit, heads] = await Promise.all([
    readReaders(actor, material, version, query),
    query.unit ? findUnit(actor, query.unit) : null,
    reminds && material.isKept ? countHeads({ id, versionId: version.id }) : null,
  ]);
  return {
    ...{ ...opened, ...readers, query },
    unit: unit && { id: unit.id, name: unit.name },
    remindable: reminds ? readers.remindable : null,
    heads: heads && heads.people + heads.headless > 0 ? heads : null,
    opensRecords: may(actor, "roster.view"),
    movesDeadline: material.isOut && version.isCurrent && material.isKept && may(actor, "materials.publish"),
  };
}

export async function openUnits(actor: Actor, id: string, url: URL) {
  const query = readUnitsQuery(url);
  const opened = await openMaterial(actor, id, query.version);
  if (!opened?.version) return opened;
  const { material, version } = opened;
  const { left, ...units } = await readUnits(actor, material, version, query);
  const mayEscalate = mayRemind(actor, material, version) && material.isKept;
  return { ...opened, ...units, left, query, mayEscalate };
}
