/** A unit with all under it comes under another parent, from a day on. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { unitMoveSchema } from "~/units/unit";
import { moveUnit } from "~/units/unit-changes.server";
import { UnitMoveForm } from "~/units/unit-move-form";
import { findUnit, findUnitRecord } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const unit = found(await findUnitRecord(actor, params.unitId ?? ""));
  const { id, name, revision, path } = unit;
  return { id, name, revision, parentName: path.at(-1)?.name ?? null, from: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id, name } = found(await findUnit(actor, params.unitId ?? ""));
  return handleForm(request, unitMoveSchema, async (values) => {
    const change = await moveUnit(actor, id, values);
    return redirectWithToast(`/units/${id}`, unitWords.form.moved(name), request, {
      undo: `/units/${id}/undoing?change=${change}`,
    });
  });
}

export default function UnitMovePage() {
  const { id, name, parentName, revision, from } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={words.form.moveTitle(name)}
      breadcrumbs={[
        { label: words.units, to: "/units" },
        { label: name, to: `/units/${id}` },
      ]}
    >
      <UnitMoveForm id={id} parentName={parentName} values={{ parentId: "", from, reason: "", revision }} />
    </Page>
  );
}
