/** A place for a roster file: dropped or chosen, it is read at once. */
import { useFetcher } from "@remix-run/react";
import { useRef } from "react";
import { Spinner } from "~/ui/button";
import { FileField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { words as importWords } from "./words";

export function UploadForm() {
  const words = useWords(importWords).upload;
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<{ errors?: Record<string, string> }>();
  const busy = fetcher.state !== "idle";
  const error = busy ? undefined : Object.values(fetcher.data?.errors ?? {})[0];
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action="/roster/import/files"
      encType="multipart/form-data"
      className="flex max-w-3xl flex-col gap-2"
      aria-busy={busy}
    >
      <FileField
        name="file"
        label={words.label}
        help={words.help}
        accept=".xlsx,.xlsm"
        error={error}
        onFile={() => fetcher.submit(form.current)}
      />
      <p role="status" className="flex items-center gap-2 text-table text-soft empty:hidden">
        {busy && (
          <>
            <Spinner /> {words.reading}
          </>
        )}
      </p>
    </fetcher.Form>
  );
}
