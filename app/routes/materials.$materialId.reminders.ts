/** Reminds the people of the list as it is filtered who have not acknowledged. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { readReadersQuery } from "~/materials/receipts/reader";
import { remindReaders } from "~/materials/receipts/reminders.server";
import { words } from "~/materials/receipts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

const pressSchema = z.object({
  expected: z.coerce.number().int().min(0),
  again: z.literal("1").optional(),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.remind");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const url = new URL(request.url);
  const query = readReadersQuery(url);
  const version = found(versionOf(material, query.version));
  return handleForm(request, pressSchema, async ({ expected, again }) => {
    const press = { expected, again: again === "1" };
    const { told, mailed, silent } = await remindReaders(actor, material, version, query, press);
    const back = `/materials/${material.id}/${material.isKept ? "readers" : "people"}${url.search}`;
    return redirectWithToast(back, words.toasts.reminded(told, mailed, silent), request);
  });
}
