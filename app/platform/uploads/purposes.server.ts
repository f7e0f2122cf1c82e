/** What files may be sent in for: each feature declares its own; all are listed in app/uploads.server.ts. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import type { StoredFile } from "~/platform/prisma/client";

/** A file that somebody begins to send. */
export interface NewUpload {
  name: string;
  /** In bytes. */
  size: number;
  /** Whether the person ticked the declaration beside the files. */
  declared: boolean;
}

/** A file that has come whole. */
export interface WholeUpload {
  id: string;
  subjectId: string;
  name: string;
}

export interface UploadPurpose {
  /** "materials.file" */
  purpose: string;
  /** What its sender must hold, asked again with every piece. */
  permission: string;
  /** In bytes; 200 MB if not given. */
  largest?: number;
  /** Throws a 404 where the subject is not there or not within reach, a Refusal where a rule says no. */
  begin(actor: Actor, subjectId: string, wanted: NewUpload): Promise<void>;
  /**
   * Gives the stored file its owner, in one transaction with the file's row: happens once or not at all, also after a
   * kill. A Refusal (or a 404) here is told to the person, and nothing of the file is kept.
   */
  take(tx: Db, actor: Actor, upload: WholeUpload, stored: StoredFile): Promise<void>;
}

export function defineUpload(purpose: UploadPurpose): UploadPurpose {
  return purpose;
}
