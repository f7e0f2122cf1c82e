/** The list of people as it is filtered and sorted, as an annex in Word. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { showDay, today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { phraseOf } from "~/platform/refusal";
import { asAttachment } from "~/platform/sheet-writer.server";
import { docxType } from "~/roster/annex/annex.server";
import { annexOfList } from "~/roster/annex/annex-list.server";
import { annexWords } from "~/roster/annex/annex-words";
import { nameIn } from "~/roster/exports/export-choice";
import { readRosterQuery } from "~/roster/roster-query";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const url = new URL(request.url);
  const usual = annexWords[actor.language].listFileName(showDay(today()).replaceAll("/", "-"));
  const name = nameIn(url, usual);
  let annex: Buffer | undefined;
  const refused = await phraseOf(async () => {
    annex = await annexOfList(actor, readRosterQuery(url), `${name}.docx`);
  });
  if (refused || !annex)
    return redirectWithToast(`/roster/export${url.search}`, refused ?? annexWords.title, request);
  return new Response(new Uint8Array(annex), {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": asAttachment(`${name}.docx`),
      "Cache-Control": "private, no-store",
    },
  });
}
