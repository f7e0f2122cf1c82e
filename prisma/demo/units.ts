/** Rows of the sample province's units: each with its versions, from the places as they are told. */
import { addDays, dayToColumn } from "~/platform/clock";
import type { Prisma } from "~/platform/prisma/client";
import { places } from "./places.ts";
import { idAt, type Random } from "./random.ts";

export interface UnitRows {
  units: Prisma.UnitCreateManyInput[];
  versions: Prisma.UnitVersionCreateManyInput[];
  /** Ids by the places' keys. */
  idOf: (key: string) => string;
}

/** Ids begin with `madeAt`, the moment at which the list was taken over. */
export function makeUnits(random: Random, madeAt: Date): UnitRows {
  const ids = new Map(places.map(({ key }) => [key, idAt(random, madeAt)]));
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (!id) throw new Error(`The sample province has no ${key}.`);
    return id;
  };
  const units = places.map(({ key, name, shortName, kind, level, code, parent, openedOn, closedOn }) => ({
    id: idOf(key),
    ...{ name, shortName, kind, level, code },
    parentId: parent ? idOf(parent) : null,
    openedOn: dayToColumn(openedOn),
    closedOn: closedOn ? dayToColumn(closedOn) : null,
  }));
  const versions = places.flatMap(({ before, openedOn, ...place }) => {
    const version = (name: string, parent: string | undefined) => ({
      unitId: idOf(place.key),
      name,
      shortName: place.shortName,
      kind: place.kind,
      level: place.level,
      code: place.code,
      parentId: parent ? idOf(parent) : null,
    });
    const today = {
      ...version(place.name, place.parent),
      validFrom: dayToColumn(before ? addDays(before.until, 1) : openedOn),
      validTo: place.closedOn ? dayToColumn(place.closedOn) : null,
      reason: before?.reason,
    };
    if (!before) return [today];
    const then = {
      ...version(before.name ?? place.name, before.parent ?? place.parent),
      validFrom: dayToColumn(openedOn),
      validTo: dayToColumn(before.until),
    };
    return [{ ...then, shortName: before.name ? undefined : place.shortName }, today];
  });
  return { units, versions, idOf };
}
