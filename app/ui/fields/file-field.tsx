/** A place to put a file: chosen, or dropped. */
import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useLanguage, useWords } from "~/ui/language";
import { showSize } from "~/ui/number";
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
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files[0]);
  }
  function take(file: File | undefined) {
    setChosen(file ?? null);
    if (file) onFile?.(file);
  }
  return (
    <Frame label={label} help={help} required={required} error={error}>
      {(control) => (
        <label
          htmlFor={control.id}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          className={`relative flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-dashed px-4 py-5 hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${over ? "border-accent bg-accent-soft" : "border-edge bg-paper"}`}
        >
          <input
            {...control}
            ref={input}
            type="file"
            name={name}
            accept={accept}
            // What is sent at once may be put right and chosen again under its name, which is no change to a browser.
            onClick={(event) => {
              if (onFile) event.currentTarget.value = "";
            }}
            onChange={(event) => take(event.target.files?.[0])}
            className="sr-only"
          />
          {/* The browser's own button speaks the browser's language. */}
          <span className="inline-flex min-h-control items-center gap-2.5 rounded-control border border-line bg-paper px-4 py-2 font-semibold text-table phone:min-h-12">
            <Upload aria-hidden size={20} strokeWidth={1.75} />
            {words.fileChoose}
          </span>
          <span aria-live="polite" className="min-w-0 text-table text-soft wrap-anywhere">
            {chosen ? `${chosen.name} (${showSize(chosen.size, language)})` : words.fileDrop}
          </span>
        </label>
      )}
    </Frame>
  );
}
