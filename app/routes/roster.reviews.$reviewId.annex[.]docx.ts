/** The draft annex of what a review comes to, in Word. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { asAttachment } from "~/platform/sheet-writer.server";
import { docxType } from "~/roster/annex/annex.server";
import { readResultQuery } from "~/roster/reviews/result/result";
import { resultWords } from "~/roster/reviews/result/result-words";
import { annexLists, annexOfReview } from "~/roster/reviews/result/review-annex.server";
import { findReview } from "~/roster/reviews/reviews.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  const url = new URL(request.url);
  const list = z.enum(annexLists).catch("all").parse(url.searchParams.get("annex"));
  let annex: Buffer | null = null;
  const refused = await phraseOf(async () => {
    annex = await annexOfReview(actor, review, readResultQuery(url), list);
  });
  if (refused) return redirectWithToast(`/roster/reviews/${review.id}/result`, refused, request);
  const name = `${resultWords[actor.language].annex.file(review.name)}.docx`;
  return new Response(new Uint8Array(found<Buffer>(annex)), {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": asAttachment(name),
      "Cache-Control": "private, no-store",
    },
  });
}
