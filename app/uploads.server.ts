/** Everything that files may be sent in for. */
import { materialUpload } from "~/materials/index.server";
import type { UploadPurpose } from "~/platform/uploads/purposes.server";
import { sampleUpload } from "~/ui/gallery/sample-upload.server";

const purposes: UploadPurpose[] = [sampleUpload, materialUpload];

/** By the name that travels with the file. */
export function purposeNamed(name: string | undefined): UploadPurpose | null {
  return purposes.find(({ purpose }) => purpose === name) ?? null;
}
