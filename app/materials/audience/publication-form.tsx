/** Bringing the draft version out: until when to acknowledge it, now or at a moment. */
import { Send } from "lucide-react";
import { showDay, showMoment } from "~/platform/clock";
import { DateField, RadioField, TextField } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { JobWatch } from "~/ui/job-watch";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { AudiencePage } from "./audience-page.server";
import { type PublicationInput, publicationSchema } from "./publication";
import { words as audienceWords } from "./words";

interface PublishSectionProps {
  materialId: string;
  page: Pick<AudiencePage, "publication" | "mayPublish">;
  /** The rules in the form are not kept yet. */
  isChanged: boolean;
}

export function PublishSection({ materialId, page, isChanged }: PublishSectionProps) {
  const { publish: words } = useWords(audienceWords);
  const { draft, out, waitsUntil, run } = page.publication;
  if (run) return <JobWatch label={words.working} {...run} />;
  return (
    <Section title={words.title}>
      {out && (
        <Notice tone="green" title={words.version(out.number)}>
          {out.at && words.isOut(showMoment(out.at))}{" "}
          {out.acknowledgeBy && words.until(showDay(out.acknowledgeBy))}
        </Notice>
      )}
      {waitsUntil && (
        <Notice
          tone="blue"
          actions={
            page.mayPublish && (
              <PostButton action={`/materials/${materialId}/publication/cancellation`}>
                {words.cancel}
              </PostButton>
            )
          }
        >
          {words.waits(showMoment(waitsUntil))}
        </Notice>
      )}
      {!draft && !out && <p className="text-soft">{words.nothing}</p>}
      {draft && !waitsUntil && isChanged && <p className="text-soft">{words.saveFirst}</p>}
      {draft && !waitsUntil && !isChanged && (
        <PublicationForm
          key={draft.number}
          materialId={materialId}
          draft={draft}
          acknowledgeBy={page.publication.acknowledgeBy}
          obstacle={page.mayPublish ? undefined : words.mayNot}
        />
      )}
    </Section>
  );
}

interface PublicationFormProps {
  materialId: string;
  draft: { number: number; asksAgain: boolean };
  acknowledgeBy: string;
  /** Why it cannot come out now. */
  obstacle: string | undefined;
}

function PublicationForm({ materialId, draft, acknowledgeBy, obstacle }: PublicationFormProps) {
  const { publish: words } = useWords(audienceWords);
  const values: PublicationInput = { acknowledgeBy, when: "now", onDay: "", atTime: "" };
  const form = useZodForm(publicationSchema as never, values as never);
  const when = form.watch("when" as never) as unknown as PublicationInput["when"];
  return (
    <Form form={form} action={`/materials/${materialId}/publication`}>
      {draft.number > 1 && (
        <p>
          <strong className="font-semibold">{words.version(draft.number)}.</strong>{" "}
          {draft.asksAgain ? words.asksAgain : words.asksNot}
        </p>
      )}
      <DateField name="acknowledgeBy" label={words.acknowledgeBy} help={words.acknowledgeByHelp} />
      <RadioField
        name="when"
        label={words.when}
        options={[
          { value: "now", label: words.now },
          { value: "later", label: words.later },
        ]}
      />
      {when === "later" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField name="onDay" label={words.onDay} required />
          <TextField name="atTime" label={words.atTime} help={words.atTimeHelp} required />
        </div>
      )}
      <FormActions>
        <SubmitButton icon={Send} isDisabled={Boolean(obstacle)} reason={obstacle}>
          {words.button}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
