/** The materials that wait for somebody's decision. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { listMaterials } from "~/materials/list/material-list.server";
import { pageSize, readMaterialQuery } from "~/materials/list/material-query";
import { MaterialTable } from "~/materials/list/material-table";
import { words as reviewWords } from "~/materials/review/words";
import { words as materialWords } from "~/materials/words";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const query = { ...readMaterialQuery(new URL(request.url)), state: "in_review" as const };
  return { page: query.page, ...(await listMaterials(actor, query)) };
}

export default function ReviewPage() {
  const { page, materials, count } = useLoaderData<typeof loader>();
  const words = useWords(reviewWords);
  const { materials: title } = useWords(materialWords);
  const language = useLanguage();
  return (
    <Page
      title={words.title}
      summary={count.total > 0 && words.waits(showCount(count, language))}
      breadcrumbs={[{ label: title, to: "/materials" }]}
    >
      <MaterialTable
        materials={materials}
        empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      />
      <Paging page={page} pageSize={pageSize} {...count} />
    </Page>
  );
}
