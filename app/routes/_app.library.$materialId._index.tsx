/** One material before its reader. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { findEntry, listEntryFiles } from "~/materials/reading/entry.server";
import { EntryView, SaveButton } from "~/materials/reading/entry-view";
import { words as readingWords } from "~/materials/reading/words";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const entry = found(await findEntry(actor, idIn(params.materialId)));
  return { entry, files: await listEntryFiles(entry.versionId) };
}

export default function EntryPage() {
  const { entry, files } = useLoaderData<typeof loader>();
  const words = useWords(readingWords);
  const { title, number, issuer } = entry;
  return (
    <Page
      title={title}
      summary={[number, issuer].filter(Boolean).join(" · ")}
      breadcrumbs={[{ label: words.title, to: "/library" }]}
      actions={<SaveButton {...entry} />}
    >
      <EntryView entry={entry} files={files} />
    </Page>
  );
}
