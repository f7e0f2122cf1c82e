/** Saying what is to be done to everybody chosen; its preview comes next. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findBulk } from "~/roster/bulk/bulk-edits.server";
import { openOperation } from "~/roster/bulk/bulk-pages.server";
import { readDoing } from "~/roster/bulk/bulk-query";
import { isAboutAppointments, operationSchema } from "~/roster/bulk/operation";
import { OperationPage } from "~/roster/bulk/operation-page";
import { previewBulk } from "~/roster/bulk/preview.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const bulk = found(await findBulk(actor, idIn(params.bulkId)));
  if (bulk.state !== "draft") throw redirect(`/roster/bulk/${bulk.id}`);
  return openOperation(actor, bulk, readDoing(new URL(request.url)) ?? bulk.operation?.does ?? "topics");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const bulk = found(await findBulk(actor, idIn(params.bulkId)));
  return handleForm(request, operationSchema, async (operation) => {
    const who = isAboutAppointments(operation) ? await requireActor(request, "decisions.edit") : actor;
    await previewBulk(who, bulk, operation);
    return redirect(`/roster/bulk/${bulk.id}`);
  });
}

export default function BulkOperation() {
  return <OperationPage {...useLoaderData<typeof loader>()} />;
}
