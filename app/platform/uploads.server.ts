/** One file out of a form with files, held in memory up to a limit. */
import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUploads,
  unstable_parseMultipartFormData as parseUpload,
} from "@remix-run/node";
import { Refusal } from "./refusal";
import { sheetWords as words } from "./sheet-words";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** The field "file". Answers 415 to anything but a form with files; refuses none, an empty one, and one above the limit. */
export async function uploadedFile(request: Request, mostBytes: number): Promise<UploadedFile> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) {
    throw new Response(null, { status: 415 });
  }
  try {
    const form = await parseUpload(request, memoryUploads({ maxPartSize: mostBytes }));
    const file = form.get("file");
    if (file instanceof File && file.size > 0) {
      return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    }
  } catch (error) {
    if (!(error instanceof MaxPartSizeExceededError)) throw error;
    throw new Refusal(words.tooBig(Math.floor(mostBytes / 1024 / 1024)), "file");
  }
  throw new Refusal(words.empty, "file");
}
