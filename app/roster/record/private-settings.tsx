/** The sensitive fields of the department: each off until a reason stands beside it, and what to do with what an unused one holds. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Card } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { usePost } from "~/ui/use-post";
import { privateSwitchSchema } from "./private";
import type { FieldSetting } from "./private-settings.server";
import { words as recordWords } from "./words";

export function PrivateSettings({ fields }: { fields: FieldSetting[] }) {
  const { settings } = useWords(recordWords);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <p className="text-soft">{settings.privateSummary}</p>
      {fields.map((one) => (
        <FieldCard key={`${one.field} ${one.on !== null}`} setting={one} />
      ))}
    </div>
  );
}

function FieldCard({ setting: { field, on, held, purge } }: { setting: FieldSetting }) {
  const words = useWords(recordWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(on !== null);
  const count = showNumber(held, language);
  return (
    <Card>
      <section aria-labelledby={`field-${field}`} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={`field-${field}`} className="text-section font-semibold">
            {words.private.fields[field]}
          </h2>
          <Badge tone={on ? "green" : "neutral"}>{on ? words.settings.on : words.settings.isOff}</Badge>
          {on && (
            <span className="text-table text-soft">
              {words.settings.onSince(showDay(on.since), on.by)} · {words.settings.held(count)}
            </span>
          )}
          {!isOpen && (
            <span className="ml-auto">
              <Button onPress={() => setOpen(true)}>{words.settings.switchOn}</Button>
            </span>
          )}
        </div>
        {isOpen && <ReasonForm field={field} on={on} />}
        {!on && <Remains field={field} count={count} isEmpty={held === 0} purge={purge} />}
      </section>
    </Card>
  );
}

function ReasonForm({ field, on }: Pick<FieldSetting, "field" | "on">) {
  const words = useWords(recordWords);
  const form = useZodForm(privateSwitchSchema, { reason: on?.reason ?? "" });
  const to = `/settings/roster/private/${field}`;
  return (
    <Form form={form} action={to}>
      <TextArea
        name="reason"
        label={words.settings.reason}
        help={on ? undefined : words.settings.reasonHelp}
        rows={2}
        maxLength={300}
        required
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{on ? words.settings.changeReason : words.settings.switchOn}</SubmitButton>
        {on && <PostButton action={`${to}/closing`}>{words.settings.switchOff}</PostButton>}
      </div>
    </Form>
  );
}

interface RemainsProps {
  field: FieldSetting["field"];
  count: string;
  isEmpty: boolean;
  purge: FieldSetting["purge"];
}

/** What is still stored of a field that is off, and the way to erase it. */
function Remains({ field, count, isEmpty, purge }: RemainsProps) {
  const words = useWords(recordWords);
  const language = useLanguage();
  const [asks, setAsks] = useState(false);
  const { send, busy } = usePost(`/settings/roster/private/${field}/purge`);
  const label = words.private.fields[field];
  if (purge && (purge.state === "waiting" || purge.state === "running")) {
    return (
      <JobWatch
        id={purge.id}
        label={words.settings.purging(label)}
        done={purge.done}
        total={purge.total}
        cancel={words.settings.stop}
      />
    );
  }
  if (isEmpty) {
    if (purge?.count == null) return null;
    return <Notice tone="green">{words.settings.purged(showNumber(purge.count, language))}</Notice>;
  }
  return (
    <Notice
      tone="amber"
      actions={
        <Button variant="danger" icon={Trash2} onPress={() => setAsks(true)}>
          {words.settings.purge}
        </Button>
      }
    >
      {words.settings.stillHeld(count)}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={words.settings.purgeTitle(label)}
        confirm={words.settings.purge}
        variant="danger"
        busy={busy}
        onConfirm={() => {
          send();
          setAsks(false);
        }}
      >
        <p>{words.settings.purgeWarning(count)}</p>
      </ConfirmDialog>
    </Notice>
  );
}
