/** One's own upload: how far it is (HEAD), its next piece (PATCH), its end (DELETE). */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findUpload } from "~/platform/uploads/pieces.server";
import { answerUpload, asUploader } from "~/platform/uploads/tus.server";
import { purposeNamed } from "~/uploads.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const owner = await requireActor(request).catch(asUploader(request));
  return answerTo(owner, request, params.uploadId);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const owner = await requireActor(request).catch(asUploader(request));
  return answerTo(owner, request, params.uploadId);
}

async function answerTo(owner: { userId: string }, request: Request, id: string | undefined) {
  const upload = found(await findUpload(owner, idIn(id)));
  const purpose = found(purposeNamed(upload.purpose));
  const actor = await requireActor(request, purpose.permission as Permission);
  return answerUpload(request, actor, purpose);
}
