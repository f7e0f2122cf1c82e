/** Where uploads begin, and what of one's own has not come to its end. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { listUnfinished } from "~/platform/uploads/pieces.server";
import { answerUpload, asUploader, factsOf } from "~/platform/uploads/tus.server";
import { purposeNamed } from "~/uploads.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { purpose } = found(purposeNamed(searchParams.get("purpose") ?? undefined));
  const unfinished = await listUnfinished(actor, purpose, searchParams.get("subject") ?? "");
  return Response.json({ unfinished }, { headers: { "Cache-Control": "no-store" } });
}

export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request).catch(asUploader(request));
  const purpose = found(purposeNamed(factsOf(request)?.purpose));
  const actor = await requireActor(request, purpose.permission as Permission);
  return answerUpload(request, actor, purpose);
}
