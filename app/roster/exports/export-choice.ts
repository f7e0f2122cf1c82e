/** What somebody chooses of an export: its format, its columns, its name; and when it is a large one. */
import { z } from "zod";
import { type Day, showDay } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import type { Language } from "~/platform/words";
import { rosterColumns } from "~/roster/roster-columns";
import type { RosterQuery } from "~/roster/roster-query";
import { words } from "~/roster/words";
import { exportWords } from "./words";

export const formats = ["xlsx", "csv", "docx", "print"] as const;
export type Format = (typeof formats)[number];
/** Those of any length. */
export type TableFormat = Extract<Format, "xlsx" | "csv">;

/** A longer table is made in the background. */
export const largeExport = 2000;
/** More would be a print that nobody reads, and a page that browsers take long for. */
export const mostPrinted = 2000;

export const exportChoiceSchema = z.object({
  format: z.enum(formats),
  columns: z.enum(["shown", "all"]).catch("shown"),
  /** Of a short list too, a file that waits for its maker. */
  later: z.literal("yes").optional(),
  name: z
    .string()
    .transform(fileName)
    .refine((name) => name !== "", says(exportWords.nameMissing))
    .pipe(z.string().max(150)),
});
export type ExportChoice = z.output<typeof exportChoiceSchema>;

/** Without what file systems do not take. */
function fileName(typed: string): string {
  return tidy(typed.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")).replace(/^\.+/, "");
}

/** "Báo cáo viên – Đảng ủy phường Ba Đình – 23-11-2026" */
export function proposedName(
  { role }: Pick<RosterQuery, "role">,
  unitName: string,
  day: Day,
  language: Language,
): string {
  const who = role ? words[language].roles[role] : exportWords[language].both;
  return fileName(exportWords[language].proposedName(who, unitName, showDay(day).replaceAll("/", "-")));
}

/** The query of the list with the choice in it, as the address of what streams, prints or fills it. */
export function addressOf(search: string, { format, columns, name }: Omit<ExportChoice, "later">): string {
  const params = new URLSearchParams(search);
  params.delete("page");
  if (columns === "all") {
    params.delete("columns");
    params.set("columns", rosterColumns.map(({ key }) => key).join(","));
  }
  params.set("name", name);
  const paths = {
    xlsx: "/roster/export.xlsx",
    csv: "/roster/export.csv",
    docx: "/roster/annex.docx",
    print: "/roster/print",
  };
  return `${paths[format]}?${params}`;
}

/** The name in such an address, or `otherwise`. */
export function nameIn(url: URL, otherwise: string): string {
  const { data } = exportChoiceSchema.shape.name.safeParse(url.searchParams.get("name") ?? "");
  return data ?? otherwise;
}
