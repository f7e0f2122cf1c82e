/** What is said of a file before anybody fetches it: pages, kind, size. */
import type { Language } from "~/platform/words";
import { showNumber, showSize } from "~/ui/number";
import { words } from "./words";

interface Facts {
  format: string | null;
  pages: number | null;
  size: number | null;
}

/** "12 trang · PDF 1,4 MB" */
export function factsOf({ format, pages, size }: Facts, language: Language): string {
  const say = words[language];
  return [
    pages && (format?.startsWith("ppt") ? say.slides(pages) : say.pages(pages)),
    format && weightOf({ format, size }, language),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "PDF 1,4 MB" */
export function weightOf(
  { format, size }: { format: string; size: number | null },
  language: Language,
): string {
  const name = words[language].formats[format] ?? format;
  return size ? `${name} ${showSize(size, language)}` : name;
}

/** "12 kB": text travels packed, but who counts his data is not to be surprised. */
export function textWeight(bytes: number, language: Language): string {
  return bytes < 1000 ? `${showNumber(1, language)} kB` : showSize(bytes, language);
}

/** Where the file is read: in our viewer, as text, heard or looked at on its own page. */
export function readingPath(materialId: string, file: { id: string }, page?: number | null): string {
  return `/library/${materialId}/files/${file.id}${page && page > 1 ? `?page=${page}` : ""}`;
}

export function quickPath(
  materialId: string,
  file: { id: string },
  page?: number | null,
  sought = "",
): string {
  const at = page && page > 1 ? String(page) : "";
  const query = new URLSearchParams({ ...(at && { page: at }), ...(sought && { q: sought }) }).toString();
  return `/library/${materialId}/files/${file.id}/text${query && `?${query}`}${at && `#page-${at}`}`;
}
