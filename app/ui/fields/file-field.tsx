/** A place to put a file: chosen, or dropped. */
import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import { type FieldProps, Frame } from "./frame";

interface FileFieldProps extends FieldProps {
  /** ".xlsx,.csv" */
  accept?: string;
  error?: string;
  onFile?: (file: File) => void;
}

/** A plain input inside: it is sent with a multipart form, without JavaScript too. */
export function FileField({ name, label, help, required, accept, error, onFile }: FileFieldProps) {
  const words = useWords(uiWords);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files[0]);
  }
  function take(file: File | undefined) {
    setChosen(file?.name ?? null);
    if (file) onFile?.(file);
  }
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same by keyboard
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-dashed px-4 py-5 ${over ? "border-accent bg-accent-soft" : "border-edge bg-paper"}`}
        >
          <Upload aria-hidden size={20} strokeWidth={1.75} className="text-soft" />
          <input
            {...control}
            ref={input}
            type="file"
            name={name}
            accept={accept}
            onChange={(event) => take(event.target.files?.[0])}
            className="min-w-0 flex-1 text-table file:mr-3 file:min-h-control file:rounded-control file:border file:border-solid file:border-line file:bg-paper file:px-4 file:font-semibold file:text-ink hover:file:bg-hover"
          />
          <span aria-live="polite" className="text-caption text-soft">
            {chosen ? words.fileChosen(chosen) : words.fileDrop}
          </span>
        </div>
      )}
    </Frame>
  );
}
