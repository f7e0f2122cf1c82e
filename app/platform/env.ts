/** Every setting that comes from outside, checked once at start. */
import { z } from "zod";
import { readStoreUrl } from "./files/store-url.ts";
import { StartProblem } from "./host/problem.ts";
import { words } from "./host/words.ts";

const flag = z.stringbool();

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address to listen on; 0.0.0.0 lets other machines in. */
  HOST: z.string().default("localhost"),
  DATA_DIR: z.string().default("./data"),
  /** Your own S3-compatible server for stored files; without it they lie in DATA_DIR. */
  FILES_URL: z
    .string()
    .refine((text) => readStoreUrl(text) !== null)
    .optional(),
  /** Your own PostgreSQL; without it platform/start.ts runs the embedded one and sets this. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  /** The public address where a proxy serves the app: "https://example.org". */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses whose X-Forwarded-* headers count, "10.0.0.1,loopback"; as Express's `trust proxy`. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^((loopback|linklocal|uniquelocal|[\da-f:]+[.:][\da-f:.]*(\/\d+)?)(\s*,\s*|$))+$/i)
    .optional(),
  METRICS: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** The practice department: sample people, a ribbon, sign-in with one click. */
  DEMO: flag.default(false),
  /** The server that takes our mail: "smtp://user:password@mail.example.org:587". Without it no mail is made. */
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom letters come from: "Ban Tuyên giáo <bcv@example.org>"; MAIL_URL needs it. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  /** Signs cookies; without it one is made and kept in the data folder. */
  SESSION_SECRET: z.string().min(32).optional(),
});

export type Env = z.infer<typeof envSchema>;

const checkedSchema = envSchema.refine(({ MAIL_URL, MAIL_FROM }) => !MAIL_URL || MAIL_FROM, {
  path: ["MAIL_FROM"],
});

/** Throws a StartProblem with one sentence for the first setting that is wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = checkedSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof words.settings;
  throw new StartProblem(words.wrongSetting(name, shown(name, source[name] ?? "")));
}

/** Secrets do not belong on a screen. */
function shown(name: string, value: string): string {
  return ["SESSION_SECRET", "DATABASE_URL", "FILES_URL", "MAIL_URL"].includes(name) ? "..." : value;
}

export const env: Env = readEnv(process.env);
