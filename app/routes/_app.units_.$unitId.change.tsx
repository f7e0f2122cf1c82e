/** A unit's name, kind, level and code from a day on. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { type Level, type UnitKind, unitChangeSchema } from "~/units/unit";
import { changeUnit } from "~/units/unit-changes.server";
import { UnitChangeForm } from "~/units/unit-form";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  return { unit: found(await findUnit(actor, params.unitId ?? "")), from: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id } = found(await findUnit(actor, params.unitId ?? ""));
  return handleForm(request, unitChangeSchema, async (values) => {
    const change = await changeUnit(actor, id, values);
    return redirectWithToast(`/units/${id}`, unitWords.form.saved(values.name), request, {
      undo: `/units/${id}/undoing?change=${change}`,
    });
  });
}

export default function UnitChangePage() {
  const { unit, from } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  const { id, name, shortName, kind, level, code, revision } = unit;
  return (
    <Page
      title={words.form.changeTitle(name)}
      breadcrumbs={[
        { label: words.units, to: "/units" },
        { label: name, to: `/units/${id}` },
      ]}
    >
      <UnitChangeForm
        id={id}
        values={{
          ...{ name, shortName: shortName ?? "", code: code ?? "", revision, from, reason: "" },
          kind: kind as UnitKind,
          level: level as Level,
        }}
      />
    </Page>
  );
}
