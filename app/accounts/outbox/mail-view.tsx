/** One letter: to whom, what became of it, and its text. */
import { RotateCw, Trash2 } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Card, Facts, Page, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { WholeMail } from "./outbox.server";
import { MailBadge } from "./outbox-view";
import { words as outboxWords } from "./words";

export function MailView({ mail, mayChange }: { mail: WholeMail; mayChange: boolean }) {
  const words = useWords(outboxWords);
  const { id, state } = mail;
  const values = { mailId: id };
  return (
    <Page
      title={mail.title}
      summary={<MailBadge state={state} />}
      breadcrumbs={[{ label: words.title, to: "/outbox" }]}
      actions={
        mayChange && (
          <>
            {(state === "waiting" || state === "failed") && (
              <PostButton action="/outbox/discarding" values={values} icon={Trash2}>
                {words.discard}
              </PostButton>
            )}
            {(state === "failed" || state === "unsure") && (
              <PostButton action="/outbox/resending" values={values} icon={RotateCw} variant="primary">
                {words.resend}
              </PostButton>
            )}
          </>
        )
      }
    >
      {state === "unsure" && <p className="max-w-prose text-soft">{words.unsureHelp}</p>}
      {state === "failed" && <p className="max-w-prose text-soft">{words.failedHelp}</p>}
      <Facts
        facts={[
          { label: words.to, value: [mail.name, mail.address].filter(Boolean).join(" · ") },
          { label: words.created, value: showMoment(mail.createdAt) },
          state === "waiting"
            ? { label: words.next, value: showMoment(mail.notBefore) }
            : { label: words.sent, value: mail.sentAt && showMoment(mail.sentAt) },
          { label: words.tries, value: mail.tries },
          ...(mail.problem ? [{ label: words.problem, value: mail.problem }] : []),
        ]}
      />
      <Section title={words.body}>
        <Card>
          <p className="max-w-prose break-words whitespace-pre-line">{mail.body}</p>
        </Card>
      </Section>
    </Page>
  );
}
