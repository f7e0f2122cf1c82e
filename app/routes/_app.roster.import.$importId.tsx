/** What was understood of a roster file, what to put right, and the button that imports it. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { idIn } from "~/platform/found.server";
import { findChange } from "~/roster/changes/changes.server";
import { TakeBack } from "~/roster/changes/take-back";
import { Questions } from "~/roster/import/answers/questions";
import { CommitButton } from "~/roster/import/commit-button";
import { ImportColumns } from "~/roster/import/import-columns";
import { findProgress, isRunning, readImportPage } from "~/roster/import/import-page.server";
import { readImportQuery } from "~/roster/import/import-query";
import { ImportRows } from "~/roster/import/import-rows";
import { ImportSettingsSection } from "~/roster/import/import-settings";
import { ImportCounts, ImportNotices, ImportProgress } from "~/roster/import/import-state";
import { ImportUnits } from "~/roster/import/import-units";
import { findImport } from "~/roster/import/imports.server";
import { KnownInBrief } from "~/roster/import/known/known-brief";
import { RecalledNotice } from "~/roster/import/memory/recalled-notice";
import { OriginalFile } from "~/roster/import/original/original-file";
import { isRemovable } from "~/roster/import/original/removal";
import { RepairsInBrief } from "~/roster/import/repaired/repairs-table";
import { words as importWords } from "~/roster/import/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const found = await findImport(actor, idIn(params.importId));
  if (!found) throw new Response(null, { status: 404 });
  const progress = await findProgress(actor, found);
  const page = isRunning(progress) ? null : await readImportPage(actor, found, readImportQuery(request.url));
  const change = found.changeSetId ? await findChange(actor, found.changeSetId) : null;
  // Once all of it was taken back, what the run said of it is true no longer.
  const isUndone = found.state === "undone";
  return {
    ...{ id: found.id, fileName: found.fileName, progress: isUndone ? null : progress, page, change },
    isRemovable: isRemovable(found.state),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.fileName }];

export default function ImportPage() {
  const { id, fileName, progress, page, change, isRemovable } = useLoaderData<typeof loader>();
  const words = useWords(importWords);
  const breadcrumbs = [
    { label: words.roster, to: "/roster" },
    { label: words.title, to: "/roster/import" },
  ];
  if (!page) {
    return (
      <Page title={fileName} breadcrumbs={breadcrumbs}>
        {progress && <ImportProgress progress={progress} />}
      </Page>
    );
  }
  return (
    <Page
      title={fileName}
      breadcrumbs={breadcrumbs}
      summary={<ImportCounts counts={page.counts} />}
      actions={
        <>
          {change && <TakeBack change={change} />}
          <CommitButton id={id} page={page} />
        </>
      }
    >
      <ImportNotices page={page} progress={progress} />
      <RecalledNotice id={id} recalled={page.recalled} />
      <RepairsInBrief id={id} brief={page.repairs} />
      <Questions id={id} questions={page.questions} />
      <KnownInBrief id={id} counts={page.known} />
      <ImportSettingsSection id={id} page={page} />
      <ImportColumns id={id} sheets={page.sheets} />
      <ImportUnits id={id} units={page.units} />
      <ImportRows id={id} page={page} />
      <OriginalFile id={id} file={page.file} isRemovable={isRemovable} />
    </Page>
  );
}
