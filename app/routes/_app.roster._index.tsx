/** The list of people. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Upload } from "lucide-react";
import { useMemo } from "react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { FormerNames } from "~/roster/doubles/former-names";
import { withSkills } from "~/roster/record/listed-skills.server";
import { nameOf } from "~/roster/record/topic";
import { RosterBar } from "~/roster/roster-bar";
import { rosterColumns, rosterLine } from "~/roster/roster-columns";
import { RosterEmpty } from "~/roster/roster-empty";
import { packLines, unpackLines } from "~/roster/roster-lines";
import { listBesides, listRoster } from "~/roster/roster-list.server";
import { pageSizeOf, readRosterQuery } from "~/roster/roster-query";
import { RosterSummary } from "~/roster/roster-summary";
import { SpeakerTable } from "~/roster/speaker-table";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Page } from "~/ui/page";
import { shownColumns } from "~/ui/table";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const query = readRosterQuery(new URL(request.url));
  const columns = shownColumns(rosterColumns, query.columns);
  const [{ people, count }, besides, unit] = await Promise.all([
    listRoster(actor, query, { inFull: query.columns !== null }),
    listBesides(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  const keys = columns.map(({ key }) => key);
  const shown = await withSkills(people, columns, actor.language);
  return {
    query,
    count,
    ...besides,
    keys,
    lines: packLines(
      shown.map((person) => rosterLine(person, columns, query.day, actor.language)),
      keys,
    ),
    unit: unit && { id: unit.id, name: unit.name },
    may: {
      edit: may(actor, "roster.edit"),
      import: may(actor, "roster.import"),
      export: may(actor, "roster.export"),
    },
  };
}

export default function RosterPage() {
  const { query, count, toFix, topics, formerNames, lines, keys, unit, may } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page
      title={words.title}
      summary={<RosterSummary query={query} count={count} toFix={toFix} />}
      actions={
        (may.import || may.edit) && (
          <>
            {may.import && (
              <ButtonLink to="/roster/import" icon={Upload}>
                {words.list.import}
              </ButtonLink>
            )}
            {may.edit && (
              <ButtonLink to="/roster/new" icon={Plus} variant="primary">
                {words.list.add}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <RosterBar query={query} unit={unit} topics={topics} mayExport={may.export} />
      <FormerNames people={formerNames} />
      <SpeakerTable
        lines={useMemo(() => unpackLines(lines, keys), [lines, keys])}
        count={count}
        mayEdit={may.edit}
        mayExport={may.export}
        empty={
          <RosterEmpty
            query={query}
            unitName={unit?.name ?? null}
            topicName={nameOf(query.topic, topics)}
            may={may}
          />
        }
      />
      <Paging page={query.page} pageSize={pageSizeOf(query)} {...count} />
    </Page>
  );
}
