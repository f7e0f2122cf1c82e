/** One letter of the outbox. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { MailView } from "~/accounts/outbox/mail-view";
import { findMail } from "~/accounts/outbox/outbox.server";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "outbox.view");
  const mail = found(await findMail(actor, idIn(params.mailId)));
  return { mail, mayChange: may(actor, "outbox.manage") };
}

export default function MailPage() {
  return <MailView {...useLoaderData<typeof loader>()} />;
}
