/** What a collection is: what was handed out together at a conference, on a topic, or otherwise. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { words } from "./words";

export const collectionKinds = ["conference", "topic", "other"] as const;
export type CollectionKind = (typeof collectionKinds)[number];

export const collectionSchema = z
  .object({
    kind: z.enum(collectionKinds),
    title: z.string().min(1).max(200).transform(tidy),
    heldOn: z
      .union([z.iso.date(), z.literal("")])
      .nullish()
      .transform((typed) => typed || null),
    topicId: z
      .union([z.uuid(), z.literal("")])
      .nullish()
      .transform((typed) => typed || null),
    note: z
      .string()
      .max(1000)
      .nullish()
      .transform((typed) => tidy(typed ?? "") || null),
    unitId: z.uuid(),
    revision: z.number().int().nullish(),
  })
  .refine(({ kind, heldOn }) => kind !== "conference" || heldOn, {
    path: ["heldOn"],
    ...says(words.errors.dayNeeded),
  });
export type CollectionInput = z.input<typeof collectionSchema>;
export type CollectionValues = z.output<typeof collectionSchema>;

export const memberSchema = z.object({ materialId: z.uuid() });
export const moveSchema = memberSchema.extend({ by: z.union([z.literal(-1), z.literal(1)]) });

const querySchema = z.object({
  q: z.string().max(200).transform(tidy).catch(""),
  kind: z.enum(collectionKinds).nullable().catch(null),
  year: z.coerce.number().int().min(1945).max(2200).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CollectionQuery = z.output<typeof querySchema>;
export const collectionsOnAPage = 50;

export function readCollectionQuery(url: URL): CollectionQuery {
  const params = url.searchParams;
  return querySchema.parse({
    q: params.get("q") ?? "",
    kind: params.get("kind") || null,
    // An empty text would be read as the year 0.
    year: params.get("year") || null,
    page: params.get("page") ?? "1",
  });
}
