/** What the officer says of people who are in the roster already: of one row, or of all. */
import type { Actor } from "~/platform/actor";
import { type Db, transaction } from "~/platform/db.server";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { PlacedRow } from "~/roster/import/import-thread.server";
import { changeKept, lockOpen } from "~/roster/import/open-imports.server";
import { checkForPage, rowsAt } from "~/roster/import/readings.server";
import { words as importWords } from "~/roster/import/words";
import { isInReach } from "~/roster/speakers.server";
import type { Rules } from "./fields";
import { type KnownChoice, knownChoiceSchema, type RowChoice } from "./known";

/** Refusals: somebody outside the actor's units; a row that was written already. */
export function chooseForRow(actor: Actor, id: string, { sheet, row, ...said }: RowChoice): Promise<void> {
  return transaction(undefined, async (tx) => {
    await lockOpen(tx, actor, id);
    const where = { importId_sheet_row: { importId: id, sheet, row } };
    const before = await tx.rosterImportRow.findUnique({ where });
    if (!before) throw new Refusal(importWords.refused.gone);
    if (before.outcome !== "pending") throw new Refusal(importWords.refused.rowAdded);
    if (said.same && !(await isInReach(actor, said.same))) throw new Refusal(importWords.refused.gone);
    const known = merged(before.known ? knownChoiceSchema.parse(before.known) : {}, said);
    await tx.rosterImportRow.update({
      where,
      data: { known: Object.keys(known).length > 0 ? (known as Prisma.InputJsonObject) : Prisma.DbNull },
    });
  });
}

/** What was chosen of one person's fields says nothing of another's. */
function merged(before: KnownChoice, said: Omit<RowChoice, "sheet" | "row">): KnownChoice {
  const isOther = said.same !== undefined || said.not !== undefined;
  const fields = { ...(isOther ? {} : before.fields), ...said.fields };
  const kept = Object.fromEntries(Object.entries(fields).filter(([, choice]) => choice !== null));
  const same = said.same === undefined ? before.same : (said.same ?? undefined);
  const not = said.not === undefined ? before.not : (said.not ?? undefined);
  return {
    ...(same && !not?.includes(same) && { same }),
    ...(not && not.length > 0 && { not }),
    ...(Object.keys(kept).length > 0 && { fields: kept }),
  };
}

/** For all rows; what was chosen for one stays. */
export function chooseRules(actor: Actor, id: string, rules: Rules): Promise<void> {
  return changeKept(actor, id, (kept) => ({ ...kept, known: { ...kept.known, ...rules } }));
}

/** Whoever may be somebody of the roster is the likeliest of them: for a list that was looked through. Returns how many. */
export async function chooseSameForAll(actor: Actor, found: RosterImport): Promise<number> {
  const checked = await checkForPage(actor, found);
  const maybe = rowsAt(checked, checked.known.places.maybe);
  return transaction(undefined, async (tx) => {
    await lockOpen(tx, actor, found.id);
    return sayAll(tx, found.id, maybe);
  });
}

function sayAll(tx: Db, importId: string, rows: PlacedRow[]): Promise<number> {
  const said = JSON.stringify(rows.map(({ sheet, row, known }) => ({ sheet, row, same: known?.speakerId })));
  return tx.$executeRaw`
    UPDATE roster_import_row r SET known = coalesce(r.known, '{}') || jsonb_build_object('same', new.same)
    FROM jsonb_to_recordset(${said}::jsonb) AS new (sheet text, "row" int, same uuid)
    WHERE r.import_id = ${importId}::uuid AND r.sheet = new.sheet AND r.row = new.row AND r.outcome = 'pending'`;
}
