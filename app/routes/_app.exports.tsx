/** The files that were made for the person, and those being made. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { ExportsAtWork, ExportTable } from "~/nav/export-list";
import { exportWords } from "~/nav/export-words";
import { listExports } from "~/platform/exports.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { files: await listExports(actor) };
}

export default function ExportsPage() {
  const { files } = useLoaderData<typeof loader>();
  const words = useWords(exportWords);
  return (
    <Page title={words.title} summary={words.summary}>
      <ExportsAtWork files={files} />
      <ExportTable files={files} />
    </Page>
  );
}
