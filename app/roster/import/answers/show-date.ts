/** A date as the importer keeps it, "1975", "1975-03" or "1975-03-05", in the order in which people read it. */
export function showDate(kept: string): string {
  return /^\d{4}(-\d\d){0,2}$/.test(kept) ? kept.split("-").toReversed().join("/") : kept;
}
