/** One grouping: its name, and the units in it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { groupingSchema } from "~/units/grouping";
import { GroupingView } from "~/units/grouping-view";
import { changeGrouping, findGrouping, listGroupingUnits } from "~/units/groupings.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const grouping = found(await findGrouping(actor, idIn(params.groupingId)));
  const units = await listGroupingUnits(actor, grouping.id);
  return { grouping, units, mayEdit: may(actor, "units.edit") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id } = found(await findGrouping(actor, idIn(params.groupingId)));
  return handleForm(request, groupingSchema, async (values) => {
    await changeGrouping(actor, id, values);
    return redirectWithToast(`/units/groupings/${id}`, unitWords.groupings.saved(values.name), request);
  });
}

export default function GroupingPage() {
  const { grouping, units, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={grouping.name}
      summary={grouping.note}
      breadcrumbs={[
        { label: words.units, to: "/units" },
        { label: words.groupings.title, to: "/units/groupings" },
      ]}
    >
      <GroupingView grouping={grouping} units={units} mayEdit={mayEdit} />
    </Page>
  );
}
