/** How an import stands: its counts, what to know before pressing the button, and how far it is. */
import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Badge, type Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Card } from "~/ui/page";
import { Progress } from "~/ui/progress";
import { TextLink } from "~/ui/text-link";
import type { ImportPage, Progress as JobProgress } from "./import-page.server";
import { words as importWords } from "./words";

const countTones: [keyof ImportPage["counts"], Tone][] = [
  ["ready", "green"],
  ["problem", "amber"],
  ["there", "blue"],
  ["added", "green"],
  ["left_out", "neutral"],
];

export function ImportCounts({ counts }: { counts: ImportPage["counts"] }) {
  const words = useWords(importWords).page;
  const language = useLanguage();
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      {countTones
        .filter(([state]) => counts[state] > 0)
        .map(([state, tone]) => (
          <Badge key={state} tone={tone}>
            {words.counts[state]}: {showNumber(counts[state], language)}
          </Badge>
        ))}
    </span>
  );
}

export function ImportNotices({ page, progress }: { page: ImportPage; progress: JobProgress | null }) {
  const words = useWords(importWords).page;
  const hasTable = page.sheets.some(({ head }) => head.length > 0);
  return (
    <>
      {progress && <Outcome progress={progress} />}
      {page.encoding && (
        <Notice tone="red" title={words.encodingTitle[page.encoding]}>
          {words.encoding}
        </Notice>
      )}
      {!page.encoding && !hasTable && (
        <Notice tone="amber" title={words.noTable}>
          {words.noTableHelp}
        </Notice>
      )}
      {page.isRelease && (
        <Notice tone="amber" title={words.release}>
          {words.releaseHelp}
        </Notice>
      )}
      {page.sameFile.length > 0 && page.counts.added === 0 && (
        <Notice tone="amber" title={words.sameFile}>
          {words.sameFileHelp}{" "}
          {page.sameFile.map(({ id, at }) => (
            <TextLink key={id} to={`/roster/import/${id}`}>
              {words.sameFileSeen(at)}.{" "}
            </TextLink>
          ))}
        </Notice>
      )}
      {page.hiddenPeople > 0 && <Notice tone="neutral">{words.hidden(page.hiddenPeople)}</Notice>}
    </>
  );
}

function Outcome({ progress: { state, result, problem } }: { progress: JobProgress }) {
  const words = useWords(importWords).page;
  const language = useLanguage();
  if (state === "done" && result) {
    return (
      <Notice
        tone="green"
        role="status"
        title={result.added > 0 ? words.doneTitle(result.added) : words.doneNone}
        actions={<ButtonLink to="/roster">{words.seePeople}</ButtonLink>}
      >
        {result.problems > 0 && words.doneRest(result.problems)}
      </Notice>
    );
  }
  if (state === "cancelled") return <Notice tone="neutral" role="status" title={words.cancelledTitle} />;
  if (state === "failed") {
    return (
      <Notice tone="red" role="alert" title={words.failedTitle}>
        {problem?.[language]}
      </Notice>
    );
  }
  return null;
}

/** Asks the server every second until the work has ended; then the page shows what became of it. */
export function ImportProgress({ progress }: { progress: JobProgress }) {
  const words = useWords(importWords).page;
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const cancelling = useFetcher();
  useEffect(() => {
    const timer = setInterval(revalidate, 1_000);
    return () => clearInterval(timer);
  }, [revalidate]);
  const isWaiting = progress.state === "waiting";
  return (
    <Card>
      <div className="flex max-w-2xl flex-col gap-4">
        <Progress
          label={words.importing}
          done={progress.done}
          total={progress.total}
          step={isWaiting ? words.waitsBehind : progress.step?.[language]}
        />
        {progress.isOwn && (
          <Button
            busy={cancelling.state !== "idle"}
            onPress={() =>
              cancelling.submit(null, { method: "post", action: `/jobs/${progress.id}/cancellation` })
            }
          >
            {words.cancel}
          </Button>
        )}
      </div>
    </Card>
  );
}
