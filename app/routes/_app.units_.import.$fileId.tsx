/** A file of units as it was understood: what would be added, what not and why; then how far the import is. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { findJobRun, stepOf } from "~/platform/jobs.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { asImportRun, readImportOptions } from "~/units/import/import";
import { ImportOutcomeView } from "~/units/import/import-outcome";
import { ImportPreview } from "~/units/import/import-preview";
import { previewUnitFile } from "~/units/import/preview.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const url = new URL(request.url);
  const preview = found(await previewUnitFile(actor, params.fileId ?? "", readImportOptions(url)));
  const runId = url.searchParams.get("run");
  const run = runId && (await findJobRun(actor, runId));
  return {
    fileId: params.fileId ?? "",
    preview,
    parentNeeded: actor.reach !== "everywhere",
    run: run ? asImportRun(run, stepOf(run)) : null,
  };
}

export default function UnitImportFilePage() {
  const { fileId, preview, parentNeeded, run } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={preview.fileName}
      summary={words.import.title}
      breadcrumbs={[
        { label: words.units, to: "/units" },
        { label: words.import.title, to: "/units/import" },
      ]}
    >
      {run ? (
        <ImportOutcomeView run={run} />
      ) : (
        <ImportPreview fileId={fileId} preview={preview} parentNeeded={parentNeeded} />
      )}
    </Page>
  );
}
