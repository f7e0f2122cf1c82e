/** The files of the version that is being prepared: dropped in, looked at, taken out; several may be entries of their own. */

import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Card, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { UploadMany } from "~/ui/upload-many";
import { Watch } from "~/ui/watch";
import { FileList } from "./file-list";
import type { VersionFile } from "./files.server";
import { LinkForm } from "./link-form";
import { words as versionWords } from "./words";

interface DraftFilesProps {
  materialId: string;
  draft: { id: string; number: number };
  files: VersionFile[];
  mayChange: boolean;
  /** Nothing of the entry went out yet. */
  isFirst: boolean;
}

export function DraftFiles({ materialId, draft, files, mayChange, isFirst }: DraftFilesProps) {
  const words = useWords(versionWords);
  const label = words.filesOf(draft.number);
  return (
    <Section title={isFirst ? words.files : label}>
      {files.length > 0 ? (
        <FileList {...{ materialId, files, label }} mayTakeOut={mayChange} />
      ) : (
        <p className="text-soft">{mayChange ? words.noFilesHelp : words.noFiles}</p>
      )}
      {mayChange && isFirst && files.length > 1 && (
        <Notice
          tone="neutral"
          title={words.splitTitle(files.length)}
          actions={<PostButton action={`/materials/${materialId}/splitting`}>{words.split}</PostButton>}
        >
          {words.splitHelp}
        </Notice>
      )}
      {mayChange && (
        <UploadMany
          purpose="materials.file"
          subjectId={draft.id}
          label={words.upload}
          help={words.uploadHelp}
          declaration={words.declaration}
        />
      )}
      {mayChange && (
        <Fold title={words.link}>
          <Card>
            <LinkForm key={files.length} materialId={materialId} />
          </Card>
        </Fold>
      )}
      {files.some(isUnderWay) && <Watch />}
    </Section>
  );
}

function isUnderWay({ state, textState, isStopped }: VersionFile): boolean {
  if (isStopped || textState === "failed") return false;
  return state === "checking" || (state === "accepted" && textState === "waiting");
}
