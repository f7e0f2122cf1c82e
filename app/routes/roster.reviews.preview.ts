/** What a review would come to if it were opened now; nothing is kept. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { previewChoice } from "~/roster/reviews/choice.server";
import { choiceSchema } from "~/roster/reviews/review";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  return handleForm(request, choiceSchema, async (choice) =>
    Response.json(await previewChoice(actor, choice)),
  );
}
