/** What speakers speak about: the department's own list, and how far somebody has come with each topic. */
import { z } from "zod";
import { tidy } from "~/platform/text";

export const topicLevels = ["interested", "experienced", "certified"] as const;
export type TopicLevel = (typeof topicLevels)[number];

export interface Topic {
  id: string;
  name: string;
  /** Kept where it is named, no longer offered. */
  retired: boolean;
}

/** A topic with the number of people who name it, for whoever keeps the list. */
export interface CountedTopic extends Topic {
  people: number;
}

export const topicNameSchema = z.object({ name: z.string().min(1).max(120).transform(tidy) });

/** One step up or down the list. */
export const topicMoveSchema = z.object({ by: z.union([z.literal(-1), z.literal(1)]) });

/** The level in each topic; "" for those that say nothing to the person. */
export const topicsSchema = z.object({
  topics: z
    .record(z.uuid(), z.union([z.enum(topicLevels), z.literal("")]))
    .transform(
      (topics) =>
        Object.fromEntries(Object.entries(topics).filter(([, level]) => level !== "")) as Record<
          string,
          TopicLevel
        >,
    ),
});

export function nameOf(id: string | null, topics: Topic[]): string | null {
  return topics.find((topic) => topic.id === id)?.name ?? null;
}
