/** Throws away one waiting letter, or all that match. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { changeMails, findMail } from "~/accounts/outbox/outbox.server";
import { mailChoiceSchema, readOutboxQuery } from "~/accounts/outbox/outbox-query";
import { words } from "~/accounts/outbox/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "outbox.manage");
  const url = new URL(request.url);
  return handleForm(request, mailChoiceSchema, async ({ mailId, expected }) => {
    const one = mailId && found(await findMail(actor, mailId));
    const which = one ? { id: one.id } : { query: readOutboxQuery(url), expected };
    const count = await changeMails(actor, "discard", which);
    const back = one ? `/outbox/${one.id}` : `/outbox${url.search}`;
    return redirectWithToast(back, words.toasts.discarded(count), request);
  });
}
