/** What the person should look at, and what they have looked at. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Bell, CheckCheck } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { NoticeList } from "~/nav/notice-list";
import { navWords } from "~/nav/words";
import { listNotices } from "~/platform/notices.server";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { notices: await listNotices(actor) };
}

export default function Notices() {
  const words = useWords(navWords);
  const { notices } = useLoaderData<typeof loader>();
  const unread = notices.filter(({ isRead }) => !isRead).length;
  return (
    <Page
      title={words.notices}
      summary={notices.length > 0 ? words.unreadCounted(unread) : undefined}
      actions={
        unread > 1 && (
          <PostButton action="/notices/readings" icon={CheckCheck}>
            {words.markAllRead}
          </PostButton>
        )
      }
    >
      {notices.length > 0 ? (
        <NoticeList notices={notices} />
      ) : (
        <EmptyState icon={Bell} title={words.noNotices}>
          {words.noNoticesWhy}
        </EmptyState>
      )}
    </Page>
  );
}
