/** Choices of the whole department: each feature declares its own and reads it through a schema. */
import type { z } from "zod";
import { type Db, db } from "./db.server";
import type { Prisma } from "./prisma/client";

export interface Setting<T> {
  key: string;
  schema: z.ZodType<T>;
  /** What holds until somebody chooses. */
  fallback: T;
}

/** `const departmentName = defineSetting("department.name", z.string(), "")`. */
export function defineSetting<T>(key: string, schema: z.ZodType<T>, fallback: T): Setting<T> {
  return { key, schema, fallback };
}

export async function readSetting<T>({ key, schema, fallback }: Setting<T>, tx: Db = db): Promise<T> {
  const row = await tx.setting.findUnique({ where: { key } });
  return row ? schema.parse(row.value) : fallback;
}

export async function writeSetting<T>(tx: Db, { key, schema }: Setting<T>, value: T): Promise<void> {
  const checked = schema.parse(value) as Prisma.InputJsonValue;
  await tx.setting.upsert({ where: { key }, create: { key, value: checked }, update: { value: checked } });
}
