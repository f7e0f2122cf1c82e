/** The library of materials that the units in reach keep. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FilePlus2, Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { findCollectionName } from "~/materials/collections/collection-list.server";
import { MaterialBar } from "~/materials/list/material-bar";
import { listMaterials } from "~/materials/list/material-list.server";
import { isFiltered, pageSize, readMaterialQuery } from "~/materials/list/material-query";
import { MaterialTable } from "~/materials/list/material-table";
import { words as listWords } from "~/materials/list/words";
import { listTopics } from "~/roster/index.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const query = readMaterialQuery(new URL(request.url));
  const [{ materials, count }, unit, collection, topics] = await Promise.all([
    listMaterials(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
    query.collection ? findCollectionName(actor, query.collection) : null,
    listTopics(),
  ]);
  return {
    ...{ query, materials, count, collection },
    unit: unit && { id: unit.id, name: unit.name },
    topics: topics.map(({ id, name }) => ({ id, name })),
    mayEdit: may(actor, "materials.edit"),
  };
}

export default function MaterialsPage() {
  const { query, materials, count, mayEdit, ...chosen } = useLoaderData<typeof loader>();
  const words = useWords(listWords);
  const language = useLanguage();
  const add = (
    <ButtonLink to="/materials/new" icon={Plus} variant="primary">
      {words.add}
    </ButtonLink>
  );
  const empty = isFiltered(query) ? (
    <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
  ) : (
    <EmptyState icon={FilePlus2} title={words.emptyTitle} actions={mayEdit && add}>
      {mayEdit && words.empty}
    </EmptyState>
  );
  return (
    <Page title={words.title} summary={words.summary(showCount(count, language))} actions={mayEdit && add}>
      <MaterialBar query={query} {...chosen} />
      <MaterialTable materials={materials} empty={empty} />
      <Paging page={query.page} pageSize={pageSize} {...count} />
    </Page>
  );
}
