/** The tree of units beside whatever is shown of one of them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData, useParams } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { idIn } from "~/platform/found.server";
import { searchUnits } from "~/units/unit-search.server";
import { readOpenTree } from "~/units/unit-tree.server";
import { UnitTreePanel } from "~/units/unit-tree-panel";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const closed = searchParams.has("closed");
  const countsPeople = may(actor, "roster.view");
  if (q) return { q, closed, countsPeople, tree: null, hits: await searchUnits(actor, q, { limit: 50 }) };
  const to = params.unitId && idIn(params.unitId);
  return {
    q,
    closed,
    countsPeople,
    tree: await readOpenTree(actor, actor.language, { closed, to }),
    hits: null,
  };
}

/** Named so that walking through the tree does not ask the server for the tree again. */
export function shouldRevalidate({ defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return defaultShouldRevalidate;
}

export default function UnitsLayout() {
  const tree = useLoaderData<typeof loader>();
  const { unitId } = useParams();
  return (
    <div className="grid grid-cols-1 items-start lg:grid-cols-[22rem_1fr]">
      <UnitTreePanel {...tree} selected={unitId} />
      <Outlet />
    </div>
  );
}
