/** The department's list of topics: adding one, and keeping the list. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { topicNameSchema } from "~/roster/record/topic";
import { TopicSettings } from "~/roster/record/topic-settings";
import { addTopic, listCountedTopics } from "~/roster/record/topics.server";
import { words } from "~/roster/record/words";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "settings.edit");
  return { topics: await listCountedTopics(), fresh: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  return handleForm(request, topicNameSchema, async (values) => {
    await addTopic(actor, values);
    return redirectWithToast("/settings/roster/topics", words.toasts.topicAdded(values.name), request);
  });
}

export default function TopicSettingsPage() {
  return <TopicSettings {...useLoaderData<typeof loader>()} />;
}
