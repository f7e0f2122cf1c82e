/** One branch of the tree, asked for when it is opened. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { toNode } from "~/units/unit-tree";
import { listChildren } from "~/units/unit-tree.server";
import { findUnit } from "~/units/units.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const { searchParams } = new URL(request.url);
  const unit = found(await findUnit(actor, searchParams.get("of") ?? ""));
  const units = await listChildren(actor, unit.id, { closed: searchParams.has("closed") });
  const nodes = units.map((child) => toNode(child, actor.language));
  return Response.json({ nodes }, { headers: { "Cache-Control": "private, no-store" } });
}
