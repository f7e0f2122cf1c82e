/** What an officer decides about an import of units: where it goes, from when, and how much of it. */
import { z } from "zod";

export const importOptionsSchema = z.object({
  /** The code of the one unit of the file that is wanted, with all under it; "": everything. */
  only: z.string().max(20).default(""),
  /** Under which unit those without a parent in the file come; "": they become topmost. */
  parentId: z.union([z.uuid(), z.literal("")]).default(""),
  openedOn: z.iso.date(),
  reason: z.string().trim().max(300).default(""),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;
