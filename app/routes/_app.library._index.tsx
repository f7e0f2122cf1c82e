/** The materials that I may read: what waits for my word, what is new, and the rest by month. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { listLibrary, listLibraryCollections } from "~/materials/reading/library.server";
import { LibraryBar } from "~/materials/reading/library-bar";
import { LibraryList } from "~/materials/reading/library-list";
import { isFiltered, pageSize, readLibraryQuery } from "~/materials/reading/library-query";
import { words as readingWords } from "~/materials/reading/words";
import { listTopics } from "~/roster/index.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const url = new URL(request.url);
  const query = readLibraryQuery(url);
  const [list, collections, topics] = await Promise.all([
    listLibrary(actor, query),
    listLibraryCollections(actor),
    listTopics(),
  ]);
  // Beyond the last page, of a list that has grown shorter meanwhile.
  if (list.rows.length === 0 && query.page > 1) throw redirect("/library");
  const shownTopics = topics.filter(({ retired, id }) => !retired || id === query.topic);
  return {
    ...list,
    ...{ query, collections, pageSize, isFiltered: isFiltered(query) },
    topics: shownTopics.map(({ id, name }) => ({ id, name })),
  };
}

export default function LibraryPage() {
  const { rows, total, query, topics, collections, pageSize, isFiltered } = useLoaderData<typeof loader>();
  const words = useWords(readingWords);
  const language = useLanguage();
  const due = rows.filter(({ part }) => part === "due").length;
  const summary = [
    words.counted(showNumber(total, language)),
    due > 0 && query.page === 1 && words.dueCounted(due),
  ];
  return (
    <Page title={words.title} summary={summary.filter(Boolean).join(" · ")}>
      <LibraryBar query={query} topics={topics} collections={collections} />
      {rows.length > 0 ? (
        <LibraryList rows={rows} />
      ) : (
        <EmptyState
          icon={BookOpen}
          title={isFiltered ? words.noneSuch : words.none}
          actions={isFiltered && <ButtonLink to="/library">{words.showAll}</ButtonLink>}
        >
          {isFiltered ? words.noneSuchWhy : words.noneWhy}
        </EmptyState>
      )}
      <Paging page={query.page} pageSize={pageSize} total={total} />
    </Page>
  );
}
