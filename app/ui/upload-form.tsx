/** A place for one file: dropped or chosen, it is sent at once. */
import { useFetcher } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { Spinner } from "./button";
import { FileField } from "./field";

interface UploadFormProps {
  /** Where the file goes, as the field "file". */
  action: string;
  label: string;
  help?: ReactNode;
  accept: string;
  /** Said while the server works on it. */
  busyText: string;
}

export function UploadForm({ action, label, help, accept, busyText }: UploadFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<{ errors?: Record<string, string> }>();
  const busy = fetcher.state !== "idle";
  const error = busy ? undefined : Object.values(fetcher.data?.errors ?? {})[0];
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={action}
      encType="multipart/form-data"
      className="flex max-w-3xl flex-col gap-2"
      aria-busy={busy}
    >
      <FileField
        name="file"
        label={label}
        help={help}
        accept={accept}
        error={error}
        onFile={() => fetcher.submit(form.current)}
      />
      <p role="status" className="flex items-center gap-2 text-table text-soft empty:hidden">
        {busy && (
          <>
            <Spinner /> {busyText}
          </>
        )}
      </p>
    </fetcher.Form>
  );
}
