/** Has the stored files compared with their checksums now. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { verifyFilesJob } from "~/nav/verify-files.server";
import { verifyFilesLater } from "~/platform/files/verify.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "files.view");
  await verifyFilesLater(actor, verifyFilesJob);
  return redirect("/files");
}
