/** Keeping the department's list of topics: adding, renaming, reordering, retiring. */
import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Fold } from "~/ui/fold";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";
import { usePost } from "~/ui/use-post";
import { type CountedTopic, topicNameSchema } from "./topic";
import { words as recordWords } from "./words";

/** `fresh`: another one each time the list was loaded, so that the form begins anew. */
export function TopicSettings({ topics, fresh }: { topics: CountedTopic[]; fresh: string }) {
  const { settings } = useWords(recordWords);
  const inUse = topics.filter(({ retired }) => !retired);
  const retired = topics.filter(({ retired }) => retired);
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <p className="text-soft">{settings.topicsSummary}</p>
      <NameForm
        key={`${fresh} ${topics.length}`}
        action="/settings/roster/topics"
        name=""
        label={settings.topicName}
        save={settings.addTopic}
      />
      <Section title={settings.inUse}>
        {inUse.length === 0 ? (
          <EmptyState title={settings.noTopics} />
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
            {inUse.map((topic, at) => (
              <TopicLine key={topic.id} topic={topic} isFirst={at === 0} isLast={at === inUse.length - 1} />
            ))}
          </ul>
        )}
      </Section>
      {retired.length > 0 && (
        <Fold title={settings.retiredTopics} note={settings.retiredHelp}>
          <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
            {retired.map((topic) => (
              <TopicLine key={topic.id} topic={topic} isFirst isLast />
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

interface TopicLineProps {
  topic: CountedTopic;
  isFirst: boolean;
  isLast: boolean;
}

function TopicLine({ topic: { id, name, retired, people }, isFirst, isLast }: TopicLineProps) {
  const { settings, edit } = useWords(recordWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const to = `/settings/roster/topics/${id}`;
  const move = usePost(`${to}/move`);
  const retirement = usePost(`${to}/retirement`);
  const retire = (
    <Button variant="quiet" busy={retirement.busy} onPress={() => retirement.send({ retired: !retired })}>
      {retired ? settings.restore : settings.retire}
    </Button>
  );
  if (isOpen) {
    return (
      <li className="flex flex-col gap-2 py-4">
        <NameForm
          action={`${to}/name`}
          name={name}
          label={settings.renameTopic(name)}
          save={settings.rename}
          onDone={() => setOpen(false)}
        />
        <span className="-ml-4">{retire}</span>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-x-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="font-medium">{name}</span>
        <span className="block text-caption text-soft">{settings.people(showNumber(people, language))}</span>
      </span>
      <span className="-mr-4 flex items-center">
        {!retired && (
          <>
            <Step
              isOff={isFirst}
              icon={ArrowUp}
              label={settings.up(name)}
              onPress={() => move.send({ by: -1 })}
            />
            <Step
              isOff={isLast}
              icon={ArrowDown}
              label={settings.down(name)}
              onPress={() => move.send({ by: 1 })}
            />
            <Button variant="quiet" onPress={() => setOpen(true)}>
              <span aria-hidden="true">{edit}</span>
              <span className="sr-only">{settings.editTopic(name)}</span>
            </Button>
          </>
        )}
        {retired && retire}
      </span>
    </li>
  );
}

function Step({ isOff, ...button }: { isOff: boolean } & Parameters<typeof IconButton>[0]) {
  return isOff ? <span className="size-11 shrink-0" /> : <IconButton {...button} />;
}

interface NameFormProps {
  action: string;
  name: string;
  label: string;
  save: string;
  onDone?: () => void;
}

function NameForm({ action, name, label, save, onDone }: NameFormProps) {
  const form = useZodForm(topicNameSchema, { name });
  return (
    <Form form={form} action={action} onDone={onDone}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <TextField name="name" label={label} maxLength={120} required />
        </div>
        <SubmitButton icon={name ? undefined : Plus}>{save}</SubmitButton>
      </div>
    </Form>
  );
}
