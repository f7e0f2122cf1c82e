/** When I can speak: the part of my record that I keep myself. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { asOneself } from "~/roster/own/own-record.server";
import { TimesForm } from "~/roster/own/times-form";
import { words as ownWords } from "~/roster/own/words";
import { inputOfPart, partSchemas } from "~/roster/record/part";
import { findPart, savePart } from "~/roster/record/parts.server";
import { words as recordWords } from "~/roster/record/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const { values, version } = found(await findPart(self, self.speakerId, "availability"));
  return { values: inputOfPart("availability", values), version };
}

export async function action({ request }: ActionFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  return handleForm(request, partSchemas.availability, async (values) => {
    found(await savePart(self, self.speakerId, "availability", values));
    return redirectWithToast("/me", ownWords.toasts.timesSaved, request);
  });
}

export default function TimesPage() {
  const { values, version } = useLoaderData<typeof loader>();
  return (
    <Page
      title={useWords(recordWords).parts.availability}
      breadcrumbs={[{ label: useWords(ownWords).title, to: "/me" }]}
    >
      <TimesForm values={values} version={version} />
    </Page>
  );
}
