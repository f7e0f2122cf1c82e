/** Reviews that are being opened, and why one could not be. */
import { JobWatch } from "~/ui/job-watch";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import type { Opening } from "./openings.server";
import { words as reviewWords } from "./words";

export function Openings({ openings }: { openings: Opening[] }) {
  const { opening: words } = useWords(reviewWords);
  return openings.map(({ name, problem, ...run }) =>
    problem ? (
      <Notice key={run.id} tone="amber" title={words.failed(name)}>
        {problem}
      </Notice>
    ) : (
      <div key={run.id} className="flex flex-col gap-3">
        <JobWatch {...run} label={words.working(name)} cancel={words.cancel} />
        <p className="text-caption text-soft">{words.help}</p>
      </div>
    ),
  );
}
