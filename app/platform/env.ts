/** Every setting that comes from outside, checked once at start. */
import { z } from "zod";

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("localhost"),
  DATA_DIR: z.string().default("./data"),
  /** Set by whoever runs an own PostgreSQL, else by platform/start.ts for the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
});

export type Env = z.infer<typeof envSchema>;
export const env: Env = envSchema.parse(process.env);
