/** The department's choices about annexes. */
import { z } from "zod";
import { tidy } from "~/platform/text";
import { layouts } from "./annex-content";

export const annexSettingsSchema = z.object({
  layout: z.enum(layouts),
  place: z
    .string()
    .max(60)
    .nullish()
    .transform((typed) => tidy(typed ?? "")),
});
export type AnnexSettings = z.output<typeof annexSettingsSchema>;
