/** The pages of one found version that hold most of what was asked for. */
import { Prisma } from "~/platform/prisma/client";
import { phraseOf } from "./conditions.server";
import type { Term } from "./terms";

const { sql, join } = Prisma;

const mostPages = 3;

/** For a row named `shown`: those with most of the terms, where the words stand together before the others. */
export function pagesSql(terms: Term[]): Prisma.Sql {
  const wanted = terms.filter(({ isMinus }) => !isMinus);
  const together = phraseOf({
    words: wanted.flatMap(({ words }) => words),
    isOpen: wanted.at(-1)?.isOpen ?? false,
  });
  return sql`
    SELECT max(hits) AS pages, json_agg(json_build_object('fileId', file_id, 'fileName', name, 'page', page,
        'text', (SELECT text FROM material_page p WHERE p.file_id = ranked.file_id AND p.page = ranked.page)) ORDER BY place) AS best
    FROM (
      SELECT *, count(*) OVER () AS hits, row_number() OVER (ORDER BY is_together DESC, position, file_id, page) AS place FROM (
        SELECT *, rank() OVER (ORDER BY held DESC) AS class FROM (
          SELECT fl.id AS file_id, fl.name, fl.position, p.page,
            ${heldSql(wanted)} AS held,
            strpos(p.search_text, ${together}::text) > 0 AS is_together
          FROM material_file fl JOIN material_page p ON p.file_id = fl.id
          WHERE fl.version_id = shown.version_id AND fl.state = 'accepted' OFFSET 0
        ) AS looked WHERE held > 0
      ) AS held WHERE class = 1
    ) AS ranked WHERE place <= ${mostPages}::int`;
}

/** How many of the terms a page holds; asked for by fours, so that searches of many lengths are one statement. */
function heldSql(wanted: Term[]): Prisma.Sql {
  const phrases = Array.from({ length: Math.ceil(wanted.length / 4) * 4 }, (_, place) => {
    const term = wanted[place];
    return sql`coalesce(strpos(p.search_text, ${term ? phraseOf(term) : null}::text) > 0, false)::int`;
  });
  return join(phrases, " + ");
}
