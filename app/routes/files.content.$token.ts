/** A stored file by a signed link, to the person it was made for while it holds. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { openTicket } from "~/platform/files/links.server";
import { answerFile } from "~/platform/files.server";
import { found } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { file, ...shown } = found(openTicket(actor, params.token ?? ""));
  return answerFile(request, file, shown);
}
