/** One unit: what it is on a day, what stands under it, what it was before. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History, holds, may } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { today } from "~/platform/clock";
import { found } from "~/platform/found.server";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { readDay } from "~/ui/typed-day";
import type { UnitKind } from "~/units/unit";
import { UnitActions } from "~/units/unit-actions";
import { UnitChildren } from "~/units/unit-children";
import { UnitFactsOfDay } from "~/units/unit-facts";
import { UnitPeriods } from "~/units/unit-periods";
import { stateOn } from "~/units/unit-tree";
import { findUnitRecord, listChildrenOn } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const unit = found(await findUnitRecord(actor, params.unitId ?? ""));
  const on = readDay(new URL(request.url).searchParams.get("on") ?? "") ?? today();
  const above = new Set([unit.id, ...unit.path.map(({ id }) => id)]);
  const mayHere = actor.grants.some(({ role, unitId }) => holds(role, "units.edit") && above.has(unitId));
  return {
    unit,
    on,
    today: today(),
    children: await listChildrenOn(actor, unit.id, on),
    history: await listHistory(actor, "unit", unit.id, trailBooks),
    may: { edit: mayHere, roster: may(actor, "roster.view") },
  };
}

const tones = { open: "green", planned: "blue", closed: "neutral" } as const;

export default function UnitPage() {
  const { unit, on, today, children, history, may } = useLoaderData<typeof loader>();
  const words = useWords(unitWords);
  const state = stateOn(unit, today);
  return (
    <Page
      title={unit.name}
      summary={
        <>
          {words.kinds[unit.kind as UnitKind]}
          {unit.code && ` · ${words.record.code(unit.code)}`}{" "}
          <Badge tone={tones[state]}>{words.states[state]}</Badge>
        </>
      }
      breadcrumbs={[
        { label: words.units, to: "/units" },
        ...unit.path
          .filter(({ inReach }) => inReach)
          .map(({ id, name }) => ({ label: name, to: `/units/${id}` })),
      ]}
      actions={
        <UnitActions
          id={unit.id}
          isClosed={unit.closedOn !== null}
          mayEdit={may.edit}
          maySeeRoster={may.roster}
        />
      }
    >
      <UnitFactsOfDay unit={unit} on={on} today={today} />
      <UnitPeriods unit={unit} on={on} today={today} />
      <UnitChildren id={unit.id} units={children} />
      <History lines={history} of={{ kind: "unit", id: unit.id }} />
    </Page>
  );
}
