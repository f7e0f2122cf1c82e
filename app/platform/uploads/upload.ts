/** What both ends of an upload know: its address, how its facts travel, how large one may be. */

/** Where the browser sends files, piece by piece (tus). */
export const uploadPath = "/uploads";

const megabyte = 1024 * 1024;
export const usualLargest = 200 * megabyte;

/** The facts of an upload in tus's metadata, under these names. */
export interface UploadFacts {
  filename: string;
  /** "materials.file" */
  purpose: string;
  /** What it is for: the id of a record. */
  subject: string;
  /** "1": the person ticked the declaration. */
  declared: string;
}

/** One that did not come to its end yet, as its owner finds it after a reload. */
export interface UnfinishedUpload {
  id: string;
  name: string;
  size: number;
  received: number;
}
