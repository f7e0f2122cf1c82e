/** Speakers and units within reach, to ask whether somebody sees them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listSubjects } from "~/accounts/sight/sight.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  return Response.json(
    { choices: await listSubjects(actor, typed) },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}
