/** A grouping of units across the tree: a cluster, a bloc, a region. */
import { z } from "zod";
import { tidy } from "~/platform/text";

const text = (most: number) => z.string().transform(tidy).pipe(z.string().max(most));

export const groupingSchema = z.object({
  name: text(120).pipe(z.string().min(1)),
  note: text(300).optional(),
});
export type GroupingValues = z.infer<typeof groupingSchema>;

export const groupingMemberSchema = z.object({ unitId: z.uuid() });
