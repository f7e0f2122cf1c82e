/** Who has read as a sheet, by person or by unit: the rows, filters and order that the page shows. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showMoment, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import type { Addressed, Version } from "./addressed.server";
import type { ReadersQuery, UnitsQuery } from "./reader";
import { listReadersInFull, type Reader } from "./readers.server";
import { listUnitsInFull, type UnitOfReaders } from "./units.server";
import { words as receiptWords } from "./words";

/** The audit line is written first: from then on the list counts as handed out. */
export async function exportReaders(
  actor: Actor,
  material: Addressed,
  version: Version,
  query: ReadersQuery,
): Promise<SheetOptions<Reader>> {
  const words = receiptWords[actor.language];
  const rows = await listReadersInFull(actor, material, version, query);
  await note(actor, material, version, rows.length);
  const moment = (at: string | null) => at && showMoment(at);
  return {
    ...{ name: `${words.exportTitle} ${today()}`, title: titleOf(words, material, version), rows },
    columns: [
      { label: words.name, width: 28, value: ({ fullName }) => fullName },
      { label: words.unit, width: 44, value: ({ unitName }) => unitName },
      { label: words.state, width: 34, value: ({ state }) => words.states[state] },
      { label: words.opened, width: 18, value: ({ openedAt }) => moment(openedAt) },
      { label: words.downloaded, width: 18, value: ({ downloadedAt }) => moment(downloadedAt) },
      { label: words.acknowledged, width: 18, value: ({ acknowledgedAt }) => moment(acknowledgedAt) },
      { label: words.reminded, width: 18, value: ({ remindedAt }) => moment(remindedAt) },
      { label: words.gone, width: 24, value: ({ isAddressed }) => (isAddressed ? null : words.gone) },
    ],
  };
}

export async function exportUnits(
  actor: Actor,
  material: Addressed,
  version: Version,
  query: UnitsQuery,
): Promise<SheetOptions<UnitOfReaders>> {
  const words = receiptWords[actor.language];
  const rows = await listUnitsInFull(actor, material, version, query);
  await note(actor, material, version, rows.length);
  return {
    ...{ name: `${words.exportUnits} ${today()}`, title: titleOf(words, material, version), rows },
    columns: [
      { label: words.unit, width: 44, value: ({ name }) => name },
      { label: words.under, width: 36, value: ({ path }) => path },
      { label: words.people, width: 12, value: ({ people }) => people },
      { label: words.opened, width: 12, value: ({ opened }) => opened },
      { label: words.downloaded, width: 12, value: ({ downloaded }) => downloaded },
      { label: words.acknowledged, width: 14, value: ({ acknowledged }) => acknowledged },
      { label: words.left, width: 16, value: ({ left }) => left },
      { label: words.noAccount, width: 18, value: ({ silent }) => silent },
    ],
  };
}

function titleOf(words: (typeof receiptWords)["vi"], { title }: Addressed, { number }: Version): string {
  return `${title}, ${words.version(number).toLowerCase()}`;
}

function note(actor: Actor, { id, title, unitId }: Addressed, { number }: Version, rows: number) {
  return audit(db, actor, "material.readersExported", {
    ...{ kind: "material", id, title, unitId },
    after: { version: number, rows },
  });
}
