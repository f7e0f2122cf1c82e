/** How the department lays out the annexes of its decisions. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { changeAnnexSettings, readAnnexSettings } from "~/roster/annex/annex.server";
import { AnnexFields, AnnexSettingsForm, AnnexTemplates } from "~/roster/annex/annex-page";
import { annexSettingsSchema } from "~/roster/annex/annex-settings";
import { annexWords } from "~/roster/annex/annex-words";
import { words as decisionWords } from "~/roster/decisions/words";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "settings.edit");
  return readAnnexSettings();
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  return handleForm(request, annexSettingsSchema, async (values) => {
    await changeAnnexSettings(actor, values);
    return redirectWithToast("/roster/annex", annexWords.saved, request);
  });
}

export default function AnnexPage() {
  const { layout, place, templates } = useLoaderData<typeof loader>();
  const words = useWords(annexWords);
  const decision = useWords(decisionWords);
  const roster = useWords(rosterWords);
  return (
    <Page
      title={words.title}
      summary={words.summary}
      breadcrumbs={[
        { label: roster.roster, to: "/roster" },
        { label: decision.decisions, to: "/roster/decisions" },
      ]}
    >
      <AnnexSettingsForm values={{ layout, place }} />
      <AnnexTemplates templates={templates} />
      <AnnexFields />
    </Page>
  );
}
