/** Pictures as readers see them: written anew, so that nothing hides in them and no phone loads more than it shows. */
import { readFile } from "~/platform/files.server";
import { rewritePhoto } from "~/platform/photos.server";

/** The longer side, in pixels: sharp on a phone when it is drawn twice as large. */
const longest = 1600;

/** A JPEG; null: it is no picture that we can read. */
export async function showPicture(storedId: string): Promise<Buffer | null> {
  return rewritePhoto(await readFile(storedId), longest);
}
