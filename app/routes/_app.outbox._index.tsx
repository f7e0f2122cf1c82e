/** The e-mail that goes out: what waits, went, or could not go. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { readOutbox } from "~/accounts/outbox/outbox.server";
import { readOutboxQuery } from "~/accounts/outbox/outbox-query";
import { OutboxView } from "~/accounts/outbox/outbox-view";
import { words as outboxWords } from "~/accounts/outbox/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "outbox.view");
  const query = readOutboxQuery(new URL(request.url));
  return { query, ...(await readOutbox(actor, query)), mayChange: may(actor, "outbox.manage") };
}

export default function OutboxPage() {
  const words = useWords(outboxWords);
  return (
    <Page title={words.title} summary={words.summary}>
      <OutboxView {...useLoaderData<typeof loader>()} />
    </Page>
  );
}
