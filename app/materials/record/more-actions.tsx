/** What is done with a material rarely: withdrawn, superseded by another, thrown away. */
import { Archive, ShieldX, Trash2 } from "lucide-react";
import { memberSchema } from "~/materials/collections/collection";
import { words as collectionWords } from "~/materials/collections/words";
import type { MaterialRecord } from "~/materials/material-record.server";
import { words as trashWords } from "~/materials/trash/words";
import { words as materialWords } from "~/materials/words";
import { ButtonLink } from "~/ui/button";
import { ComboboxField } from "~/ui/field";
import { Fold } from "~/ui/fold";
import { Form, SubmitButton, useZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Card } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { Rights } from "./material-actions";
import { SayDialog } from "./say-dialog";

interface MoreActionsProps extends Rights {
  material: MaterialRecord;
  mayPurge: boolean;
}

export function MoreActions({ material, mayEdit, mayPublish, mayPurge }: MoreActionsProps) {
  const { record } = useWords(materialWords);
  const trash = useWords(trashWords);
  const { id, state, trashedAt, supersededBy } = material;
  const to = `/materials/${id}`;
  const isOut = state === "published";
  if (trashedAt || !(mayEdit || mayPublish)) return null;
  return (
    <Fold title={record.more}>
      <div className="flex flex-wrap items-start gap-2">
        {mayPublish && isOut && (
          <SayDialog
            {...{ verb: record.withdraw, help: record.withdrawHelp, label: record.withdrawReason }}
            {...{ action: `${to}/withdrawal`, icon: Archive, variant: "danger", isNeeded: true }}
          />
        )}
        {mayEdit && (mayPublish || !isOut) && (
          <PostButton action={`${to}/trashing`} icon={Trash2} variant="danger">
            {trash.trash}
          </PostButton>
        )}
        {mayPurge && (
          <ButtonLink to={`${to}/purge`} icon={ShieldX}>
            {record.purge}
          </ButtonLink>
        )}
        {mayEdit && isOut && !mayPublish && <p className="text-caption text-soft">{trash.errors.isOut}</p>}
      </div>
      {mayEdit && (
        <Card>
          <Successor key={supersededBy?.id ?? ""} material={material} />
        </Card>
      )}
    </Fold>
  );
}

function Successor({ material: { id, supersededBy } }: { material: MaterialRecord }) {
  const { record } = useWords(materialWords);
  const { pickPlaceholder } = useWords(collectionWords);
  const chosen = supersededBy && { id: supersededBy.id, name: supersededBy.title };
  const form = useZodForm(memberSchema, { materialId: chosen?.id ?? "" });
  const action = `/materials/${id}/successor`;
  return (
    <Form form={form} action={action}>
      <ComboboxField
        name="materialId"
        label={record.supersedePick}
        help={record.supersedeHelp}
        source={`/materials/choices?except=${id}`}
        placeholder={pickPlaceholder}
        chosen={chosen}
        required
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{record.supersedeSave}</SubmitButton>
        {chosen && (
          <PostButton action={action} values={{ materialId: "" }}>
            {record.supersedeClear}
          </PostButton>
        )}
      </div>
    </Form>
  );
}
