/** The files of a version: what each is, how large, whether it was looked at, and what must be known of it. */
import { Download, FileText, Link2, X } from "lucide-react";
import { words as materialWords } from "~/materials/words";
import { Badge } from "~/ui/badge";
import { IconButton } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { showSize } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { TextLink } from "~/ui/text-link";
import { usePost } from "~/ui/use-post";
import type { VersionFile } from "./files.server";
import { words as versionWords } from "./words";

interface FileListProps {
  materialId: string;
  files: VersionFile[];
  label: string;
  /** Those of a draft that is open may be taken out. */
  mayTakeOut?: boolean;
}

export function FileList({ materialId, files, label, mayTakeOut = false }: FileListProps) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line rounded-card border border-line bg-paper print:border-0"
    >
      {files.map((file) => (
        <FileLine key={file.id} {...{ materialId, file, mayTakeOut }} />
      ))}
    </ul>
  );
}

interface FileLineProps {
  materialId: string;
  file: VersionFile;
  mayTakeOut: boolean;
}

function FileLine({ materialId, file, mayTakeOut }: FileLineProps) {
  const words = useWords(versionWords);
  const language = useLanguage();
  const { id, name, format, url, size, pages, twin, state, needsLook, textState, isStopped } = file;
  const isLink = format === "link";
  const Icon = isLink ? Link2 : FileText;
  const about = [
    words.formats[format as keyof typeof words.formats] ?? format,
    size !== null && showSize(size, language),
    pages !== null && !isLink && words.pages(pages),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 phone:px-4">
      <span className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-soft" />
        <span className="min-w-0 wrap-anywhere">
          {state !== "accepted" ? (
            <span className="font-medium">{name}</span>
          ) : isLink ? (
            <a href={url ?? ""} target="_blank" rel="noreferrer noopener" className="text-link">
              {name}
            </a>
          ) : (
            <TextLink to={`/library/${materialId}/files/${id}`}>{name}</TextLink>
          )}
          <span className="block text-caption text-soft">{about.filter(Boolean).join(" · ")}</span>
          {twin && (
            <span className="block text-caption">
              {words.twin} <TextLink to={`/materials/${twin.id}`}>{twin.title}</TextLink>
            </span>
          )}
        </span>
      </span>
      <FileMarks file={file} />
      <span className="-mr-3 flex items-center print:hidden">
        {state === "accepted" && !isLink && (
          <a
            href={`/materials/files/${id}/download`}
            aria-label={words.downloadOf(name)}
            title={words.download}
            className="icon-button"
          >
            <Download aria-hidden size={20} strokeWidth={1.75} />
          </a>
        )}
        {mayTakeOut && (isStopped || textState === "failed" || needsLook) && (
          <PostButton action={`/materials/drafts/files/${id}/rereading`} variant="quiet">
            {state === "checking" ? words.checkAgain : words.readAgain}
          </PostButton>
        )}
        {mayTakeOut && <TakeOut fileId={id} label={words.takeOutOf(name)} />}
      </span>
    </li>
  );
}

function FileMarks({ file }: { file: VersionFile }) {
  const words = useWords(versionWords);
  const { fileStates } = useWords(materialWords);
  const { state, textState, needsLook, isStopped, format, done, total } = file;
  const soFar = total ? ` (${done ?? 0}/${total})` : "";
  if (isStopped || (state === "checking" && textState === "failed")) {
    return (
      <span title={words.stoppedHelp}>
        <Badge tone="amber">{words.stopped}</Badge>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-1">
      {state !== "accepted" && (
        <Badge tone={state === "checking" ? "blue" : "red"}>
          {fileStates[state]}
          {soFar}
        </Badge>
      )}
      {state === "accepted" && textState === "waiting" && (
        <Badge tone="blue">
          {words.textWaiting}
          {soFar}
        </Badge>
      )}
      {textState === "failed" && format !== "link" && <Badge tone="amber">{words.textFailed}</Badge>}
      {needsLook && (
        <span title={words.needsLookHelp}>
          <Badge tone="amber">{words.needsLook}</Badge>
        </span>
      )}
    </span>
  );
}

function TakeOut({ fileId, label }: { fileId: string; label: string }) {
  const { send } = usePost(`/materials/drafts/files/${fileId}/removal`);
  return <IconButton icon={X} label={label} onPress={() => send()} />;
}
