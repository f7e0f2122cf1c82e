/** An import of units at work, and what became of it. */
import { ButtonLink } from "~/ui/button";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { unitWords } from "~/units/words";
import type { ImportRun } from "./import";

export function ImportOutcomeView({ run }: { run: ImportRun }) {
  const words = useWords(unitWords).import;
  const language = useLanguage();
  const { id, state, done, total, step, problem, result } = run;
  if (state === "waiting" || state === "running") {
    return (
      <JobWatch
        id={id}
        label={words.working}
        done={done}
        total={total}
        step={state === "waiting" ? words.waiting : step?.[language]}
        cancel={words.cancel}
      />
    );
  }
  const another = <ButtonLink to="/units/import">{words.another}</ButtonLink>;
  if (state === "cancelled") {
    return <Notice tone="neutral" role="status" title={words.cancelled} actions={another} />;
  }
  if (state !== "done" || !result) {
    return (
      <Notice tone="red" role="alert" title={words.failedTitle} actions={another}>
        {problem?.[language]}
      </Notice>
    );
  }
  const count = (value: number) => showNumber(value, language);
  return (
    <Notice
      tone="green"
      role="status"
      title={result.added > 0 ? words.doneTitle(count(result.added)) : words.doneNone}
      actions={
        <>
          {another}
          <ButtonLink to="/units" variant="primary">
            {words.seeTree}
          </ButtonLink>
        </>
      }
    >
      {words.doneRest(count(result.kept), count(result.differing), count(result.failed))}
    </Notice>
  );
}
