/** The people a material is for as a sheet: the rows that the list shows, all of them, told in the trail. */
import type { MaterialRecord } from "~/materials/material-record.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import type { PeopleQuery } from "./people-query";
import { listAllRecipients, type Recipient } from "./preview.server";
import { words as audienceWords } from "./words";

export async function exportRecipients(
  actor: Actor,
  { id, title, unitId }: MaterialRecord,
  query: PeopleQuery,
): Promise<SheetOptions<Recipient>> {
  const { people: words, preview } = audienceWords[actor.language];
  const rows = await listAllRecipients(id, query);
  await audit(db, actor, "material.recipients_exported", {
    ...{ kind: "material", id, title, unitId },
    after: { told: rows.length },
  });
  return {
    name: words.fileName,
    title: words.title,
    columns: [
      { label: words.name, width: 32, value: ({ name }) => name },
      { label: words.unit, width: 44, value: ({ unit }) => unit },
      { label: words.as, width: 24, value: ({ speakerId }) => (speakerId ? words.speaker : preview.staff) },
      { label: words.account, width: 16, value: ({ hasAccount }) => (hasAccount ? words.has : words.none) },
    ],
    rows,
  };
}
