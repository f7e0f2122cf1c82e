/** Adding one unit. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { newUnitSchema } from "~/units/unit";
import { NewUnitForm } from "~/units/unit-form";
import { addUnit } from "~/units/unit-openings.server";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const under = new URL(request.url).searchParams.get("under");
  const parent = under ? await findUnit(actor, under) : null;
  if (under && !parent) throw new Response(null, { status: 404 });
  return {
    id: randomUUID(),
    openedOn: today(),
    parent: parent && { id: parent.id, name: parent.name },
    parentNeeded: actor.reach !== "everywhere",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  return handleForm(request, newUnitSchema, async (values) => {
    const id = await addUnit(actor, values);
    return redirectWithToast(`/units/${id}`, unitWords.form.added(values.name), request);
  });
}

export default function NewUnitPage() {
  const { id, openedOn, parent, parentNeeded } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page title={words.form.newTitle} breadcrumbs={[{ label: words.units, to: "/units" }]}>
      <NewUnitForm
        parent={parent}
        parentNeeded={parentNeeded}
        values={{
          id,
          openedOn,
          parentId: parent?.id ?? "",
          name: "",
          shortName: "",
          kind: "commune_committee",
          level: "commune",
          code: "",
          reason: "",
        }}
      />
    </Page>
  );
}
