/** My record as the department holds it, what I asked to have corrected, and its download. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MessageSquare } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { NoticeList } from "~/nav/notice-list";
import { found } from "~/platform/found.server";
import { listNotices } from "~/platform/notices.server";
import { listOwnCorrections } from "~/roster/own/own-corrections.server";
import { OwnDownload } from "~/roster/own/own-download";
import { OwnParts } from "~/roster/own/own-page";
import { asOneself, findOwnRecord } from "~/roster/own/own-record.server";
import { DecidedRequests, WaitingRequest } from "~/roster/own/own-requests";
import { words as ownWords } from "~/roster/own/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page, Section } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const [record, corrections, notices] = await Promise.all([
    findOwnRecord(self),
    listOwnCorrections(self),
    listNotices(self, 5),
  ]);
  return { record: found(record), corrections, notices: notices.filter(({ isRead }) => !isRead) };
}

export default function OwnPage() {
  const { record, corrections, notices } = useLoaderData<typeof loader>();
  const words = useWords(ownWords);
  const { fullName, position, unitName } = record.speaker;
  return (
    <Page title={words.title} summary={[fullName, position, unitName].filter(Boolean).join(" · ")}>
      {notices.length > 0 && <NoticeList notices={notices} />}
      <WaitingRequest corrections={corrections} />
      <OwnParts record={record} />
      <Section title={words.anythingElse}>
        <p className="max-w-prose text-soft">{words.anythingElseHelp}</p>
        <div>
          <ButtonLink to="/me/other" icon={MessageSquare}>
            {words.tell}
          </ButtonLink>
        </div>
      </Section>
      <DecidedRequests corrections={corrections} />
      <OwnDownload held={record.skills.held} />
    </Page>
  );
}
