/** What is known of somebody in a file who is in the roster already: who it is, in what both differ, what becomes of each field. */
import { z } from "zod";
import type { Day } from "~/platform/clock";
import type { Sign } from "~/roster/doubles/score";
import type { ListedTopic } from "~/roster/import/person-skills";
import type { LanguageSkill } from "~/roster/record/language";
import type { TopicLevel } from "~/roster/record/topic";
import { type Choice, choices, type KnownField, knownFields, rules } from "./fields";
import type { PostPlan } from "./post";

/** What an officer said about one row. */
export const knownChoiceSchema = z.object({
  /** Who it is, chosen by hand. */
  same: z.uuid().optional(),
  /** Who it is not. */
  not: z.array(z.uuid()).max(100).optional(),
  fields: z.partialRecord(z.enum(knownFields), z.enum(choices)).optional(),
});
export type KnownChoice = z.infer<typeof knownChoiceSchema>;

/** What an officer says of one row; null takes a word back. */
export const rowChoiceSchema = z.object({
  sheet: z.string().max(100),
  row: z.number().int().min(1),
  same: z.uuid().nullish(),
  not: z.array(z.uuid()).max(100).nullish(),
  fields: z.partialRecord(z.enum(knownFields), z.enum(choices).nullable()).optional(),
});
export type RowChoice = z.infer<typeof rowChoiceSchema>;

export const rulesSchema = z.partialRecord(z.enum(knownFields), z.enum(rules));

/** A value that the file has and the roster has not, or has otherwise. */
export interface Difference {
  field: KnownField;
  /** As it is read; a gender or theory level by its code; null: empty. */
  roster: string | null;
  file: string;
  /** The roster has nothing, or less of the same. */
  isFilling: boolean;
  /** Null: nobody has chosen, and the rule is to ask. */
  choice: Choice | null;
  /** By the officer, for this row. */
  isChosen: boolean;
}

export interface LikelyPerson {
  speakerId: string;
  fullName: string;
  /** What tells people of one name apart. */
  birth: string | null;
  phone: string | null;
  position: string | null;
  unitName: string;
  score: number;
  signs: Sign[];
}

/** What the file adds to the record, and what the record has. */
export interface Gains {
  topics: ListedTopic[];
  languages: LanguageSkill[];
  held: Skills;
}

interface Skills {
  topics: (ListedTopic & { level: TopicLevel })[];
  languages: LanguageSkill[];
}

export interface Known extends LikelyPerson {
  /** The unit that keeps the record. */
  unitId: string;
  verdict: "same" | "maybe";
  /** How that is known: by likeness, by an officer's word, or because this very row was imported before. */
  by: "likeness" | "officer" | "earlier";
  /** Further people who may be meant. */
  others: LikelyPerson[];
  differences: Difference[];
  gains: Gains | null;
  post: PostPlan;
  /** The record's stamp when it was read. */
  updatedAt: string;
}

/** An appointment that the person holds or held. */
export interface HeldPost {
  id: string;
  unitId: string;
  role: string;
  network: string;
  startsOn: Day;
  endsOn: Day | null;
  endReason: string | null;
  /** "45-qđ/đu 2025-08-12"; null: decision unknown. */
  decision: string | null;
}

/** A record of the roster, as the database tells it to whoever compares. */
export interface KnownRecord extends Skills {
  id: string;
  fullName: string;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  gender: string | null;
  phone: string | null;
  email: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: string | null;
  note: string | null;
  unitId: string;
  unitName: string;
  updatedAt: string;
  posts: HeldPost[];
  /** Names of records that were merged into it. */
  aliases: string[];
  /** Who was said to be somebody else. */
  parted: string[];
}
