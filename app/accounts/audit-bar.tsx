/** Search and filters above the trail. */
import { showDay } from "~/platform/clock";
import { PlainDateField, PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { PlainUnitPicker } from "~/units";
import type { AuditQuery } from "./audit-query";
import { words as auditWords } from "./audit-words";

interface AuditBarProps {
  query: AuditQuery;
  actions: { value: string; label: string }[];
  unit: { id: string; name: string } | null;
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
          <PlainSelectField
            name="action"
            label={words.action}
            options={actions}
            defaultValue={query.action}
          />
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
