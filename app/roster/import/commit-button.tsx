/** The one primary action of an import: "Nhập 54 người". */
import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import type { ImportPage } from "./import-page.server";
import { words as importWords } from "./words";

export function CommitButton({ id, page }: { id: string; page: ImportPage }) {
  const words = useWords(importWords).page;
  const fetcher = useFetcher<{ errors?: Record<string, string> }>();
  const { ready, problem } = page.counts;
  const refusal = Object.values(fetcher.data?.errors ?? {})[0];
  if (ready === 0) {
    const reason = problem > 0 ? words.commitNone : words.commitDone;
    return page.sheets.some(({ people }) => people > 0) ? (
      <p className="max-w-72 text-caption text-soft">{reason}</p>
    ) : null;
  }
  return (
    <span className="inline-flex flex-col gap-1">
      <Button
        variant="primary"
        busy={fetcher.state !== "idle"}
        onPress={() =>
          fetcher.submit(
            {},
            { method: "post", action: `/roster/import/${id}/commit`, encType: "application/json" },
          )
        }
      >
        {words.commit(ready)}
      </Button>
      {refusal && (
        <span role="alert" className="max-w-72 text-caption text-red">
          {refusal}
        </span>
      )}
    </span>
  );
}
