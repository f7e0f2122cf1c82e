/** What Ctrl+K finds on the server: people and units within reach, materials one may see, and the way to search in materials. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { inTextsEntry, searchMaterials } from "~/materials/index.server";
import { searchPeople } from "~/roster/index.server";
import type { FoundEntry } from "~/ui/use-found";
import { searchUnits } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  if (q.length < 2) return Response.json({ entries: [] });
  const people = may(actor, "roster.view")
    ? await searchPeople(await requireActor(request, "roster.view"), q)
    : [];
  const [units, materials] = await Promise.all([
    searchUnits(actor, q, { limit: 6 }),
    searchMaterials(actor, q),
  ]);
  const entries: FoundEntry[] = [
    ...people.map(({ id, name, path }) => ({
      kind: "person" as const,
      label: name,
      note: path,
      to: `/roster/${id}`,
    })),
    ...units.map(({ id, name, path }) => ({
      kind: "unit" as const,
      label: name,
      note: path,
      to: `/units/${id}`,
    })),
    ...materials.map(({ name, path, to }) => ({ kind: "document" as const, label: name, note: path, to })),
    ...(may(actor, "materials.read") ? [inTextsEntry(q, actor.language)] : []),
  ];
  return Response.json({ entries }, { headers: { "Cache-Control": "private, no-store" } });
}
