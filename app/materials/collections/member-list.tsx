/** What stands in a collection, in its order; its keepers put in, move and take out. */
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { StateBadges } from "~/materials/list/state-badges";
import { words as materialWords } from "~/materials/words";
import { IconButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ComboboxField } from "~/ui/field";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { usePost } from "~/ui/use-post";
import { memberSchema } from "./collection";
import type { Member } from "./members.server";
import { words as collectionWords } from "./words";

interface MemberListProps {
  collectionId: string;
  members: Member[];
  mayEdit: boolean;
}

export function MemberList({ collectionId, members, mayEdit }: MemberListProps) {
  const words = useWords(collectionWords);
  return (
    <Section title={words.handedOut}>
      {members.length === 0 ? (
        <EmptyState title={words.noMembers}>{mayEdit && words.noMembersHelp}</EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded-card border border-line bg-paper">
          {members.map((member, at) => (
            <MemberLine
              key={member.id}
              {...{ collectionId, member, mayEdit }}
              isFirst={at === 0}
              isLast={at === members.length - 1}
            />
          ))}
        </ol>
      )}
      {mayEdit && <PutIn key={members.length} collectionId={collectionId} />}
    </Section>
  );
}

interface MemberLineProps {
  collectionId: string;
  member: Member;
  mayEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
}

function MemberLine({ collectionId, member, mayEdit, isFirst, isLast }: MemberLineProps) {
  const words = useWords(collectionWords);
  const { kinds } = useWords(materialWords);
  const to = `/materials/collections/${collectionId}`;
  const { id: materialId, title, number, kind } = member;
  const move = usePost(`${to}/moves`);
  const leave = usePost(`${to}/departures`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 phone:px-4">
      <span className="min-w-0 flex-1 basis-64">
        <TextLink to={`/materials/${materialId}`}>{title}</TextLink>
        <span className="block text-caption text-soft">
          {[kinds[kind], number].filter(Boolean).join(" · ")}
        </span>
      </span>
      <StateBadges material={member} />
      {mayEdit && (
        <span className="-mr-3 flex items-center print:hidden">
          {!isFirst && (
            <IconButton
              icon={ArrowUp}
              label={words.up(title)}
              onPress={() => move.send({ materialId, by: -1 })}
            />
          )}
          {!isLast && (
            <IconButton
              icon={ArrowDown}
              label={words.down(title)}
              onPress={() => move.send({ materialId, by: 1 })}
            />
          )}
          <IconButton icon={X} label={words.takeOutOf(title)} onPress={() => leave.send({ materialId })} />
        </span>
      )}
    </li>
  );
}

function PutIn({ collectionId }: { collectionId: string }) {
  const words = useWords(collectionWords);
  const form = useZodForm(memberSchema, { materialId: "" });
  return (
    <Form form={form} action={`/materials/collections/${collectionId}/members`}>
      <ComboboxField
        name="materialId"
        label={words.pick}
        source="/materials/choices"
        placeholder={words.pickPlaceholder}
        required
      />
      <div>
        <SubmitButton>{words.putIn}</SubmitButton>
      </div>
    </Form>
  );
}
