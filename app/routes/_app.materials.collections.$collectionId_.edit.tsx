/** Changing what a conference or collection says. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { collectionSchema } from "~/materials/collections/collection";
import { CollectionForm } from "~/materials/collections/collection-form";
import { findCollection, updateCollection } from "~/materials/collections/collections.server";
import { words as collectionWords } from "~/materials/collections/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { listTopics } from "~/roster/index.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const collection = found(await findCollection(actor, idIn(params.collectionId)));
  const topics = await listTopics();
  return { collection, topics: topics.filter(({ id, retired }) => !retired || id === collection.topic?.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const id = idIn(params.collectionId);
  found(await findCollection(actor, id));
  return handleForm(request, collectionSchema, async (values) => {
    found((await updateCollection(actor, id, values)) || null);
    const phrase = collectionWords.toasts.saved(values.title);
    return redirectWithToast(`/materials/collections/${id}`, phrase, request);
  });
}

export default function EditCollectionPage() {
  const { collection, topics } = useLoaderData<typeof loader>();
  const words = useWords(collectionWords);
  const { id, kind, title, heldOn, topic, note, unitId, unitName, revision } = collection;
  const to = `/materials/collections/${id}`;
  return (
    <Page
      title={words.editTitle}
      breadcrumbs={[
        { label: words.title, to: "/materials/collections" },
        { label: title, to },
      ]}
    >
      <CollectionForm
        values={{
          ...{ kind, title, unitId, revision },
          ...{ heldOn: heldOn ?? "", topicId: topic?.id ?? "", note: note ?? "" },
        }}
        unit={{ id: unitId, name: unitName }}
        topics={topics}
        draft={`material-collection-${id}-${revision}`}
        submit={words.save}
        cancelTo={to}
      />
    </Page>
  );
}
