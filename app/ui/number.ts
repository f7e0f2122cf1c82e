/** Numbers as people write and read them here: 1.234.567,5 (1,234,567.5 in English). */
import type { Language } from "~/platform/words";
import { uiWords } from "./words";

const formats = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };

export function showNumber(value: number, language: Language): string {
  return formats[language].format(value);
}

/** The size of a file: "1,2 MB", "54 kB". */
export function showSize(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${showNumber(Math.ceil(bytes / 1000), language)} kB`;
  return `${showNumber(Math.round(bytes / 100_000) / 10, language)} MB`;
}

/** A count that stopped at its limit says "more than". */
export function showCount({ total, more }: { total: number; more: boolean }, language: Language): string {
  const shown = showNumber(total, language);
  return more ? uiWords[language].moreThan(shown) : shown;
}

/** What was typed as a number: blanks and group marks forgiven; null for nothing, NaN for what is no number. */
export function readNumber(typed: string, language: Language): number | null {
  const tight = typed.replace(/\s/g, "");
  if (tight === "") return null;
  const [group, decimal] = language === "vi" ? [".", ","] : [",", "."];
  const [whole = "", ...fraction] = tight.split(decimal);
  const grouped = whole.split(group);
  const wellGrouped = grouped.length === 1 || grouped.slice(1).every((part) => part.length === 3);
  if (!wellGrouped || fraction.length > 1) return Number.NaN;
  return Number([grouped.join(""), ...fraction].join("."));
}
