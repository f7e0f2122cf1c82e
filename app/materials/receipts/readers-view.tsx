/** Who has read and who has not: figures, ways to look at the list, the people, and reminding those who are left. */
import { Bell, Megaphone } from "lucide-react";
import { type Day, dayOf } from "~/platform/clock";
import { PlainSelectField } from "~/ui/field";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { Progress } from "~/ui/progress";
import { PlainUnitPicker } from "~/units";
import { DeadlineForm } from "./deadline-form";
import type { Escalated } from "./escalation.server";
import { pageSize, type ReaderFilter, type ReadersQuery } from "./reader";
import { ReaderTable } from "./reader-table";
import type { Readers, Remindable } from "./readers.server";
import { type HeadProps, ReadersChoices, ReadersNotices } from "./readers-head";
import { words as receiptWords } from "./words";

export interface ReadersViewProps extends HeadProps, Omit<Readers, "remindable"> {
  query: ReadersQuery;
  unit: { id: string; name: string } | null;
  /** Null: not the actor's to do, or nothing to remind of. */
  remindable: Remindable | null;
  /** Whom escalating would tell, of how many; null: not the actor's to do, or nobody is left. */
  heads: Escalated | null;
  movesDeadline: boolean;
  /** Names lead to their records. */
  opensRecords: boolean;
}

export function ReadersView(props: ReadersViewProps) {
  const { material, version, query, figures, people, total, unit, remindable, heads, opensRecords } = props;
  const words = useWords(receiptWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const isAsked = version.acknowledgeBy !== null;
  const facts = [
    ...(isAsked ? [`${words.opened}: ${show(figures.opened)}`] : []),
    `${words.downloaded}: ${show(figures.downloaded)}`,
    ...(figures.gone > 0 ? [`${words.goneHelp}: ${show(figures.gone)}`] : []),
  ];
  const address = searchOf(query);
  return (
    <>
      <ReadersChoices {...props} view="people" />
      <ReadersNotices {...props} left={figures.left} />
      {props.movesDeadline && <DeadlineForm materialId={material.id} lastDay={version.acknowledgeBy} />}
      <Progress
        label={isAsked ? words.acknowledged : words.opened}
        done={isAsked ? figures.acknowledged : figures.opened}
        total={figures.recipients + figures.gone}
      />
      <p className="text-table text-soft tabular-nums">{facts.join(" · ")}</p>
      {!material.isKept && <p className="text-caption text-soft">{words.ownOnly}</p>}
      {figures.elsewhere > 0 && (
        <p className="text-caption text-soft">{words.elsewhere(show(figures.elsewhere))}</p>
      )}
      <StateLinks query={query} figures={figures} isAsked={isAsked} />
      {remindable && <ReminderButtons materialId={material.id} search={address} {...remindable} />}
      {heads && <EscalationButtons materialId={material.id} heads={heads} {...version} />}
      <ListBar
        search={{ label: words.search, placeholder: words.search }}
        pills={unit ? [{ name: "unit", label: unit.name }] : []}
        filters={
          <>
            <PlainSelectField
              name="state"
              label={words.state}
              options={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
              defaultValue={query.state ?? undefined}
            />
            <PlainUnitPicker name="unit" label={words.under} chosen={unit} />
          </>
        }
        exportTo={`/materials/${material.id}/readers.xlsx`}
      />
      <ReaderTable {...{ people, isAsked, opensRecords }} isEmpty={figures.recipients + figures.gone === 0} />
      <Paging page={query.page} pageSize={pageSize} total={total} />
    </>
  );
}

/** The list as it is filtered, whatever page of it is shown. */
function searchOf({ version, q, state, unit }: ReadersQuery): string {
  const given = { version: version && String(version), q, state, unit };
  const params = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return params.length > 0 ? `?${new URLSearchParams(params)}` : "";
}

function StateLinks({
  query,
  figures,
  isAsked,
}: Pick<ReadersViewProps, "query" | "figures"> & { isAsked: boolean }) {
  const words = useWords(receiptWords);
  const link = (state: ReaderFilter | null, label: string, count: number) => ({
    ...{ label, count, isCurrent: query.state === state },
    to: searchOf({ ...query, state }) || "?",
  });
  return (
    <FilterLinks
      label={words.state}
      links={[
        link(null, words.all, figures.recipients + figures.gone - figures.elsewhere),
        ...(isAsked ? [link("left", words.left, figures.left)] : []),
        link("untouched", words.states.untouched, figures.untouched),
        link("seen", isAsked ? words.states.seen : words.seenPlain, figures.seen),
        ...(isAsked ? [link("acknowledged", words.acknowledged, figures.acknowledged)] : []),
        ...(figures.no_account > 0 ? [link("no_account", words.noAccount, figures.no_account)] : []),
        ...(figures.gone > 0 ? [link("gone", words.gone, figures.gone)] : []),
      ]}
    />
  );
}

interface EscalationButtonsProps {
  materialId: string;
  heads: Escalated;
  escalates: boolean;
  escalatedAt: string | null;
  acknowledgeBy: Day | null;
}

function EscalationButtons(props: EscalationButtonsProps) {
  const { materialId, heads, escalates, escalatedAt, acknowledgeBy } = props;
  const words = useWords(receiptWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  // What somebody told them before the last day does not stand in for it.
  const isOver =
    escalatedAt !== null && acknowledgeBy !== null && dayOf(new Date(escalatedAt)) > acknowledgeBy;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      {heads.people > 0 && (
        <PostButton action={`/materials/${materialId}/escalation`} icon={Megaphone}>
          {words.escalateAll(show(heads.leaders), show(heads.people))}
        </PostButton>
      )}
      {!isOver && (
        <PostButton
          action={`/materials/${materialId}/late-escalation`}
          values={{ on: escalates ? "0" : "1" }}
          variant="quiet"
        >
          {escalates ? words.escalatesOff : words.escalatesOn}
        </PostButton>
      )}
      {!isOver && (
        <p className="text-caption text-soft">{escalates ? words.escalates : words.escalatesNot}</p>
      )}
      {heads.headless > 0 && (
        <p className="text-caption text-amber">{words.headless(show(heads.headless))}</p>
      )}
    </div>
  );
}

interface ReminderButtonsProps extends Remindable {
  materialId: string;
  search: string;
}

function ReminderButtons({ materialId, search, now, again, silent }: ReminderButtonsProps) {
  const words = useWords(receiptWords);
  const language = useLanguage();
  const show = (count: number) => showNumber(count, language);
  const action = `/materials/${materialId}/reminders${search}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      {now > 0 && (
        <PostButton action={action} values={{ expected: String(now) }} variant="primary" icon={Bell}>
          {words.remind(show(now))}
        </PostButton>
      )}
      {again > 0 && (
        <PostButton action={action} values={{ expected: String(now + again), again: "1" }} icon={Bell}>
          {now > 0 ? words.remindAll(show(now + again), show(again)) : words.remindAgain(show(again))}
        </PostButton>
      )}
      <p className="text-caption text-soft">{now + again > 0 ? words.remindHelp : words.remindNobody}</p>
      {silent > 0 && <p className="text-caption text-amber">{words.silent(show(silent))}</p>}
    </div>
  );
}
