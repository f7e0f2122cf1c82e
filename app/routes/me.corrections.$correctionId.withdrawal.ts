/** Takes my own request for a correction back while it waits. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { withdrawCorrection } from "~/roster/own/own-corrections.server";
import { asOneself } from "~/roster/own/own-record.server";
import { words } from "~/roster/own/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  found((await withdrawCorrection(self, idIn(params.correctionId))) || null);
  return redirectWithToast("/me", words.toasts.withdrawn, request);
}
