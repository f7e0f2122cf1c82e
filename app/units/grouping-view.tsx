/** The units in a grouping, and what can be done with it. */
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { DataTable, TwoFacts } from "~/ui/table";
import { groupingMemberSchema } from "./grouping";
import { GroupingForm } from "./grouping-form";
import type { Grouping, GroupingUnit } from "./groupings.server";
import type { UnitKind } from "./unit";
import { UnitPicker } from "./unit-picker";
import { unitWords } from "./words";

interface GroupingViewProps {
  grouping: Grouping;
  units: GroupingUnit[];
  mayEdit: boolean;
}

export function GroupingView({ grouping, units, mayEdit }: GroupingViewProps) {
  const words = useWords(unitWords);
  const { id, name, note } = grouping;
  return (
    <>
      <Section title={words.groupings.unitsIn}>
        {mayEdit && <PutIn key={units.length} id={id} />}
        <DataTable
          label={words.groupings.unitsIn}
          rows={units}
          rowKey={(unit) => unit.id}
          rowHref={(unit) => `/units/${unit.id}`}
          columns={[
            {
              key: "name",
              label: words.fields.name,
              cell: (unit) => <TwoFacts first={unit.name} second={words.kinds[unit.kind as UnitKind]} />,
            },
            { key: "parent", label: words.fields.parent, cell: ({ parentName }) => parentName },
            ...(mayEdit
              ? [
                  {
                    key: "out",
                    label: words.groupings.takeOut,
                    cell: (unit: GroupingUnit) => <TakeOut groupingId={id} unitId={unit.id} />,
                  },
                ]
              : []),
          ]}
          empty={<p className="text-soft">{words.groupings.noUnits}</p>}
        />
      </Section>
      {mayEdit && (
        <Section title={words.groupings.change}>
          <Card>
            <GroupingForm key={name} values={{ name, note: note ?? "" }} verb={words.groupings.save} />
          </Card>
          <div className="flex flex-wrap items-center gap-3">
            <PostButton action={`/units/groupings/${id}/removal`} variant="danger">
              {words.groupings.remove}
            </PostButton>
            <p className="text-caption text-soft">{words.groupings.removeHelp}</p>
          </div>
        </Section>
      )}
    </>
  );
}

function PutIn({ id }: { id: string }) {
  const words = useWords(unitWords).groupings;
  const form = useZodForm(groupingMemberSchema, { unitId: "" });
  return (
    <Form form={form} action={`/units/groupings/${id}/members`}>
      <UnitPicker name="unitId" label={words.unit} required />
      <div>
        <SubmitButton>{words.putIn}</SubmitButton>
      </div>
    </Form>
  );
}

function TakeOut({ groupingId, unitId }: { groupingId: string; unitId: string }) {
  const words = useWords(unitWords).groupings;
  return (
    <PostButton variant="quiet" action={`/units/groupings/${groupingId}/departures`} values={{ unitId }}>
      {words.takeOut}
    </PostButton>
  );
}
