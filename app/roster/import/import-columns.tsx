/** The columns of each sheet, what each was understood to hold, and a way to say otherwise. */
import { type FormEvent, useId } from "react";
import { Button } from "~/ui/button";
import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { usePost } from "~/ui/use-post";
import { type Field, fields } from "./fields";
import type { ShownSheet } from "./import-page.server";
import { words as importWords } from "./words";

type ShownColumn = ShownSheet["columns"][number];

export function ImportColumns({ id, sheets }: { id: string; sheets: ShownSheet[] }) {
  const words = useWords(importWords).columns;
  const all = sheets.flatMap(({ columns }) => columns);
  const ignored = all.filter(({ field }) => field === "ignored" || field === "sensitive").length;
  const taken = all.length - ignored;
  return (
    <Fold
      title={words.title}
      note={ignored > 0 ? words.noteIgnored(taken, ignored) : words.note(taken)}
      isOpen={taken === 0}
    >
      {sheets.map((sheet) => (
        <SheetColumns key={sheet.sheet} id={id} sheet={sheet} />
      ))}
    </Fold>
  );
}

function SheetColumns({ id, sheet }: { id: string; sheet: ShownSheet }) {
  const words = useWords(importWords);
  const { busy, send } = usePost(`/roster/import/${id}/reading`);
  const say = (choice: { headRow?: number; columns?: Record<string, Field> }) =>
    send({ sheet: sheet.sheet, ...choice });
  const columns: Column<ShownColumn>[] = [
    { key: "letter", label: words.columns.column, cell: ({ letter }) => letter, always: true },
    { key: "head", label: words.columns.head, cell: ({ head }) => head || <i>{words.columns.noHead}</i> },
    {
      key: "holds",
      label: words.columns.holds,
      cell: (column) => (
        <FieldChoice column={column} onChoose={(field) => say({ columns: { [column.index]: field } })} />
      ),
    },
    {
      key: "samples",
      label: words.columns.samples,
      cell: ({ samples: [first, second] }) => <TwoFacts first={first} second={second} />,
    },
  ];
  return (
    <div className="flex flex-col gap-4" aria-busy={busy}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h3 className="font-semibold">
          {words.columns.sheet(sheet.sheet)}{" "}
          <span className="font-normal text-soft">{words.columns.people(sheet.people)}</span>
        </h3>
        <HeadRow sheet={sheet} onChoose={(headRow) => say({ headRow })} />
      </div>
      {sheet.columns.length > 0 && (
        <DataTable
          label={words.columns.label(sheet.sheet)}
          columns={columns}
          rows={sheet.columns}
          rowKey={({ letter }) => letter}
          empty={null}
        />
      )}
    </div>
  );
}

function HeadRow({ sheet, onChoose }: { sheet: ShownSheet; onChoose: (row: number) => void }) {
  const words = useWords(importWords).columns;
  const fieldId = useId();
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const row = Number(new FormData(event.currentTarget).get("headRow"));
    if (row >= 1) onChoose(row);
  }
  return (
    <form onSubmit={onSubmit} className="flex items-center gap-2 print:hidden">
      <label htmlFor={fieldId} className="text-table text-soft">
        {words.headRow}
      </label>
      <input
        id={fieldId}
        key={sheet.head[0]}
        name="headRow"
        type="number"
        min={1}
        defaultValue={sheet.head[0]}
        className="control max-w-24 tabular-nums"
      />
      <Button type="submit">{words.setHead}</Button>
    </form>
  );
}

function FieldChoice({ column, onChoose }: { column: ShownColumn; onChoose: (field: Field) => void }) {
  const words = useWords(importWords);
  const { field, head, letter } = column;
  return (
    <span className="flex w-72 max-w-full flex-col gap-1 phone:w-full">
      <select
        aria-label={words.columns.holdsOf(head || letter)}
        value={field}
        disabled={field === "sensitive"}
        onChange={(event) => onChoose(event.target.value as Field)}
        className="control"
      >
        {fields.map((one) => (
          <option key={one} value={one}>
            {words.fields[one]}
          </option>
        ))}
      </select>
      {(field === "topic" || field === "language") && (
        <span className="text-caption text-soft">{words.columns.kept}</span>
      )}
      {field === "sensitive" && <span className="text-caption text-soft">{words.columns.sensitive}</span>}
    </span>
  );
}
