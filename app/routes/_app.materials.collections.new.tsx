/** Making a conference or another collection of materials. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { collectionSchema } from "~/materials/collections/collection";
import { CollectionForm } from "~/materials/collections/collection-form";
import { addCollection } from "~/materials/collections/collections.server";
import { words as collectionWords } from "~/materials/collections/words";
import { words as materialWords } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { listTopics } from "~/roster/index.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const home = actor.grants[0]?.unitId;
  const [unit, topics] = await Promise.all([home ? findUnit(actor, home) : null, listTopics()]);
  return { unit: unit && { id: unit.id, name: unit.name }, topics };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  return handleForm(request, collectionSchema, async (values) => {
    const id = await addCollection(actor, values);
    const phrase = collectionWords.toasts.added(values.title);
    return redirectWithToast(`/materials/collections/${id}`, phrase, request);
  });
}

export default function NewCollectionPage() {
  const { unit, topics } = useLoaderData<typeof loader>();
  const words = useWords(collectionWords);
  const { materials } = useWords(materialWords);
  return (
    <Page
      title={words.addTitle}
      breadcrumbs={[
        { label: materials, to: "/materials" },
        { label: words.title, to: "/materials/collections" },
      ]}
    >
      <CollectionForm
        values={{
          ...{ kind: "conference", title: "", heldOn: "", topicId: "", note: "" },
          unitId: unit?.id ?? "",
        }}
        unit={unit}
        topics={topics.filter(({ retired }) => !retired)}
        draft="material-collection-new"
        submit={words.addVerb}
        cancelTo="/materials/collections"
      />
    </Page>
  );
}
