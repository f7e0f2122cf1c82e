/** How an import stands: its counts, what to know before pressing the button, and how far it is. */
import { Badge, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { TextLink } from "~/ui/text-link";
import type { ImportPage, Progress as JobProgress } from "./import-page.server";
import { words as importWords } from "./words";

const countTones: [keyof ImportPage["counts"], Tone][] = [
  ["ready", "green"],
  ["update", "green"],
  ["problem", "amber"],
  ["there", "blue"],
  ["added", "green"],
  ["updated", "green"],
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
      {progress && <Outcome progress={progress} open={page.counts.problem} />}
      {page.encoding && (
        <Notice tone="blue" title={words.encodingTitle[page.encoding]}>
          {words.encoding}
        </Notice>
      )}
      {!hasTable && (
        <Notice tone="amber" title={words.noTable}>
          {words.noTableHelp}
        </Notice>
      )}
      <Missing page={page} />
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

/** What is put right once for the whole file, rather than row by row. */
function Missing({ page: { missing } }: { page: ImportPage }) {
  const words = useWords(importWords).page;
  const said = (["noStart", "noKind"] as const).filter((code) => missing[code] > 3);
  if (said.length === 0) return null;
  return (
    <Notice tone="amber" title={words.missing}>
      {said.map((code) => (
        <p key={code}>{words[code](missing[code])}</p>
      ))}
    </Notice>
  );
}

function Outcome({ progress, open }: { progress: JobProgress; open: number }) {
  const { state, result, problem } = progress;
  const words = useWords(importWords).page;
  const language = useLanguage();
  if (state === "done" && result) {
    return (
      <Notice
        tone="green"
        role="status"
        title={
          result.added + result.updated > 0 ? words.doneTitle(result.added, result.updated) : words.doneNone
        }
        actions={<ButtonLink to="/roster">{words.seePeople}</ButtonLink>}
      >
        {progress.hasBegunAnew && <p>{words.begunAnewHelp}</p>}
        {result.unchanged > 0 && <p>{words.doneUnchanged(result.unchanged)}</p>}
        {open > 0 && <p>{words.doneRest(open)}</p>}
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

export function ImportProgress({ progress }: { progress: JobProgress }) {
  const words = useWords(importWords).page;
  const language = useLanguage();
  const step = progress.state === "waiting" ? words.waitsBehind : progress.step?.[language];
  return (
    <>
      {progress.hasBegunAnew && (
        <Notice tone="amber" role="status" title={words.begunAnew}>
          {words.begunAnewHelp}
        </Notice>
      )}
      <JobWatch
        id={progress.id}
        label={words.importing}
        done={progress.done}
        total={progress.total}
        step={step}
        cancel={progress.isOwn ? words.cancel : undefined}
      />
    </>
  );
}
