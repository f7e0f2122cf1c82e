/** The units as a flat list: filters, sort and page in the URL. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Network } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Page } from "~/ui/page";
import { listGroupings } from "~/units/groupings.server";
import { countListedUnits, listUnits } from "~/units/unit-list.server";
import { UnitListBar, useTotal } from "~/units/unit-list-bar";
import { pageSize, readUnitQuery } from "~/units/unit-query";
import { UnitTable } from "~/units/unit-table";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const query = readUnitQuery(new URL(request.url));
  const [units, count, groupings, under] = await Promise.all([
    listUnits(actor, query),
    countListedUnits(actor, query),
    listGroupings(actor),
    query.under ? findUnit(actor, query.under) : null,
  ]);
  return { query, units, count, groupings, under: under && { id: under.id, name: under.name } };
}

export default function UnitListPage() {
  const { query, units, count, groupings, under } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  return (
    <Page
      title={words.list.title}
      summary={useTotal(count)}
      breadcrumbs={[{ label: words.units, to: "/units" }]}
      actions={
        <ButtonLink to="/units" icon={Network}>
          {words.buttons.tree}
        </ButtonLink>
      }
    >
      <UnitListBar query={query} groupings={groupings} under={under} />
      <UnitTable units={units} />
      <Paging page={query.page} pageSize={pageSize} {...count} />
    </Page>
  );
}
