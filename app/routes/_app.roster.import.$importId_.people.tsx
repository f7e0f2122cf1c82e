/** The people of a roster file who are in the roster already, and what becomes of each. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { readKnownPage } from "~/roster/import/known/known-page.server";
import { KnownPeople } from "~/roster/import/known/known-people";
import { readKnownQuery } from "~/roster/import/known/query";
import { words as knownWords } from "~/roster/import/known/words";
import { words as importWords } from "~/roster/import/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  const page = await readKnownPage(actor, record, readKnownQuery(request.url));
  return { id: record.id, fileName: record.fileName, title: knownWords[actor.language].title, page };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeopleOfImport() {
  const { id, fileName, page } = useLoaderData<typeof loader>();
  const words = useWords(knownWords);
  const imports = useWords(importWords);
  const breadcrumbs = [
    { label: imports.roster, to: "/roster" },
    { label: imports.title, to: "/roster/import" },
    { label: fileName, to: `/roster/import/${id}` },
  ];
  return (
    <Page title={words.title} summary={words.summary} breadcrumbs={breadcrumbs}>
      <KnownPeople id={id} page={page} />
    </Page>
  );
}
