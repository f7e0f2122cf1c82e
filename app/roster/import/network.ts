/** Which of the three networks a file is a list of, as its titles or its rows say. */
import { fold, tidy } from "~/platform/text";
import type { Network } from "~/roster/appointment";
import { textOf } from "./sheet";
import type { SheetReading } from "./understand";

/** "DANH SÁCH BÁO CÁO VIÊN PHÁP LUẬT", "BCV PL". */
const legal = /\b(?:bcv|ttv|bao cao vien|tuyen truyen vien)[ ,/]*(?:phap luat|pl)\b/;
/** Decree 49/2024/NĐ-CP on information at the grassroots. */
const grassroots = /\b49\/2024\/nd-?cp\b/;

/** The Party's own, unless the titles say otherwise, or the roles of most people. */
export function networkOf(titles: string[], readings: SheetReading[]): Network {
  const title = fold(tidy(titles.join(" ")));
  if (legal.test(title)) return "legal_education";
  if (grassroots.test(title)) return "grassroots_info";
  const roles = readings.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.is === "person" && row.cells.kind ? [fold(tidy(textOf(row.cells.kind)))] : [],
    ),
  );
  const some = roles.filter((role) => legal.test(role)).length;
  return some * 2 > roles.length ? "legal_education" : "party";
}
