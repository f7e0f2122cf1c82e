/** A place to drop a roster file, and the files that were read before. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { ImportList } from "~/roster/import/import-list";
import { listImports } from "~/roster/import/imports.server";
import { words as importWords } from "~/roster/import/words";
import { useWords } from "~/ui/language";
import { Page, Section } from "~/ui/page";
import { UploadForm } from "~/ui/upload-form";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return { title: importWords[actor.language].title, imports: await listImports(actor) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportsPage() {
  const { imports } = useLoaderData<typeof loader>();
  const words = useWords(importWords);
  return (
    <Page title={words.title} summary={words.summary} breadcrumbs={[{ label: words.roster, to: "/roster" }]}>
      <UploadForm
        action="/roster/import/files"
        label={words.upload.label}
        help={words.upload.help}
        accept=".xlsx,.xls,.csv,.txt"
        busyText={words.upload.reading}
      />
      <Section title={words.list.title}>
        <ImportList imports={imports} />
      </Section>
    </Page>
  );
}
