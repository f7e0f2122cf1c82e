/** What unfolds from the bar above a list: which columns stand in it, and by which it is sorted. */
import { Form, useLocation, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp, ArrowUpDown, Columns3 } from "lucide-react";
import { Button } from "./button";
import { KeptParams } from "./kept-params";
import { useWords } from "./language";
import { Link } from "./link";
import { PillPanel } from "./pill-panel";
import { shownColumns } from "./table";
import { chosenColumns, withParams } from "./url";
import { uiWords } from "./words";

export interface ChoosableColumn {
  key: string;
  label: string;
  sort?: string;
  always?: boolean;
  optional?: boolean;
}

interface ChooserProps {
  columns: ChoosableColumn[];
}

export function ColumnChooser({ columns }: ChooserProps) {
  const words = useWords(uiWords);
  return (
    <PillPanel
      name="columns"
      icon={Columns3}
      label={words.columns}
      looks="relative phone:hidden"
      boxLooks="absolute right-0 z-30 mt-1 w-72 p-4"
    >
      <ColumnBoxes columns={columns} />
    </PillPanel>
  );
}

function ColumnBoxes({ columns }: ChooserProps) {
  const words = useWords(uiWords);
  const [params] = useSearchParams();
  const shown = shownColumns(columns, chosenColumns(params));
  return (
    <Form method="get" preventScrollReset className="flex flex-col">
      <KeptParams without={["columns"]} />
      {columns.map((column) => (
        <label key={column.key} className="flex min-h-10 items-center gap-3">
          <input
            type="checkbox"
            name="columns"
            value={column.key}
            defaultChecked={shown.includes(column)}
            disabled={column.always}
            className="size-5 accent-accent"
          />
          {column.label}
        </label>
      ))}
      <Button type="submit" variant="primary">
        {words.applyColumns}
      </Button>
    </Form>
  );
}

/** On the phone, where the table has no heads to press. */
export function SortChooser({ columns }: ChooserProps) {
  const words = useWords(uiWords);
  if (!columns.some(({ sort }) => sort)) return null;
  return (
    <PillPanel
      name="sort"
      icon={ArrowUpDown}
      label={words.sort}
      looks="relative hidden phone:block"
      boxLooks="fixed inset-x-2 bottom-18 z-40 p-2"
    >
      <SortLinks columns={columns} />
    </PillPanel>
  );
}

function SortLinks({ columns }: ChooserProps) {
  const { search } = useLocation();
  const [params] = useSearchParams();
  const now = params.get("sort");
  return (
    <ul>
      {columns.flatMap(({ key, label, sort }) =>
        sort
          ? [
              <li key={key}>
                <Link
                  to={withParams(search, { sort: now === sort ? `-${sort}` : sort })}
                  preventScrollReset
                  className="flex min-h-control items-center justify-between gap-3 rounded-control px-3"
                >
                  {label}
                  {now === sort && <ArrowUp aria-hidden size={16} />}
                  {now === `-${sort}` && <ArrowDown aria-hidden size={16} />}
                </Link>
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}
