/** What an officer decides about an import of units: where it goes, from when, and how much of it. */
import { z } from "zod";
import { today } from "~/platform/clock";
import { readDay } from "~/ui/typed-day";
import type { Checked } from "./check";
import type { Column } from "./understand";

export const importOptionsSchema = z.object({
  /** The code of the one unit of the file that is wanted, with all under it; "": everything. */
  only: z.string().max(20).default(""),
  /** Under which unit those without a parent in the file come; "": they become topmost. */
  parentId: z.union([z.uuid(), z.literal("")]).default(""),
  openedOn: z.iso.date(),
  reason: z.string().trim().max(300).default(""),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** The options as the preview's own form sent them: nothing is refused yet. */
export function readImportOptions(url: URL): ImportOptions {
  const { only, parentId, openedOn } = Object.fromEntries(url.searchParams);
  const day = readDay(openedOn ?? "") ?? today();
  const options = {
    only: only ?? "",
    parentId: parentId ?? "",
    openedOn: day,
    reason: url.searchParams.get("reason") ?? "",
  };
  const { data } = importOptionsSchema.safeParse(options);
  return data ?? importOptionsSchema.parse({ openedOn: today() });
}

/** What the page shows of a file: figures, and the first rows of each sort. */
export interface Preview {
  fileName: string;
  columns: Column[];
  options: ImportOptions;
  parentName: string | null;
  /** The units that the import may be restricted to. */
  roots: { code: string; name: string }[];
  counts: Record<keyof Checked, number>;
  addedByLevel: { level: string; count: number }[];
  added: { row: number; code: string; name: string; kind: string; parentCode: string }[];
  differing: {
    row: number;
    code: string;
    name: string;
    standingId: string;
    standingName: string;
    parentCode: string;
    standingParentCode: string | null;
  }[];
  failed: {
    row: number;
    code: string;
    name: string;
    problem: Checked["failed"][number]["problem"];
    said: string;
  }[];
}

/** How the work stands, as the page watches it. */
export interface ImportRun {
  id: string;
  state: string;
  done: number;
  total: number | null;
  step: Record<"vi" | "en", string> | null;
  problem: Record<"vi" | "en", string> | null;
  result: { added: number; kept: number; differing: number; failed: number } | null;
}

export function asImportRun(
  run: { id: string; state: string; done: number; total: number | null; problem: unknown; result: unknown },
  step: ImportRun["step"],
): ImportRun {
  const { id, state, done, total } = run;
  const problem = run.problem as ImportRun["problem"];
  return { id, state, done, total, step, problem, result: run.result as ImportRun["result"] };
}
