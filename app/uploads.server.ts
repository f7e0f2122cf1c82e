/** Everything that files may be sent in for. */
import type { UploadPurpose } from "~/platform/uploads/purposes.server";

const purposes: UploadPurpose[] = [];

/** By the name that travels with the file. */
export function purposeNamed(name: string | undefined): UploadPurpose | null {
  return purposes.find(({ purpose }) => purpose === name) ?? null;
}
