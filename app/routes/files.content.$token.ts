/** A stored file by a signed link, to the person it was made for while it holds; afterwards the way to another one. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { openTicket, wayToAnother } from "~/platform/files/links.server";
import { answerFile } from "~/platform/files.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const token = params.token ?? "";
  const ticket = openTicket(actor, token);
  if (!ticket) return redirect(wayToAnother(actor, token) ?? "/files/closed-link");
  return answerFile(request, ticket.file, ticket);
}
