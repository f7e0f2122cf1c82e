/** The overview of a material: what stands in front of it, its files, what was said when it was reviewed. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { listRefusals } from "~/materials/intake/refusals.server";
import { MaterialFacts } from "~/materials/record/material-facts";
import { MoreActions } from "~/materials/record/more-actions";
import { ProposalList } from "~/materials/record/proposal-list";
import { listProposals } from "~/materials/record/proposals.server";
import { openRecord } from "~/materials/record/record.server";
import { RefusalList } from "~/materials/record/refusal-list";
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
  const { id, current, stage, trashedAt } = record.material;
  const isOpen = stage !== "in_review" && (record.mayPublish || stage !== "approved");
  const mayChange = record.mayEdit && !trashedAt && isOpen;
  const [currentFiles, refusals, proposed] = await Promise.all([
    current ? listFiles(actor, [current.id]) : [],
    listRefusals(actor, id),
    mayChange ? listProposals(actor, record.material, record.draftFiles) : [],
  ]);
  return { ...record, mayChange, currentFiles, refusals, proposed };
}

export default function MaterialOverview() {
  const record = useLoaderData<typeof loader>();
  const { material, notes, draftFiles, currentFiles, refusals, proposed, mayChange } = record;
  const words = useWords(versionWords);
  const { id, draft, current } = material;
  return (
    <>
      <RefusalList refusals={refusals} />
      {draft && (
        <DraftFiles
          {...{ materialId: id, draft, files: draftFiles, mayChange }}
          isFirst={draft.number === 1}
        />
      )}
      <ProposalList materialId={id} proposed={proposed} />
      {current && (
        <Section title={draft ? words.filesOf(current.number) : words.files}>
          <FileList materialId={id} files={currentFiles} label={words.filesOf(current.number)} />
        </Section>
      )}
      <MaterialFacts material={material} />
      <ReviewNotes notes={notes} />
      <MoreActions {...record} />
    </>
  );
}
