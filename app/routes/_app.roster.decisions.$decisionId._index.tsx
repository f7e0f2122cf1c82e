/** The people whom a decision names. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { countNamed, listNamed } from "~/roster/decisions/decision-people.server";
import { peoplePageSize } from "~/roster/decisions/decision-query";
import { findDecision } from "~/roster/decisions/decision-records.server";
import { NamedTable } from "~/roster/decisions/named-table";
import { Paging } from "~/ui/list-bar";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const decision = found(await findDecision(actor, idIn(params.decisionId)));
  const typed = Number(new URL(request.url).searchParams.get("page"));
  const page = Number.isInteger(typed) && typed > 0 ? Math.min(typed, 1000) : 1;
  const [people, named] = await Promise.all([
    listNamed(actor, decision.id, { page }),
    countNamed(actor, decision.id),
  ]);
  return {
    people,
    page,
    total: named.begins + named.ends,
    mayEdit: decision.isOurs && may(actor, "decisions.edit"),
  };
}

export default function DecisionPeople() {
  const { people, page, total, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <NamedTable people={people} mayEdit={mayEdit} />
      <Paging page={page} pageSize={peoplePageSize} total={total} />
    </>
  );
}
