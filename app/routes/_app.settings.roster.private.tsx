/** Which sensitive fields the department uses, and why. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { PrivateSettings } from "~/roster/record/private-settings";
import { listFieldSettings } from "~/roster/record/private-settings.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "settings.edit");
  return { fields: await listFieldSettings() };
}

export default function PrivateSettingsPage() {
  return <PrivateSettings {...useLoaderData<typeof loader>()} />;
}
