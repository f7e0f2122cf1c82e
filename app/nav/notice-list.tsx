/** Notices as a list: what happened, when, and the way there. */
import { Check } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Link } from "~/ui/link";
import { PostButton } from "~/ui/post-button";
import { navWords } from "./words";

interface Notice {
  id: string;
  text: string;
  path: string;
  at: string;
  isRead: boolean;
}

export function NoticeList({ notices }: { notices: Notice[] }) {
  const words = useWords(navWords);
  return (
    <ul className="rounded-card border border-line bg-paper">
      {notices.map(({ id, text, path, at, isRead }) => (
        <li
          key={id}
          className="flex items-center gap-3 border-b border-line px-5 py-2 last:border-0 phone:flex-wrap phone:px-4"
        >
          <Link
            to={path}
            className="flex min-h-14 min-w-0 flex-1 flex-col justify-center hover:underline phone:basis-full"
          >
            <span className={isRead ? "text-soft" : "font-medium"}>
              {!isRead && <span className="sr-only">{words.unread}: </span>}
              {text}
            </span>
            <span className="text-caption text-soft">{showMoment(at)}</span>
          </Link>
          {!isRead && (
            <PostButton action="/notices/readings" values={{ id }} variant="quiet" icon={Check}>
              {words.markRead}
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  );
}
