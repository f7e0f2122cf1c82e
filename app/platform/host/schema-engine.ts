/** Prisma's schema engine as WebAssembly: says how the .prisma files differ from the migrations, in SQL. */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import type { Migration } from "./migrations.ts";

export interface SchemaFile {
  path: string;
  content: string;
}

export async function readSchema(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { path: file, content: await readFile(file, "utf8") };
    }),
  );
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Needs an owner who may create databases. */
export async function differenceOf(
  ownerUrl: string,
  migrations: Migration[],
  schema: SchemaFile[],
): Promise<string> {
  engineLoaded ??= loadEngine();
  const { SchemaEngine } = await engineLoaded;
  const datamodels = schema.map((file) => [file.path, file.content]);
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(ownerUrl));
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
  const answer = await engine.diff({
    from: {
      tag: "migrations",
      baseDir: "prisma/migrations",
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    to: { tag: "schemaDatamodel", files: schema },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return answer.exitCode === 2 ? (answer.stdout ?? "") : "";
}

interface Engine {
  diff(params: object): Promise<{ exitCode: number; stdout: string | null }>;
}

// Loaded a second time it would share the first one's memory.
let engineLoaded: ReturnType<typeof loadEngine> | undefined;

/** The package is made for bundlers: in Node its parts are joined by hand. */
async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const require = createRequire(import.meta.url);
  const main = require.resolve("@prisma/schema-engine-wasm");
  const file = path.join(path.dirname(main), "schema_engine_bg.wasm");
  const wasm = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": bindings });
  const exported = wasm.instance.exports as WebAssembly.Exports & { __wbindgen_start(): void };
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(message);
      },
    },
  });
  bindings.__wbg_set_wasm(exported);
  exported.__wbindgen_start();
  return bindings as unknown as { SchemaEngine: { new: (...args: unknown[]) => Promise<Engine> } };
}

/** The adapter with its three gaps closed: `"char"` columns, scripts with ";" inside, a shadow database that is dropped. */
function adapterFactory(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const { hostname, port, username, password, pathname } = new URL(ownerUrl);
  const place = {
    host: hostname,
    port: Number(port) || 5432,
    user: username,
    password: decodeURIComponent(password),
  };
  const main = decodeURIComponent(pathname.slice(1));
  const connect = async (database: string, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> => {
    const pool = new pg.Pool({ ...place, database });
    // Dropping the shadow database by force ends its connections.
    pool.on("error", () => {});
    const adapter = await new PrismaPg(pool).connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    return Object.assign(namingChars(adapter), {
      executeScript: async (script: string) => void (await pool.query(script)),
      startTransaction: async (level?: IsolationLevel) => namingChars(await startTransaction(level)),
      dispose: async () => {
        await pool.end();
        await afterwards?.();
      },
    });
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(main),
    connectToShadowDb: async () => {
      const shadow = `shadow_${crypto.randomUUID()}`;
      await once({ ...place, database: main }, `CREATE DATABASE "${shadow}"`);
      return connect(shadow, () =>
        once({ ...place, database: main }, `DROP DATABASE "${shadow}" WITH (FORCE)`),
      );
    },
  };
}

/** PostgreSQL's one-byte type "char", which the catalogue uses and the adapter refuses. */
const charType = 18;
const textType = 25;

interface Answering {
  performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }>;
}

/** Lets the adapter read "char" columns as text, and tells the engine what they were. */
function namingChars<T extends SqlQueryable>(adapter: T): T {
  const { performIO } = adapter as unknown as Answering;
  const { queryRaw } = adapter;
  const read = async (query: SqlQuery) => {
    const chars: number[] = [];
    const lenient = Object.create(adapter, {
      performIO: {
        value: async (inner: SqlQuery) => {
          const result = await performIO.call(adapter, inner);
          result.fields.forEach((field, index) => {
            if (field.dataTypeID !== charType) return;
            field.dataTypeID = textType;
            chars.push(index);
          });
          return result;
        },
      },
    });
    const answer = await queryRaw.call(lenient, query);
    for (const index of chars) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return Object.assign(adapter, { queryRaw: read });
}

async function once(config: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
