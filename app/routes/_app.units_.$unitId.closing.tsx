/** The end of a unit, once nothing open stands on it any more. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { describeObstacles } from "~/units/obstacles.server";
import { unitClosingSchema } from "~/units/unit";
import { UnitClosingForm } from "~/units/unit-move-form";
import { closeUnit } from "~/units/unit-openings.server";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id, name, revision } = found(await findUnit(actor, params.unitId ?? ""));
  const on = today();
  return { id, name, revision, on, obstacles: await describeObstacles(id, on, actor.language) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id, name } = found(await findUnit(actor, params.unitId ?? ""));
  return handleForm(request, unitClosingSchema, async (values) => {
    await closeUnit(actor, id, values);
    const undo = `/units/${id}/reopening`;
    return redirectWithToast(`/units/${id}`, unitWords.form.closed(name), request, { undo });
  });
}

export default function UnitClosingPage() {
  const { id, name, revision, on, obstacles } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={words.form.closeTitle(name)}
      breadcrumbs={[
        { label: words.units, to: "/units" },
        { label: name, to: `/units/${id}` },
      ]}
    >
      {obstacles.length > 0 && (
        <Notice tone="amber" title={words.form.blocked}>
          {words.form.blockedHelp}
          <ul className="list-disc pl-5">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </Notice>
      )}
      <UnitClosingForm id={id} values={{ on, reason: "", revision }} />
    </Page>
  );
}
