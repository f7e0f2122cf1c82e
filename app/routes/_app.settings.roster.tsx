/** The settings of the roster: its topics, and the sensitive fields that it uses. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { words as recordWords } from "~/roster/record/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "settings.edit");
  return null;
}

export default function RosterSettings() {
  const { settings } = useWords(recordWords);
  return (
    <Page title={settings.title} summary={settings.summary}>
      <Tabs
        label={settings.title}
        tabs={[
          { to: "/settings/roster/topics", label: settings.topics },
          { to: "/settings/roster/private", label: settings.private },
        ]}
      />
      <Outlet />
    </Page>
  );
}
