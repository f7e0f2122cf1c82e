/** Where the units begin: how many there are, and what can be done with them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Table2, Upload } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";
import { listGroupings } from "~/units/groupings.server";
import { countUnitsByLevel } from "~/units/unit-counts.server";
import { UnitOverview } from "~/units/unit-overview";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const [levels, groupings] = await Promise.all([countUnitsByLevel(actor), listGroupings(actor)]);
  return { levels, groupings, mayEdit: may(actor, "units.edit") };
}

export default function UnitsIndex() {
  const overview = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  const language = useLanguage();
  const sum = (key: "open" | "closed") => overview.levels.reduce((total, counted) => total + counted[key], 0);
  const open = showNumber(sum("open"), language);
  const summary =
    sum("closed") > 0
      ? words.overview.withClosed(open, showNumber(sum("closed"), language))
      : words.overview.summary(open);
  return (
    <Page
      title={words.units}
      summary={summary}
      actions={
        <>
          <ButtonLink to="/units/list" icon={Table2}>
            {words.buttons.list}
          </ButtonLink>
          {overview.mayEdit && (
            <>
              <ButtonLink to="/units/import" icon={Upload}>
                {words.buttons.import}
              </ButtonLink>
              <ButtonLink to="/units/new" icon={Plus} variant="primary">
                {words.buttons.add}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <UnitOverview {...overview} />
    </Page>
  );
}
