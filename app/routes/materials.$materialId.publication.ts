/** Brings the draft version of a material out, now or at a moment. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { momentOf, publicationSchema } from "~/materials/audience/publication";
import { publish } from "~/materials/audience/publishing.server";
import { words } from "~/materials/audience/words";
import { findMaterial } from "~/materials/material-record.server";
import { showMoment } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  if (!may(actor, "materials.publish")) await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, publicationSchema, async (values) => {
    const { acknowledgeBy } = values;
    const published = found(await publish(actor, id, { acknowledgeBy, at: momentOf(values) }));
    const at = `/materials/${id}/audience`;
    // The page then shows how far the job is.
    if (published.how === "job") return redirect(at);
    const { done, scheduled } = words.publish;
    const said = published.how === "now" ? done(published.told) : scheduled(showMoment(published.at));
    return redirectWithToast(at, said, request);
  });
}
