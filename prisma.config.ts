/** Tells Prisma's own tools where the schema and the migrations stand. */
import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma", migrations: { path: "prisma/migrations" } });
