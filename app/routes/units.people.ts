/** How many active people the units in sight have, asked for once the tree stands. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { idIn } from "~/platform/found.server";
import { countActiveUnder } from "~/roster/index.server";
import { showNumber } from "~/ui/number";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const ids = new URL(request.url).searchParams.get("ids")?.split(",").slice(0, 100) ?? [];
  const counts = await countActiveUnder(actor, ids.map(idIn), today());
  const facts = Object.fromEntries(
    Object.entries(counts).map(([id, people]) => [id, showNumber(people, actor.language)]),
  );
  return Response.json({ facts }, { headers: { "Cache-Control": "private, no-store" } });
}
