/** The first page: what there is, what needs doing, and the first steps while there is nothing yet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { firstSteps } from "~/nav/first-page";
import { NoticeList } from "~/nav/notice-list";
import { Figures, Steps, Tasks } from "~/nav/overview";
import { navWords } from "~/nav/words";
import { listNotices } from "~/platform/notices.server";
import { countRoster, countToFix } from "~/roster/index.server";
import { useLanguage, useWords } from "~/ui/language";
import { showCount, showNumber } from "~/ui/number";
import { Page, Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { countUnits } from "~/units/index.server";

const none = { total: 0, more: false };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const seesRoster = may(actor, "roster.view");
  const reader = seesRoster ? await requireActor(request, "roster.view") : actor;
  const [units, people, toFix, notices] = await Promise.all([
    countUnits(actor),
    seesRoster ? countRoster(reader) : none,
    seesRoster ? countToFix(reader) : none,
    listNotices(actor, 5),
  ]);
  return {
    name: actor.name,
    seesRoster,
    units: units.open,
    people,
    toFix,
    notices: notices.filter(({ isRead }) => !isRead),
    steps: firstSteps(actor, { people: people.total, units: units.open }),
  };
}

export default function Overview() {
  const words = useWords(navWords);
  const language = useLanguage();
  const { name, seesRoster, units, people, toFix, notices, steps } = useLoaderData<typeof loader>();
  const figures = [
    ...(seesRoster
      ? [{ label: words.peopleCounted, value: showCount(people, language), to: "/roster" }]
      : []),
    { label: words.unitsCounted, value: showNumber(units, language), to: "/units" },
  ];
  const tasks =
    toFix.total > 0
      ? [{ label: words.withoutDecision(showCount(toFix, language)), to: "/roster?fix=decision" }]
      : [];
  return (
    <Page title={words.overview} summary={words.greeting(name)}>
      <Figures figures={figures} />
      {notices.length > 0 && (
        <Section title={words.newNotices} actions={<TextLink to="/notices">{words.allNotices}</TextLink>}>
          <NoticeList notices={notices} />
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={words.firstSteps}>
          <Steps steps={steps} done={words.done} />
        </Section>
      )}
      {seesRoster && people.total > 0 && (
        <Section title={words.toDo}>
          <Tasks tasks={tasks} nothing={words.nothingToDo} />
        </Section>
      )}
    </Page>
  );
}
