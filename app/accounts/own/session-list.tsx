/** Where a person is signed in, with the way to end each session but this one. */

import { words } from "~/accounts/words";
import { showMoment } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { deviceOf } from "./device";

export interface SessionShown {
  id: string;
  userAgent: string | null;
  ipAddress: string | null;
  updatedAt: Date;
  isThis: boolean;
}

export function SessionList({ sessions }: { sessions: SessionShown[] }) {
  const say = useWords(words);
  return (
    <Section
      title={say.sessions}
      actions={sessions.length > 1 && <PostButton action="/account/sessions">{say.endOthers}</PostButton>}
    >
      <ul className="rounded-card border border-line bg-paper">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-5 py-3 last:border-0 phone:px-4"
          >
            <span>
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {deviceOf(session.userAgent) ?? say.unknownDevice}
                {session.isThis && <Badge tone="green">{say.thisDevice}</Badge>}
              </span>
              <span className="block text-table text-soft tabular-nums">
                {[`${say.lastSeen} ${showMoment(session.updatedAt)}`, session.ipAddress]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            {!session.isThis && (
              <PostButton action="/account/sessions" values={{ id: session.id }}>
                {say.endSession}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
