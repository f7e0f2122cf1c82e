/** Takes a roster file in and goes on to what was understood of it. */
import {
  type ActionFunctionArgs,
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUploads,
  unstable_parseMultipartFormData as parseUpload,
  redirect,
} from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { Refusal } from "~/platform/refusal";
import { addImport } from "~/roster/import/imports.server";
import { mostBytes } from "~/roster/import/read.server";
import { words } from "~/roster/import/words";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) {
    throw new Response(null, { status: 415 });
  }
  return refusalsAsErrors(actor.language, async () => {
    const file = await fileIn(request);
    const id = await addImport(actor, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
    return redirect(`/roster/import/${id}`);
  });
}

async function fileIn(request: Request): Promise<File> {
  try {
    const form = await parseUpload(request, memoryUploads({ maxPartSize: mostBytes }));
    const file = form.get("file");
    if (file instanceof File && file.size > 0) return file;
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) throw new Refusal(words.refused.tooBig, "file");
    throw error;
  }
  throw new Refusal(words.refused.empty, "file");
}
