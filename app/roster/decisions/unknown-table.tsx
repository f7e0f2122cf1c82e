/** Appointments whose decision is unknown; those chosen get one together. */
import { FileCheck } from "lucide-react";
import { useState } from "react";
import { showDay } from "~/platform/clock";
import { recognitionKinds } from "~/roster/decision";
import { DecisionFields } from "~/roster/decision-fields";
import { termWords } from "~/roster/terms/term-words";
import { words as rosterWords } from "~/roster/words";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/empty-state";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { levelWords } from "~/units";
import type { UnknownAppointment } from "./unknown-decisions.server";
import { type AttachmentInput, attachmentSchema } from "./unknown-query";

interface UnknownTableProps {
  appointments: UnknownAppointment[];
  mayEdit: boolean;
}

export function UnknownTable({ appointments, mayEdit }: UnknownTableProps) {
  const words = useWords(termWords).unknown;
  const roster = useWords(rosterWords);
  const level = useWords(levelWords);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const columns: Column<UnknownAppointment>[] = [
    { key: "name", label: roster.fields.fullName, always: true, cell: ({ fullName }) => fullName },
    {
      key: "seat",
      label: words.seat,
      cell: (one) => (
        <TwoFacts
          first={roster.roles[one.role]}
          second={[level[one.level], roster.networks[one.network]].join(" · ")}
        />
      ),
    },
    { key: "unit", label: words.unit, cell: ({ unitName }) => unitName },
    {
      key: "when",
      label: words.when,
      cell: ({ startsOn, endsOn }) => (
        <span className="tabular-nums">
          {roster.record.span(showDay(startsOn), endsOn ? showDay(endsOn) : roster.record.open)}
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={words.label}
        columns={columns}
        rows={appointments}
        rowKey={({ id }) => id}
        rowHref={({ speakerId }) => `/roster/${speakerId}`}
        selection={
          mayEdit
            ? {
                rowLabel: ({ fullName }) => fullName,
                actions: ({ ids }) => (
                  <Button icon={FileCheck} variant="primary" onPress={() => setChosen(ids)}>
                    {words.attach}
                  </Button>
                ),
              }
            : undefined
        }
        empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      />
      <Dialog
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title={words.attachTitle(chosen?.length ?? 0)}
      >
        {chosen && <AttachForm appointmentIds={chosen} />}
      </Dialog>
    </>
  );
}

const empty: AttachmentInput["decision"] = {
  choice: "existing",
  ...{ id: "", number: "", decidedOn: "", issuer: "", signer: "", kind: "recognition" },
};

function AttachForm({ appointmentIds }: { appointmentIds: string[] }) {
  const words = useWords(termWords).unknown;
  const form = useZodForm(attachmentSchema, { appointmentIds, decision: empty });
  return (
    <Form form={form}>
      <DecisionFields kinds={recognitionKinds} isNeeded />
      <FormActions>
        <SubmitButton>{words.attachSave}</SubmitButton>
      </FormActions>
    </Form>
  );
}
