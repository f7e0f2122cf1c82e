/** Shows one sensitive field of a person to whoever asks, and writes down that they asked. */
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { isPrivateField } from "~/roster/record/private";
import { revealField } from "~/roster/record/private.server";
import { findName } from "~/roster/speakers.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.reveal");
  const id = idIn(params.speakerId);
  found(await findName(actor, id));
  const field = found(isPrivateField(params.field) ? params.field : null);
  return handleForm(request, z.object({}), async () => {
    const value = found(await revealField(actor, id, field));
    return data({ value }, { headers: { "Cache-Control": "private, no-store" } });
  });
}
