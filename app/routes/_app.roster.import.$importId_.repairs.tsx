/** Every repair of a roster file beside what stood there. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { readRepairsPage } from "~/roster/import/repaired/repairs-page.server";
import { readRepairsQuery } from "~/roster/import/repaired/repairs-query";
import { RepairsTable } from "~/roster/import/repaired/repairs-table";
import { words as repairWords } from "~/roster/import/repaired/words";
import { words as importWords } from "~/roster/import/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  const page = await readRepairsPage(actor, record, readRepairsQuery(request.url));
  return { id: record.id, fileName: record.fileName, title: repairWords[actor.language].title, page };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RepairsOfImport() {
  const { id, fileName, page } = useLoaderData<typeof loader>();
  const words = useWords(repairWords);
  const imports = useWords(importWords);
  const breadcrumbs = [
    { label: imports.roster, to: "/roster" },
    { label: imports.title, to: "/roster/import" },
    { label: fileName, to: `/roster/import/${id}` },
  ];
  return (
    <Page title={words.title} summary={words.summary} breadcrumbs={breadcrumbs}>
      <RepairsTable id={id} page={page} />
    </Page>
  );
}
