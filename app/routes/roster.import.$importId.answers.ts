/** Takes answers to what an import is not sure of, and refusals of its repairs. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { answer } from "~/roster/import/answers/answers.server";
import { answersSchema } from "~/roster/import/choices";
import { findImport } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, answersSchema, async ({ answers }) => {
    await answer(actor, record, answers);
    return { done: true };
  });
}
