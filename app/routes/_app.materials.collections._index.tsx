/** The list of conferences and collections of materials. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FolderPlus, Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { collectionsOnAPage, readCollectionQuery } from "~/materials/collections/collection";
import { listCollections } from "~/materials/collections/collection-list.server";
import { CollectionBar, CollectionTable } from "~/materials/collections/collection-table";
import { words as collectionWords } from "~/materials/collections/words";
import { words as materialWords } from "~/materials/words";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const query = readCollectionQuery(new URL(request.url));
  return { query, ...(await listCollections(actor, query)), mayEdit: may(actor, "materials.edit") };
}

export default function CollectionsPage() {
  const { query, collections, total, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(collectionWords);
  const { materials } = useWords(materialWords);
  const language = useLanguage();
  const add = mayEdit && (
    <ButtonLink to="/materials/collections/new" icon={Plus} variant="primary">
      {words.add}
    </ButtonLink>
  );
  const empty =
    query.q || query.kind || query.year ? (
      <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
    ) : (
      <EmptyState icon={FolderPlus} title={words.emptyTitle} actions={add}>
        {mayEdit && words.empty}
      </EmptyState>
    );
  return (
    <Page
      title={words.title}
      summary={words.summary(showNumber(total, language))}
      breadcrumbs={[{ label: materials, to: "/materials" }]}
      actions={add}
    >
      <CollectionBar query={query} />
      <CollectionTable collections={collections} empty={empty} />
      <Paging page={query.page} pageSize={collectionsOnAPage} total={total} />
    </Page>
  );
}
