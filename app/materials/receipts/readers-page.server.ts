/** What the pages of readers are drawn from: among a material's pages for its keepers, and by itself for other leaders. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { findUnit } from "~/units/index.server";
import { type Addressed, findAddressed, isLate, versionOf } from "./addressed.server";
import { countHeads } from "./escalation.server";
import { countReaders } from "./kept-readers.server";
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
  const [{ answer: readers, since }, unit, heads] = await Promise.all([
    countReaders(version.id, {
      ...{ actor, key: ["readers", material.isKept, query] },
      count: () => readReaders(actor, material, version, query),
      peopleOf: ({ figures }) => figures.recipients,
    }),
    query.unit ? findUnit(actor, query.unit) : null,
    reminds && material.isKept ? openHeads(actor, id, version.id) : null,
  ]);
  return {
    ...{ ...opened, ...readers, query, since },
    unit: unit && { id: unit.id, name: unit.name },
    remindable: reminds ? readers.remindable : null,
    heads: heads && heads.people + heads.headless > 0 ? heads : null,
    opensRecords: may(actor, "roster.view"),
    movesDeadline: material.isOut && version.isCurrent && material.isKept && may(actor, "materials.publish"),
  };
}

async function openHeads(actor: Actor, id: string, versionId: string) {
  const { answer } = await countReaders(versionId, {
    ...{ actor, key: "heads" },
    count: () => countHeads({ id, versionId }),
    peopleOf: ({ people, headless }) => people + headless,
  });
  return answer;
}

export async function openUnits(actor: Actor, id: string, url: URL) {
  const query = readUnitsQuery(url);
  const opened = await openMaterial(actor, id, query.version);
  if (!opened?.version) return opened;
  const { material, version } = opened;
  const { answer, since } = await countReaders(version.id, {
    ...{ actor, key: ["units", material.isKept, query] },
    count: () => readUnits(actor, material, version, query),
    peopleOf: ({ people }) => people,
  });
  const mayEscalate = mayRemind(actor, material, version) && material.isKept;
  const { people: _, ...units } = answer;
  return { ...opened, ...units, query, since, mayEscalate };
}
