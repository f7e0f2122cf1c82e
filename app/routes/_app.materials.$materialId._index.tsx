/** The overview of a material: what stands in front of it, its files, what was said when it was reviewed. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { MaterialFacts } from "~/materials/record/material-facts";
import { MoreActions } from "~/materials/record/more-actions";
import { openRecord } from "~/materials/record/record.server";
import { ReviewNotes } from "~/materials/record/review-notes";
import { DraftFiles } from "~/materials/versions/draft-files";
import { FileList } from "~/materials/versions/file-list";
import { listFiles } from "~/materials/versions/files.server";
import { words as versionWords } from "~/materials/versions/words";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const record = found(await openRecord(actor, idIn(params.materialId)));
  const { current } = record.material;
  return { ...record, currentFiles: current ? await listFiles(actor, [current.id]) : [] };
}

export default function MaterialOverview() {
  const { material, notes, draftFiles, currentFiles, mayEdit, mayPublish } = useLoaderData<typeof loader>();
  const words = useWords(versionWords);
  const { id, draft, current, stage, trashedAt } = material;
  const isClosed = Boolean(trashedAt) || stage === "in_review" || stage === "approved";
  const mayChange = mayEdit && !trashedAt && (mayPublish || !isClosed);
  return (
    <>
      {draft && (
        <DraftFiles
          {...{ materialId: id, draft, files: draftFiles, mayChange }}
          isFirst={draft.number === 1}
        />
      )}
      {current && (
        <Section title={draft ? words.filesOf(current.number) : words.files}>
          <FileList materialId={id} files={currentFiles} label={words.filesOf(current.number)} />
        </Section>
      )}
      <MaterialFacts material={material} />
      <ReviewNotes notes={notes} />
      <MoreActions {...{ material, mayEdit, mayPublish }} />
    </>
  );
}
