/** The files of a material, each with the ways to read it: here, as text, to take along; sizes are said before. */
import { BookOpen, Download, ExternalLink, FileText } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import type { Entry, EntryFile } from "./entry.server";
import { factsOf, quickPath, readingPath, textWeight, weightOf } from "./file-facts";
import { words as readingWords } from "./words";

interface EntryFilesProps {
  entry: Pick<Entry, "id" | "lastFileId" | "lastPage">;
  files: EntryFile[];
}

export function EntryFiles({ entry, files }: EntryFilesProps) {
  const words = useWords(readingWords);
  if (files.length === 0) return <p className="text-soft">{words.noFiles}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {files.map((file, index) => (
        <li
          key={file.id}
          className="flex flex-col gap-3 rounded-card border border-line bg-paper p-5 phone:p-4"
        >
          <FileHead file={file} />
          <FileInPlace file={file} />
          <FileWays entry={entry} file={file} isFirst={index === 0} />
        </li>
      ))}
    </ul>
  );
}

function FileHead({ file }: { file: EntryFile }) {
  const words = useWords(readingWords);
  const language = useLanguage();
  return (
    <div className="flex flex-col gap-0.5">
      <h3 className="font-semibold break-words">{file.name}</h3>
      <p className="text-table text-soft">{factsOf(file, language)}</p>
      {file.needsLook && <p className="text-table text-amber">{words.doubtfulFile}</p>}
    </div>
  );
}

/** Sound, films and pictures are there at once; nothing of them travels before it is wanted. */
function FileInPlace({ file: { id, name, format } }: { file: EntryFile }) {
  const source = `/materials/files/${id}/content`;
  if (format === "audio") {
    // biome-ignore lint/a11y/useMediaCaption: what was recorded comes without captions
    return <audio controls preload="none" src={source} aria-label={name} className="w-full" />;
  }
  if (format === "video") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: as above
      <video controls preload="none" src={source} aria-label={name} className="w-full rounded-control" />
    );
  }
  if (format !== "image") return null;
  return (
    <img src={source} alt={name} loading="lazy" className="max-h-[80dvh] w-fit max-w-full rounded-control" />
  );
}

function FileWays({
  entry,
  file,
  isFirst,
}: {
  entry: EntryFilesProps["entry"];
  file: EntryFile;
  isFirst: boolean;
}) {
  const words = useWords(readingWords);
  const language = useLanguage();
  const { id, format, textSize } = file;
  const page = entry.lastFileId === id ? entry.lastPage : null;
  if (format === "link") {
    return (
      <a
        href={`/materials/files/${id}/content`}
        target="_blank"
        rel="noreferrer"
        className="button button-secondary self-start"
      >
        <ExternalLink aria-hidden size={20} strokeWidth={1.75} />
        {words.openLink}
      </a>
    );
  }
  return (
    <div className="flex flex-wrap gap-2 phone:flex-col">
      {format === "pdf" && (
        <ButtonLink
          variant={isFirst ? "primary" : "secondary"}
          icon={BookOpen}
          to={readingPath(entry.id, file, page)}
        >
          {page && page > 1 ? words.readOn(page) : words.read}
        </ButtonLink>
      )}
      {textSize > 0 && (
        <ButtonLink
          variant={isFirst && format !== "pdf" ? "primary" : "secondary"}
          icon={FileText}
          to={quickPath(entry.id, file, page)}
          reloadDocument
        >
          {words.quickOf(textWeight(textSize, language))}
        </ButtonLink>
      )}
      <a href={`/materials/files/${id}/download`} className="button button-secondary">
        <Download aria-hidden size={20} strokeWidth={1.75} />
        {words.downloadOf(weightOf(file, language))}
      </a>
    </div>
  );
}
