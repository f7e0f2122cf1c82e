/** Whether the stored files are still what was stored. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { ownersOf } from "~/nav/file-owners.server";
import { FaultyFiles, FilesAlarm, FilesFacts } from "~/nav/files-view";
import { filesWords } from "~/nav/files-words";
import { verifyFilesJob } from "~/nav/verify-files.server";
import { reportOnFiles } from "~/platform/files/verify.server";
import { JobWatch } from "~/ui/job-watch";
import { useWords } from "~/ui/language";
import { Page, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "files.view");
  const report = await reportOnFiles(verifyFilesJob.name);
  return { report, owners: await ownersOf(report.faulty.map(({ id }) => id)) };
}

export default function FilesPage() {
  const words = useWords(filesWords);
  const { report, owners } = useLoaderData<typeof loader>();
  const { run, faulty } = report;
  return (
    <Page
      title={words.title}
      summary={words.summary}
      actions={!run && <PostButton action="/files/checks">{words.check}</PostButton>}
    >
      <FilesAlarm faulty={faulty.length} />
      {run && (
        <JobWatch
          id={run.id}
          label={words.checking}
          done={run.done}
          total={run.total}
          cancel={words.cancel}
        />
      )}
      <FilesFacts {...report} />
      <Section title={words.faulty}>
        <FaultyFiles faulty={faulty} owners={owners} />
      </Section>
    </Page>
  );
}
