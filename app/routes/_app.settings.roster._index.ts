/** The settings of the roster begin with its topics. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "settings.edit");
  return redirect("/settings/roster/topics");
}
