/** The list of a decision's people as its annex in Word. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { asAttachment } from "~/platform/sheet-writer.server";
import { annexOfDecision, docxType } from "~/roster/annex/annex.server";
import { annexWords } from "~/roster/annex/annex-words";
import { showNumber } from "~/roster/decision";
import { findDecision } from "~/roster/decisions/decision-records.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const decision = found(await findDecision(actor, idIn(params.decisionId)));
  let annex: Buffer | undefined;
  const refused = await phraseOf(async () => {
    annex = await annexOfDecision(actor, decision);
  });
  if (refused || !annex) {
    return redirectWithToast(`/roster/decisions/${decision.id}`, refused ?? annexWords.title, request);
  }
  const name = annexWords[actor.language].fileName(showNumber(decision.number).replaceAll("/", "-"));
  return new Response(new Uint8Array(annex), {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": asAttachment(`${name}.docx`),
      "Cache-Control": "private, no-store",
    },
  });
}
