/** The languages somebody can speak to people in, Vietnamese aside, and how well. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { skillWords as words } from "./skill-words";

/** Peoples of Viet Nam by their number (census of 2019), then sign language, then those of other countries. */
export const minorityLanguages = [
  ...["tay", "thai", "muong", "hmong", "khmer", "nung", "dao", "chinese_hoa", "jarai", "ede", "bahnar"],
  ...[
    "sanchay",
    "cham",
    "koho",
    "sedang",
    "sandiu",
    "hre",
    "raglai",
    "mnong",
    "stieng",
    "bru",
    "tho",
    "giay",
  ],
  ...["cotu", "jeh_tarieng", "ma", "khmu", "co", "taoih", "choro", "khang", "xinhmun", "hanhi", "churu"],
  ...["lao_vn", "lachi", "phula", "lahu", "lu", "pathen", "lolo", "chut", "mang", "colao", "boy", "other_vn"],
] as const;
export const languages = [
  ...minorityLanguages,
  "sign_vn",
  ...(["en", "zh", "lo", "km", "fr", "ru", "ja", "ko", "th", "other"] as const),
] as const;
export type SpokenLanguage = (typeof languages)[number];

export const languageLevels = ["basic", "conversational", "fluent"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export interface LanguageSkill {
  language: SpokenLanguage;
  level: LanguageLevel;
  /** Reads and writes it too. */
  written: boolean;
}

export const mostLanguages = 12;

/** A row without a language is none. */
export const languagesSchema = z.object({
  languages: z
    .array(
      z.object({
        language: z.union([z.enum(languages), z.literal("")]),
        level: z.enum(languageLevels),
        written: z.boolean(),
      }),
    )
    .max(mostLanguages)
    .transform((rows) => rows.filter((row): row is LanguageSkill => row.language !== ""))
    .refine(
      (rows) => new Set(rows.map(({ language }) => language)).size === rows.length,
      says(words.errors.languageTwice),
    ),
});
