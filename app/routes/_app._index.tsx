/** The first page: what there is, what needs doing, and the first steps while there is nothing yet. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { beginsAtOwnRecord } from "~/nav";
import { firstFigures } from "~/nav/figures.server";
import { firstSteps } from "~/nav/first-page";
import { NoticeList } from "~/nav/notice-list";
import { Figures, Steps, Tasks } from "~/nav/overview";
import { type ReaderWith, whatWaits } from "~/nav/waiting.server";
import { navWords } from "~/nav/words";
import { listNotices } from "~/platform/notices.server";
import { languageOf } from "~/platform/words";
import { useWords } from "~/ui/language";
import { Page, Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  if (beginsAtOwnRecord({ ...actor, hasRecord: actor.speakerId !== undefined })) throw redirect("/me");
  const language = languageOf(request);
  const readerWith: ReaderWith = (permission) => requireActor(request, permission);
  const [{ figures, ...counted }, tasks, notices] = await Promise.all([
    firstFigures(readerWith, language),
    whatWaits(readerWith, language),
    listNotices(actor, 5),
  ]);
  return {
    name: actor.name,
    figures,
    tasks: may(actor, "roster.view") && counted.people > 0 ? tasks : null,
    notices: notices.filter(({ isRead }) => !isRead),
    steps: firstSteps(actor, counted),
  };
}

export default function Overview() {
  const words = useWords(navWords);
  const { name, figures, tasks, notices, steps } = useLoaderData<typeof loader>();
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
      {tasks && (
        <Section title={words.toDo}>
          <Tasks tasks={tasks} nothing={words.nothingToDo} />
        </Section>
      )}
    </Page>
  );
}
