/** The units that the file names, each with the unit that it means here; the officer settles what is unclear. */
import { useState } from "react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import { DataTable } from "~/ui/table";
import { usePost } from "~/ui/use-post";
import type { ShownUnit } from "./import-page.server";
import { words as importWords } from "./words";

const loadUnitChoiceForm = () => import("./unit-choice-form").then((part) => part.UnitChoiceForm);

export function ImportUnits({ id, units }: { id: string; units: ShownUnit[] }) {
  const words = useWords(importWords).units;
  const [open, setOpen] = useState<ShownUnit | null>(null);
  const unclear = units.filter(({ unit }) => unit === null).length;
  const note = unclear > 0 ? words.noteUnclear(unclear, units.length) : words.note(units.length);
  if (units.length === 0) return null;
  return (
    <Fold title={words.title} note={note}>
      <DataTable
        label={words.label}
        columns={[
          { key: "text", label: words.text, cell: ({ text }) => text, always: true },
          { key: "people", label: words.people, align: "end", cell: ({ count }) => count },
          {
            key: "meant",
            label: words.meant,
            cell: (unit) => <Meant id={id} unit={unit} onChoose={() => setOpen(unit)} />,
          },
        ]}
        rows={units}
        rowKey={({ text }) => text}
        empty={null}
      />
      <Dialog isOpen={open !== null} onClose={() => setOpen(null)} title={open ? words.pick(open.text) : ""}>
        {open && <Later load={loadUnitChoiceForm} props={{ id, unit: open, onDone: () => setOpen(null) }} />}
      </Dialog>
    </Fold>
  );
}

function Meant({ id, unit, onChoose }: { id: string; unit: ShownUnit; onChoose: () => void }) {
  const words = useWords(importWords).units;
  const { busy, send } = usePost(`/roster/import/${id}/units`);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {unit.unit ? (
        <>
          {unit.unit.name}
          <Badge tone={unit.isChosen ? "blue" : "green"}>{unit.isChosen ? words.chosen : words.found}</Badge>
        </>
      ) : (
        <Badge tone="amber">{words.missing}</Badge>
      )}
      {unit.offered.map((offered) => (
        <Button key={offered.id} busy={busy} onPress={() => send({ text: unit.text, unitId: offered.id })}>
          {words.isIt(offered.name)}
        </Button>
      ))}
      <Button variant="quiet" onPress={onChoose}>
        {unit.unit ? words.change : words.choose}
      </Button>
    </span>
  );
}
