/** The list of units as it is shown, all pages, as a sheet that the import reads back. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { streamSheet } from "~/platform/sheet-writer.server";
import { sheetColumns } from "~/units/unit-columns";
import { eachUnit } from "~/units/unit-list.server";
import { readUnitQuery } from "~/units/unit-query";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const { file, title } = unitWords[actor.language].list;
  return streamSheet({
    name: file,
    title,
    columns: sheetColumns(actor.language),
    rows: eachUnit(actor, readUnitQuery(new URL(request.url))),
  });
}
