/** What the officer decides about an import: how it is read, where people go, which decision stands behind it. */
import { z } from "zod";
import { tidy } from "~/platform/text";
import { daySchema, networks, roles } from "~/roster/appointment";
import { recognitionKinds } from "~/roster/decision";
import { levels } from "~/units";
import { typedFields } from "./check";
import { fields } from "./fields";
import { rulesSchema } from "./known/known";

const text = (longest: number) => z.string().max(longest).transform(tidy);

export const sheetChoiceSchema = z.object({
  headRow: z.number().int().min(1).max(100_000).optional(),
  columns: z.record(z.string(), z.enum(fields)).optional(),
});

export const decisionChoiceSchema = z.object({
  number: text(60)
    .nullish()
    .transform((number) => number || null),
  decidedOn: daySchema.nullish().transform((day) => day || null),
  issuer: text(200)
    .nullish()
    .transform((issuer) => issuer || null),
  kind: z.enum(recognitionKinds),
});
export type ImportDecision = z.output<typeof decisionChoiceSchema>;

const choiceOrNone = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z
    .union([z.enum(choices), z.literal("")])
    .nullish()
    .transform((choice) => (choice || null) as T[number] | null);

/** What holds for everybody in the file. */
export const importSettingsSchema = z.object({
  unitId: z.uuid(),
  decision: decisionChoiceSchema,
  /** For rows that say no role. */
  kind: choiceOrNone(roles),
  network: z.enum(networks),
  /** Null: the level of each person's unit. */
  level: choiceOrNone(levels),
  /** Null: the day of the decision. */
  startsOn: daySchema.nullish().transform((day) => day || null),
});
export type ImportSettings = z.output<typeof importSettingsSchema>;
export type ImportSettingsInput = z.input<typeof importSettingsSchema>;

/** Which unit a text in the file means; an empty id takes the choice back. */
export const unitChoiceSchema = z.object({
  text: z.string().max(200),
  unitId: z.union([z.uuid(), z.literal("")]).nullish(),
});

/** How a sheet is read, where the importer erred. */
export const readingChoiceSchema = sheetChoiceSchema.extend({ sheet: z.string().max(100) });

export const rowFixSchema = z.object({
  sheet: z.string().max(100),
  row: z.number().int().min(1),
  /** Null: back to what stands in the file. */
  values: z.partialRecord(z.enum(typedFields), z.string().max(2000)).nullable(),
});
export type RowFix = z.infer<typeof rowFixSchema>;

/** Answers by the question's id, or by what `refusalId` says of a repair; null takes one back. */
export const answersSchema = z.object({
  answers: z.record(z.string().max(2500), z.string().trim().max(300).nullable()),
});
export type AnswersGiven = z.infer<typeof answersSchema>["answers"];

/** The column "understanding" of an import: the sheets but for their rows, and what the officer chose. */
export const keptSchema = z.object({
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), is1904: z.boolean() })),
  encoding: z.enum(["tcvn3", "vni"]).nullable(),
  isRelease: z.boolean(),
  reading: z.record(z.string(), sheetChoiceSchema),
  units: z.record(z.string(), z.uuid()),
  answers: z.record(z.string(), z.string()).default({}),
  /** What an earlier import with the same heads taught, by sheet; already among the choices above. */
  recalled: z
    .array(
      z.object({
        sheet: z.string(),
        unitName: z.string(),
        usedAt: z.string(),
        columns: z.record(z.string(), z.enum(fields)),
        answers: z.record(z.string(), z.string()),
        units: z.record(z.string(), z.uuid()),
      }),
    )
    .default([]),
  /** What becomes of each field of those who are in the roster already. */
  known: rulesSchema.default({}),
  settings: importSettingsSchema.omit({ unitId: true }),
});
export type Kept = z.infer<typeof keptSchema>;
