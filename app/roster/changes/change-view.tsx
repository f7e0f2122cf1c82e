/** One large change: what it did, to whom, and the way back with all that stands in it. */
import { Undo2 } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Facts, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { TextLink } from "~/ui/text-link";
import { RowCounts } from "./change-table";
import type { ListedChange, listPeopleOfChange } from "./changes.server";
import { ChangeStateBadge } from "./take-back";
import type { NamedObstacle } from "./take-back.server";
import { words as changeWords, nameIn } from "./words";

interface ChangeViewProps {
  change: ListedChange;
  people: Awaited<ReturnType<typeof listPeopleOfChange>>;
  /** Null: not asked, because there is no way back or it would take long. */
  obstacles: { named: NamedObstacle[]; total: number } | null;
  taking: { id: string; isRunning: boolean; done: number; problem: string | null } | null;
}

export function ChangeView({ change, people, obstacles, taking }: ChangeViewProps) {
  const words = useWords(changeWords);
  const language = useLanguage();
  return (
    <>
      {taking?.isRunning && <JobWatch id={taking.id} label={words.working} done={taking.done} total={null} />}
      {taking?.problem && (
        <Notice tone="red" role="alert" title={words.failed}>
          {taking.problem}
        </Notice>
      )}
      {change.state === "open" && !taking?.isRunning && <Way change={change} obstacles={obstacles} />}
      <Facts
        facts={[
          { label: words.columns.kind, value: nameIn(words.kinds, change.kind, words.otherKind) },
          { label: words.columns.by, value: change.by },
          { label: words.columns.at, value: showMoment(change.at) },
          { label: words.columns.state, value: <ChangeStateBadge change={change} /> },
          { label: words.rowsChanged, value: <RowCounts rows={change.rows} /> },
        ]}
      />
      {people.people.length > 0 && (
        <Section title={words.people}>
          <ul className="flex flex-col gap-1">
            {people.people.map(({ id, name, unit }) => (
              <li key={id}>
                <TextLink to={`/roster/${id}`}>{name}</TextLink>{" "}
                <span className="text-caption text-soft">{unit}</span>
              </li>
            ))}
          </ul>
          {people.total > people.people.length && (
            <p className="text-soft">
              {words.morePeople(showNumber(people.total - people.people.length, language))}
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function Way({ change, obstacles }: Pick<ChangeViewProps, "change" | "obstacles">) {
  const words = useWords(changeWords);
  const button = (
    <PostButton action={`/roster/changes/${change.id}`} icon={Undo2} variant="primary">
      {words.takeBack}
    </PostButton>
  );
  if (!obstacles) return <Notice actions={button}>{words.large}</Notice>;
  if (obstacles.total === 0)
    return (
      <Notice tone="green" actions={button}>
        {words.free}
      </Notice>
    );
  return (
    <Notice tone="amber" title={words.blocked(obstacles.total)}>
      <p>{words.blockedHelp}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {obstacles.named.map((obstacle, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is drawn once
          <li key={at}>
            <ObstacleLine obstacle={obstacle} />
          </li>
        ))}
      </ul>
      {obstacles.total > obstacles.named.length && (
        <p>{words.moreObstacles(obstacles.total - obstacles.named.length)}</p>
      )}
    </Notice>
  );
}

function ObstacleLine({ obstacle: { obstacle, table, by, person, decision } }: { obstacle: NamedObstacle }) {
  const words = useWords(changeWords);
  const what = nameIn(words.tables, (by ?? table).replace(/"/g, ""), words.otherTable);
  return (
    <>
      {person ? (
        <TextLink to={`/roster/${person.id}`}>{person.name}</TextLink>
      ) : decision ? (
        <TextLink to={`/roster/decisions/${decision.id}`}>{decision.number}</TextLink>
      ) : (
        words.goneRow
      )}{" "}
      {words.obstacles[obstacle](what)}
    </>
  );
}
