/** What is said of a further version: what changed, and whether who acknowledged the one before is asked again. */
import { z } from "zod";
import { tidy } from "~/platform/text";

export const versionSchema = z.object({
  change: z.string().min(1).max(1000).transform(tidy),
  asksAgain: z.enum(["yes", "no"]),
});
export const newVersionSchema = versionSchema.extend({
  /** It begins with the files of the version before. */
  keepFiles: z.boolean(),
});
export type VersionValues = z.output<typeof versionSchema>;
export type NewVersionValues = z.output<typeof newVersionSchema>;
