/** The groupings of units across the tree, and a new one. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Card, Page, Section } from "~/ui/page";
import { groupingSchema } from "~/units/grouping";
import { GroupingForm } from "~/units/grouping-form";
import { GroupingTable } from "~/units/grouping-table";
import { addGrouping, listGroupings } from "~/units/groupings.server";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  return { groupings: await listGroupings(actor), mayEdit: may(actor, "units.edit") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  return handleForm(request, groupingSchema, async (values) => {
    const id = await addGrouping(actor, values);
    return redirectWithToast(`/units/groupings/${id}`, unitWords.groupings.added(values.name), request);
  });
}

export default function GroupingsPage() {
  const { groupings, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={words.groupings.title}
      summary={words.groupings.summary}
      breadcrumbs={[{ label: words.units, to: "/units" }]}
    >
      <GroupingTable groupings={groupings} />
      {mayEdit && (
        <Section title={words.groupings.add}>
          <Card>
            <GroupingForm values={{ name: "", note: "" }} verb={words.groupings.add} />
          </Card>
        </Section>
      )}
    </Page>
  );
}
