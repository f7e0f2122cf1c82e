/** Search in everything that I may see of materials: documents with their best pages. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchX, TextSearch } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { listLibraryCollections } from "~/materials/reading/library.server";
import { words as readingWords } from "~/materials/reading/words";
import { Hints } from "~/materials/search/hints";
import { Results } from "~/materials/search/results";
import { searchMaterials } from "~/materials/search/search.server";
import { SearchBar } from "~/materials/search/search-bar";
import { pageSize, readSearchQuery } from "~/materials/search/search-query";
import { words as searchWords } from "~/materials/search/words";
import { listTopics } from "~/roster/index.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const query = readSearchQuery(new URL(request.url));
  const [found, topics, collections] = await Promise.all([
    searchMaterials(actor, query),
    listTopics(),
    listLibraryCollections(actor),
  ]);
  return {
    ...{ ...found, query, collections, pageSize },
    topics: topics.map(({ id, name }) => ({ id, name })),
    mayKeep: may(actor, "materials.view"),
  };
}

export default function SearchPage() {
  const { documents, count, query, pageSize, mayKeep, ...choices } = useLoaderData<typeof loader>();
  const words = useWords(searchWords);
  const { title } = useWords(readingWords);
  const language = useLanguage();
  const q = query.q.trim();
  const inList = mayKeep && (
    <ButtonLink to={`/materials?${new URLSearchParams({ q })}`}>{words.inList}</ButtonLink>
  );
  return (
    <Page
      title={words.title}
      summary={documents.length > 0 && words.found(showCount(count, language))}
      breadcrumbs={[{ label: title, to: "/library" }]}
    >
      <SearchBar query={query} {...choices} />
      {documents.length > 0 ? (
        <Results documents={documents} q={q} />
      ) : (
        <EmptyState
          icon={q ? SearchX : TextSearch}
          title={q ? words.noneTitle(q) : words.emptyTitle}
          actions={q && inList}
        >
          {q && <p>{words.none}</p>}
          <Hints />
        </EmptyState>
      )}
      <Paging page={query.page} pageSize={pageSize} {...count} />
    </Page>
  );
}
