/** How a bulk edit stands: to be looked at, at work, or done. */
import { useEffect } from "react";
import { TakeBack } from "~/roster/changes/take-back";
import { ButtonLink } from "~/ui/button";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { forgetSelection } from "~/ui/table-selection";
import type { BulkPage } from "./bulk-pages.server";
import { OutcomeTable } from "./outcome-table";
import { rosterSelection } from "./selection";
import { words as bulkWords } from "./words";

export function BulkView({ bulk }: { bulk: BulkPage }) {
  const words = useWords(bulkWords);
  const { progress, state } = bulk;
  useEffect(() => {
    // What was done need not be chosen any more when the list is seen again.
    if (state === "done") forgetSelection(rosterSelection);
  }, [state]);
  if (progress?.isRunning) {
    const { id, done, total, step } = progress;
    return <JobWatch {...{ id, done, total, step }} label={words.working} cancel={words.cancel} />;
  }
  return (
    <>
      {state === "draft" && progress?.problem && (
        <Notice tone="red" role="alert" title={words.failed}>
          {progress.problem}
        </Notice>
      )}
      <News bulk={bulk} />
      {state === "done" && <Result bulk={bulk} />}
      <OutcomeTable bulk={bulk} />
    </>
  );
}

/** The way on from the preview. */
export function BulkActions({ bulk: { id, state, counts, progress } }: { bulk: BulkPage }) {
  const words = useWords(bulkWords);
  const language = useLanguage();
  if (progress?.isRunning) return null;
  if (state === "done") return <ButtonLink to="/roster">{words.toRoster}</ButtonLink>;
  return (
    <>
      <ButtonLink to={`/roster/bulk/${id}/operation`}>{words.otherOperation}</ButtonLink>
      {counts.changes > 0 ? (
        <PostButton variant="primary" action={`/roster/bulk/${id}/commit`}>
          {words.apply(showNumber(counts.changes, language))}
        </PostButton>
      ) : (
        <p className="max-w-72 self-center text-caption text-soft">{words.nobodyChanges}</p>
      )}
    </>
  );
}

function News({ bulk: { news } }: { bulk: BulkPage }) {
  const words = useWords(bulkWords);
  if (news.length === 0) return null;
  return (
    <Notice tone="amber" role="alert" title={words.news}>
      {news.map(({ what, count, names }) => (
        <p key={what}>{words[what](count, `${names.join(", ")}${count > names.length ? "…" : ""}`)}</p>
      ))}
    </Notice>
  );
}

function Result({ bulk: { change, counts } }: { bulk: BulkPage }) {
  const words = useWords(bulkWords);
  const isUndone = change?.state === "undone";
  return (
    <Notice
      tone={isUndone ? "neutral" : "green"}
      title={isUndone ? words.undoneTitle : words.doneTitle}
      actions={change && <TakeBack change={change} />}
    >
      {isUndone ? words.undone : words.doneNow(counts.changes)}
    </Notice>
  );
}
