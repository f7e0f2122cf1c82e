/** A place for many files: dropped or chosen, each is sent at once and goes on after a cut line, a reload, a restart. */
import { useRevalidator } from "@remix-run/react";
import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { usualLargest } from "~/platform/uploads/upload";
import { useLanguage, useWords } from "./language";
import { showNumber } from "./number";
import { UploadRow } from "./upload-many-row";
import { useUploads } from "./upload-many-state";
import { uploadManyWords } from "./upload-many-words";

interface UploadManyProps {
  /** As in app/uploads.server.ts. */
  purpose: string;
  subjectId: string;
  label: string;
  help?: ReactNode;
  /** ".pdf,.docx": what the server takes anyway, said before anything is sent. */
  accept?: string;
  /** In bytes. */
  largest?: number;
  /** What the person declares of these files by a tick; without it nothing is asked. */
  declaration?: string;
  /** When one has arrived; else the page's data are asked for anew. */
  onTaken?: () => void;
}

export function UploadMany({
  purpose,
  subjectId,
  label,
  help,
  accept,
  declaration,
  ...more
}: UploadManyProps) {
  const { largest = usualLargest, onTaken } = more;
  const words = useWords(uploadManyWords);
  const language = useLanguage();
  const id = useId();
  const tick = useRef<HTMLInputElement>(null);
  const { revalidate } = useRevalidator();
  const [declared, setDeclared] = useState(declaration === undefined);
  const [over, setOver] = useState(false);
  // As people count it who read 200 MB in their file manager.
  const limit = `${showNumber(Math.floor(largest / 1024 / 1024), language)} MB`;

  function faultOf(file: File): string | null {
    if (file.size === 0) return words.empty;
    if (file.size > largest) return words.tooLarge(limit);
    return isAccepted(file.name, accept) ? null : words.wrongType(accept?.replaceAll(",", ", ") ?? "");
  }
  const uploads = useUploads({ purpose, subjectId, declared, faultOf, onTaken: onTaken ?? revalidate });
  const { files, isSending } = uploads;
  const isHeld = files.some(({ state }) => state === "held");
  useEffect(() => {
    if (isHeld) tick.current?.focus();
  }, [isHeld]);
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  }
  const last = files.findLast(({ state }) => state === "done");
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {declaration && (
        <label className="flex items-start gap-3">
          <input
            ref={tick}
            type="checkbox"
            checked={declared}
            onChange={(event) => setDeclared(event.target.checked)}
            aria-invalid={isHeld || undefined}
            aria-describedby={isHeld ? `${id}-tick` : undefined}
            className="mt-1 size-5 shrink-0 accent-primary"
          />
          <span>
            {declaration}
            {isHeld && (
              <span id={`${id}-tick`} role="alert" className="block font-medium text-red text-table">
                {words.tickFirst}
              </span>
            )}
          </span>
        </label>
      )}
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={`relative flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-dashed px-4 py-5 hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${over ? "border-accent bg-accent-soft" : "border-edge bg-paper"}`}
      >
        <span className="w-full font-semibold text-table">{label}</span>
        <input
          type="file"
          multiple
          accept={accept}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => {
            uploads.add(event.target.files ?? []);
            // The same file chosen again is a choice too.
            event.target.value = "";
          }}
          className="sr-only"
        />
        <span className="inline-flex min-h-control items-center gap-2.5 rounded-control border border-line bg-paper px-4 py-2 font-semibold text-table phone:min-h-12">
          <Upload aria-hidden size={20} strokeWidth={1.75} />
          {words.choose}
        </span>
        <span className="min-w-0 text-soft text-table">{words.drop(limit)}</span>
      </label>
      {help && (
        <p id={`${id}-help`} className="text-caption text-soft">
          {help}
        </p>
      )}
      {files.length > 0 && (
        <ul aria-label={words.files} className="rounded-card border border-line bg-paper">
          {files.map((file) => (
            <UploadRow
              key={file.key}
              file={file}
              onGoOn={() => uploads.goOn(file.key)}
              onRemove={() => uploads.remove(file)}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {last && words.doneAloud(last.name)}
      </p>
    </div>
  );
}

/** By its ending; what the file really is, the server finds out. */
function isAccepted(name: string, accept: string | undefined): boolean {
  const endings = accept?.split(",").map((ending) => ending.trim().toLowerCase());
  return !endings || endings.some((ending) => name.toLowerCase().endsWith(ending));
}
