/** The first page: what there is, what needs doing, and the first steps while there is nothing yet. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may, type Permission } from "~/accounts";
import { listFailedMail, requireActor } from "~/accounts/index.server";
import { listOverdue, listToAcknowledge, listWaitingMaterials } from "~/materials/index.server";
import { beginsAtOwnRecord } from "~/nav";
import { firstFigures } from "~/nav/figures";
import { FilesAlarm } from "~/nav/files-view";
import { firstSteps } from "~/nav/first-page";
import { NoticeList } from "~/nav/notice-list";
import { Figures, Steps, Tasks } from "~/nav/overview";
import { whatWaits } from "~/nav/waiting";
import { navWords } from "~/nav/words";
import type { Actor } from "~/platform/actor";
import { countFaults } from "~/platform/files/verify.server";
import { listNotices } from "~/platform/notices.server";
import { languageOf } from "~/platform/words";
import { countForFirstPage, listWaitingReviews } from "~/roster/index.server";
import { useWords } from "~/ui/language";
import { Page, Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { countUnits } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  // Asked side by side, one look-up tells all of them.
  const [actor, reader, viewer, editor, publisher, reminder, postman] = await Promise.all([
    requireActor(request, "units.view"),
    requireActor(request),
    ifAllowed(request, "roster.view"),
    ifAllowed(request, "roster.edit"),
    ifAllowed(request, "materials.publish"),
    ifAllowed(request, "materials.remind"),
    ifAllowed(request, "outbox.manage"),
  ]);
  if (beginsAtOwnRecord({ ...actor, hasRecord: actor.speakerId !== undefined })) throw redirect("/me");
  const language = languageOf(request);
  const [units, roster, reviews, materials, toAcknowledge, overdue, failed, notices, faultyFiles] =
    await Promise.all([
      countUnits(actor),
      viewer && countForFirstPage(viewer, editor),
      viewer ? listWaitingReviews(reader, language) : [],
      publisher ? listWaitingMaterials(publisher, language) : [],
      listToAcknowledge(reader, language),
      reminder ? listOverdue(reminder, language) : [],
      postman ? listFailedMail(postman, language) : [],
      actor.unread ? listNotices(actor, 5) : [],
      may(actor, "files.view") ? countFaults() : 0,
    ]);
  const people = roster?.people.total ?? 0;
  return {
    name: actor.name,
    figures: firstFigures(units.open, roster, language),
    tasks:
      roster && people > 0
        ? [...toAcknowledge, ...reviews, ...materials, ...overdue, ...failed, ...whatWaits(roster, language)]
        : null,
    faultyFiles,
    notices: notices.filter(({ isRead }) => !isRead),
    steps: firstSteps(actor, { units: units.open, people }),
  };
}

/** The reader with the reach of the permission; null for who does not hold it, and then sees nothing of it. */
async function ifAllowed(request: Request, permission: Permission): Promise<Actor | null> {
  return requireActor(request, permission).catch((refused: unknown) => {
    if (refused instanceof Response && refused.status === 403) return null;
    throw refused;
  });
}

export default function Overview() {
  const words = useWords(navWords);
  const { name, figures, tasks, faultyFiles, notices, steps } = useLoaderData<typeof loader>();
  return (
    <Page title={words.overview} summary={words.greeting(name)}>
      <FilesAlarm faulty={faultyFiles} to="/files" />
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
