/** The search in everything that somebody may see of materials, and in nothing else, in one statement. */
import type { Circulation, MaterialKind, MaterialState } from "~/materials/material";
import type { Actor } from "~/platform/actor";
import { askAlike } from "~/platform/db.server";
import { type Piece, piecesOf, snippetOf } from "./pieces";
import type { SearchQuery } from "./search-query";
import { countedTo, searchSql } from "./statement.server";
import { type Term, termsOf } from "./terms";

export interface FoundDocument {
  id: string;
  title: Piece[];
  number: Piece[];
  issuer: string | null;
  issuedOn: string | null;
  kind: MaterialKind;
  circulation: Circulation;
  state: MaterialState;
  isExpired: boolean;
  isSuperseded: boolean;
  version: number;
  /** What readers get; an older version or a draft is found by keepers alone. */
  isCurrent: boolean;
  /** How many pages hold as many of the words as the best one. */
  hitPages: number;
  pages: FoundPage[];
}

export interface FoundPage {
  fileId: string;
  fileName: string;
  page: number;
  pieces: Piece[];
}

export interface Found {
  documents: FoundDocument[];
  count: { total: number; more: boolean };
}

type Row = Omit<FoundDocument, "title" | "number" | "pages"> & {
  total: number;
  isCut: boolean;
  title: string;
  number: string | null;
  pages: { fileId: string; fileName: string; page: number; text: string }[] | null;
};

/** Documents in which title, number, issuer and text together hold every word; the best first, then the newest. */
export async function searchMaterials(actor: Actor, query: SearchQuery): Promise<Found> {
  const terms = termsOf(query.q);
  if (terms.length === 0) return { documents: [], count: { total: 0, more: false } };
  const rows = await askAlike<Row>(searchSql(actor, query, terms));
  const { total = 0, isCut = false } = rows[0] ?? {};
  const limit = countedTo(query, terms);
  return {
    documents: rows.filter(({ id }) => id !== null).map((row) => documentOf(row, terms)),
    count: { total: Math.min(total, limit), more: total > limit || isCut },
  };
}

function documentOf({ total: _, isCut: __, pages, ...row }: Row, terms: Term[]): FoundDocument {
  return {
    ...row,
    title: piecesOf(row.title, terms),
    number: piecesOf(row.number ?? "", terms),
    pages: (pages ?? []).map(({ text, ...page }) => ({ ...page, pieces: snippetOf(text, terms) })),
  };
}
