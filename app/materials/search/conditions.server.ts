/** What a search asks of a document besides its words: phrases as they stand in the pages, and the filters. */
import { Prisma } from "~/platform/prisma/client";
import type { SearchQuery } from "./search-query";
import type { Term } from "./terms";

const { sql, join } = Prisma;

/**
 * For a row of `material_words` named `f` of a material `m`. A pair of words is sure in the index; that longer phrases are
 * made of the right pairs does not say that they stand there whole, nor does the index of a document too long for pairs.
 */
export function phrasesStand(terms: Term[]): Prisma.Sql[] {
  return terms
    .filter(({ words }) => words.length > 1)
    .map((term) => {
      if (term.isMinus) return sql`NOT ${stands(term)}`;
      return mustBeLookedAt(term) ? stands(term) : sql`(NOT f.is_long OR ${stands(term)})`;
    });
}

/** The index is not sure of it, however long the document. */
export function mustBeLookedAt({ words, squeezed, isMinus }: Term): boolean {
  return words.length > 1 && (isMinus || (words.length > 2 && squeezed === null));
}

/** In a page, else in the head or in a file's name; double blanks part what does not belong together. */
function stands(term: Term): Prisma.Sql {
  const phrase = phraseOf(term);
  const head = [sql`m.title`, sql`m.number`, sql`m.issuer`, sql`m.summary`].map(
    (text) => sql`coalesce(search_text(${text}), '')`,
  );
  return sql`(EXISTS (SELECT FROM material_file fl JOIN material_page p ON p.file_id = fl.id
      WHERE fl.version_id = f.version_id AND fl.state = 'accepted' AND strpos(p.search_text, ${phrase}) > 0 OFFSET 0)
    OR strpos(${join(head, " || ")}, ${phrase}) > 0
    OR EXISTS (SELECT FROM material_file fl
      WHERE fl.version_id = f.version_id AND fl.state = 'accepted' AND strpos(search_text(fl.name), ${phrase}) > 0 OFFSET 0))`;
}

/** As it stands in `search_text`, a blank before and after each word. */
export function phraseOf({ words, isOpen }: Pick<Term, "words" | "isOpen">): string {
  return ` ${words.map(({ plain }) => plain).join(" ")}${isOpen ? "" : " "}`;
}

/** For a row of `material` named `m`. */
export function filtered({ kind, topic, conference, year }: SearchQuery): Prisma.Sql[] {
  return [
    ...(kind ? [sql`m.kind = ${kind}`] : []),
    ...(topic ? [sql`m.id IN (SELECT material_id FROM material_topic WHERE topic_id = ${topic}::uuid)`] : []),
    ...(conference
      ? [
          sql`(m.conference_id = ${conference}::uuid
            OR m.id IN (SELECT material_id FROM material_collection_item WHERE collection_id = ${conference}::uuid))`,
        ]
      : []),
    ...(year
      ? [
          sql`date_part('year', coalesce(m.issued_on, m.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')) = ${year}`,
        ]
      : []),
  ];
}
