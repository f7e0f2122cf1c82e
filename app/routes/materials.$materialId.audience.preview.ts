/** What audience rules come to as they stand in the form: how many people, said back as sentences. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { countRules } from "~/materials/audience/audience-page.server";
import { audienceSchema } from "~/materials/audience/rule";
import { findMaterial } from "~/materials/material-record.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { circulation } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, audienceSchema, ({ rules }) => countRules(actor, circulation, rules));
}
