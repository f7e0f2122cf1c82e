/** Materials for pickers: by a few letters of title, number or issuer. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listMaterialChoices } from "~/materials/list/material-choices.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { searchParams } = new URL(request.url);
  const except = searchParams.get("except");
  const choices = await listMaterialChoices(
    actor,
    (searchParams.get("q") ?? "").slice(0, 100),
    except && /^[\da-f-]{36}$/i.test(except) ? except : null,
  );
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
