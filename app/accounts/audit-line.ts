/** A line of the trail as people read it: who did what to what, and which facts changed. */
import { showDay, showMoment } from "~/platform/clock";
import type { Language } from "~/platform/words";
import { words } from "./audit-words";

export interface AuditLine {
  /** A bigint, as text. */
  id: string;
  /** ISO. */
  at: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  title: string;
  unitName: string | null;
  before: AuditFacts;
  after: AuditFacts;
  address: string | null;
}

export type AuditFacts = Record<string, unknown>;

/** What a feature knows of its own lines: its words for actions and fields, for the values of some fields, and where a record stands. */
export interface TrailBook {
  words: Record<
    Language,
    {
      actions: Record<string, string>;
      fields: Record<string, string>;
      values?: Record<string, Record<string, string>>;
    }
  >;
  pathOf?: (line: Pick<AuditLine, "subjectKind" | "subjectId">) => string | undefined;
}

export interface Difference {
  key: string;
  label: string;
  before: string;
  after: string;
}

/** A line in words, as the server sends it to a page. */
export interface ReadableLine {
  id: string;
  at: string;
  who: string;
  address: string | null;
  action: string;
  title: string;
  /** Where the record stands, if it has a page. */
  path: string | null;
  unitName: string | null;
  differences: Difference[];
}

export function inPlainWords(line: AuditLine, books: TrailBook[], language: Language): ReadableLine {
  const { id, at, actorName: who, address, action, title, unitName } = line;
  const labels = bookOf(books, action)?.words[language];
  const path = books.map(({ pathOf }) => pathOf?.(line)).find(Boolean) ?? null;
  const label = labels?.actions[action] ?? action;
  return {
    id,
    at,
    who,
    address,
    action: label,
    title,
    path,
    unitName,
    differences: differencesIn(line, labels, language),
  };
}

/** All actions that the books name, for choosing one. */
export function actionsOf(books: TrailBook[], language: Language): { value: string; label: string }[] {
  return books.flatMap(({ words }) =>
    Object.entries(words[language].actions).map(([value, label]) => ({ value, label })),
  );
}

/** One entry for each fact that changed; "" where there was or is nothing. */
function differencesIn(
  { before, after }: AuditLine,
  labels: TrailBook["words"][Language] | undefined,
  language: Language,
): Difference[] {
  // jsonb forgets the order of keys; the feature's fields stand in the order of its forms.
  const order = Object.keys(labels?.fields ?? {});
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((key) => ({
      key,
      label: labels?.fields[key] ?? key,
      before: inWords(before[key], labels?.values?.[key], language),
      after: inWords(after[key], labels?.values?.[key], language),
    }));
}

function bookOf(books: TrailBook[], action: string): TrailBook | undefined {
  return books.find(({ words }) => action in words.vi.actions);
}

function inWords(value: unknown, labels: Record<string, string> | undefined, language: Language): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((part) => inWords(part, labels, language)).join(", ");
  if (typeof value === "boolean") return value ? words[language].yes : words[language].no;
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return showMoment(text);
  return labels?.[text] ?? text;
}
