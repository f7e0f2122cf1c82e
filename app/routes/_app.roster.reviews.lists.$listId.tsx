/** A unit's list in a review. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { readEntryQuery } from "~/roster/reviews/unit/entries.server";
import { ListPage } from "~/roster/reviews/unit/list-page";
import { openListPage } from "~/roster/reviews/unit/list-page.server";
import { findList } from "~/roster/reviews/unit/lists.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const list = found(await findList(actor, idIn(params.listId)));
  return openListPage(actor, list, readEntryQuery(new URL(request.url)));
}

export default function ReviewListPage() {
  const page = useLoaderData<typeof loader>();
  return <ListPage key={page.list.id} {...page} />;
}
