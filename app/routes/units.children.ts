/** One branch of the tree, or a further part of it, asked for when it is opened. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { readBranch } from "~/units/unit-tree.server";
import { findUnit } from "~/units/units.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const { searchParams } = new URL(request.url);
  const of = searchParams.get("of") ?? "";
  if (of) found(await findUnit(actor, of));
  const from = Math.min(Math.max(0, Math.trunc(Number(searchParams.get("from"))) || 0), 1_000_000);
  const branch = await readBranch(actor, actor.language, of, { from, closed: searchParams.has("closed") });
  return Response.json(branch, { headers: { "Cache-Control": "private, no-store" } });
}
