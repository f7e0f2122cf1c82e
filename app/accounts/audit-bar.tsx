/** Search and filters above the trail. */
import { showDay } from "~/platform/clock";
import { PlainDateField, PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { useGet } from "~/ui/use-get";
import { PlainUnitPicker } from "~/units";
import type { AuditQuery } from "./audit-query";
import { words as auditWords } from "./audit-words";

interface AuditBarProps {
  query: AuditQuery;
  /** More than the chosen one only where the filters are drawn open; else they come when somebody opens them. */
  actions: Action[];
  unit: { id: string; name: string } | null;
}

interface Action {
  value: string;
  label: string;
}

export function AuditBar({ query, actions, unit }: AuditBarProps) {
  const words = useWords(auditWords);
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const labels: Record<string, string | undefined> = {
    action: actions.find(({ value }) => value === query.action)?.label ?? query.action,
    kind: kinds.find(({ value }) => value === query.kind)?.label ?? query.kind,
    subject: query.subject && `${words.record} ${query.subject.slice(-6)}`,
    unit: unit?.name,
    from: query.from && words.fromDay(showDay(query.from)),
    to: query.to && words.toDay(showDay(query.to)),
  };
  const pills = Object.entries(labels).flatMap(([name, label]): Pill[] => (label ? [{ name, label }] : []));
  return (
    <ListBar
      search={{ label: words.search, placeholder: words.search }}
      pills={pills}
      filters={
        <>
          <ActionField actions={actions} chosen={query.action} />
          <PlainSelectField name="kind" label={words.kind} options={kinds} defaultValue={query.kind} />
          <PlainUnitPicker name="unit" label={words.under} chosen={unit} closedToo />
          <PlainDateField name="from" label={words.from} defaultValue={query.from} />
          <PlainDateField name="to" label={words.to} defaultValue={query.to} />
        </>
      }
      exportTo="/audit/export.xlsx"
    />
  );
}

function ActionField({ actions, chosen }: { actions: Action[]; chosen?: string }) {
  const words = useWords(auditWords);
  const all = useGet<{ actions: Action[] }>(actions.length > 1 ? null : "/audit/actions")?.actions ?? actions;
  return <PlainSelectField name="action" label={words.action} options={all} defaultValue={chosen} />;
}
