/** All units in a few figures: how many at which level, and the groupings across the tree. */
import { Network } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import type { Level } from "./unit";
import { unitWords } from "./words";

interface UnitOverviewProps {
  levels: { level: string; open: number; closed: number }[];
  groupings: { id: string; name: string; units: number }[];
  mayEdit: boolean;
}

export function UnitOverview({ levels, groupings, mayEdit }: UnitOverviewProps) {
  const words = useWords(unitWords);
  const language = useLanguage();
  if (levels.length === 0) return <NoUnits mayEdit={mayEdit} />;
  return (
    // On small screens the tree itself stands here.
    <div className="flex flex-col gap-5 max-lg:hidden">
      <p className="text-soft">{words.tree.choose}</p>
      <Section title={words.overview.byLevel}>
        <DataTable
          label={words.overview.byLevel}
          rows={levels}
          rowKey={({ level }) => level}
          rowHref={({ level }) => `/units/list?level=${level}`}
          columns={[
            {
              key: "level",
              label: words.overview.level,
              cell: ({ level }) => words.levels[level as Level] ?? level,
            },
            {
              key: "open",
              label: words.overview.open,
              align: "end",
              cell: ({ open }) => showNumber(open, language),
            },
            {
              key: "closed",
              label: words.overview.closed,
              align: "end",
              cell: ({ closed }) => showNumber(closed, language),
            },
          ]}
          empty={null}
        />
      </Section>
      <Section
        title={words.overview.groupings}
        actions={
          <ButtonLink variant="quiet" to="/units/groupings">
            {words.buttons.groupings}
          </ButtonLink>
        }
      >
        {groupings.length === 0 && <p className="text-soft">{words.overview.groupingsHelp}</p>}
        <ul className="flex flex-wrap gap-x-5 gap-y-2">
          {groupings.map(({ id, name, units }) => (
            <li key={id}>
              <TextLink to={`/units/list?grouping=${id}`}>{name}</TextLink>{" "}
              <span className="text-soft tabular-nums">{showNumber(units, language)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function NoUnits({ mayEdit }: { mayEdit: boolean }) {
  const words = useWords(unitWords);
  return (
    <EmptyState
      icon={Network}
      title={words.overview.emptyTitle}
      actions={
        mayEdit && (
          <>
            <ButtonLink to="/units/new">{words.buttons.add}</ButtonLink>
            <ButtonLink variant="primary" to="/units/import">
              {words.buttons.import}
            </ButtonLink>
          </>
        )
      }
    >
      {words.overview.empty}
    </EmptyState>
  );
}
