/** The list of materials as a sheet: the rows that the page shows, all of them, told in the trail. */
import { words as materialWords } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import { type ListedMaterial, listAllMaterials } from "./material-list.server";
import type { MaterialQuery } from "./material-query";
import { statesIn } from "./material-states";
import { words as listWords } from "./words";

export async function exportMaterials(
  actor: Actor,
  query: MaterialQuery,
): Promise<SheetOptions<ListedMaterial>> {
  const { fields, kinds, circulations } = materialWords[actor.language];
  const words = listWords[actor.language];
  await audit(db, actor, "materials.exported", {
    ...{ kind: "material", id: "list", title: words.fileName },
    unitId: actor.reach === "everywhere" ? null : actor.reach[0],
  });
  const day = (value: string | null) => value && showDay(value);
  return {
    name: words.fileName,
    title: words.title,
    columns: [
      { label: fields.title, width: 60, value: ({ title }) => title },
      { label: fields.number, width: 20, value: ({ number }) => number },
      { label: fields.issuer, width: 36, value: ({ issuer }) => issuer },
      { label: fields.issuedOn, width: 14, value: ({ issuedOn }) => day(issuedOn) },
      { label: fields.kind, width: 20, value: ({ kind }) => kinds[kind] },
      { label: fields.circulation, width: 26, value: ({ circulation }) => circulations[circulation] },
      {
        label: fields.state,
        width: 30,
        value: (row) =>
          statesIn(row, actor.language)
            .map(({ label }) => label)
            .join(", "),
      },
      { label: words.publishedOn, width: 14, value: ({ publishedOn }) => day(publishedOn) },
      { label: fields.unit, width: 36, value: ({ unitName }) => unitName },
      { label: fields.files, width: 8, value: ({ files }) => files },
    ],
    rows: listAllMaterials(actor, query),
  };
}
